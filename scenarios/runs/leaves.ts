import type { JsonValue } from '../../sim/record/json.ts';
import { showPath } from '../schema/reading/path.ts';

/** A number of a result, with half of its interval where it has one. */
export interface Figure {
  readonly value: number;
  readonly halfWidth?: number;
}

type Step = string | number;
type Visit = (value: JsonValue, path: readonly Step[]) => boolean;

const isFields = (value: JsonValue): value is Readonly<Record<string, JsonValue>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Goes into everything that `visit` does not take; `stepOf` names the elements of a list. */
function walk(value: JsonValue, path: readonly Step[], visit: Visit, stepOf: StepOf): void {
  if (visit(value, path)) return;
  if (Array.isArray(value))
    for (const [i, one] of value.entries()) walk(one, [...path, stepOf(one, i)], visit, stepOf);
  else if (isFields(value))
    for (const [key, one] of Object.entries(value)) walk(one, [...path, key], visit, stepOf);
}

type StepOf = (element: JsonValue, index: number) => Step;

/** Elements of a list by their place, as `--set` counts them. */
const byPlace: StepOf = (_, index) => index;

/** Elements of a list by their name, as a reader of figures knows them. */
const byName: StepOf = (element, index) => {
  if (!isFields(element)) return index;
  const { name, id, network, better, than } = element;
  if (typeof better === 'string') return `${better} minus ${String(than)}`;
  const known = [name, id, network].find((one) => typeof one === 'string');
  return typeof known === 'string' ? known : index;
};

/** Every value inside a document that holds no others, by its path; what is null or empty is left out. */
export function leavesOf(value: JsonValue): ReadonlyMap<string, JsonValue> {
  const leaves = new Map<string, JsonValue>();
  const take: Visit = (one, path) => {
    if (typeof one === 'object') return false;
    leaves.set(showPath(path), one);
    return true;
  };
  walk(value, [], take, byPlace);
  return leaves;
}

/** The figures of a result by the names of what they are of; an interval is one figure. */
export function figuresIn(value: JsonValue): ReadonlyMap<string, Figure> {
  const figures = new Map<string, Figure>();
  const take: Visit = (one, path) => {
    const name = path.filter((step) => step !== 'estimates').join(' ');
    if (typeof one === 'number') figures.set(name, { value: one });
    if (!isFields(one) || typeof one.mean !== 'number') return false;
    const { mean, halfWidth } = one;
    figures.set(name, typeof halfWidth === 'number' ? { value: mean, halfWidth } : { value: mean });
    return true;
  };
  walk(value, [], take, byName);
  return figures;
}
