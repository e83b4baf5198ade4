import { InputError } from '../../errors.ts';
import { isForbiddenKey } from '../../plain-data.ts';

/** Keys and indices from the top of a scenario to one value. */
export type Path = readonly (string | number)[];

/** What a check beyond the schema found; `path` leads to the setting. */
export interface SettingProblem {
  readonly path: Path;
  readonly message: string;
  readonly got?: unknown;
  readonly cure: string;
  /** Names of which one was probably meant. */
  readonly known?: readonly string[];
}

/** True if `long` leads to what `short` leads to, or into it. */
export function startsWith(long: Path, short: Path): boolean {
  return short.every((step, i) => long[i] === step);
}

/** `robots[2].batteryWh` */
export function showPath(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}

/** More than any path needs, and short enough for what walks along it. */
const LONGEST_PATH = 500;

/** Reads `robots[2].batteryWh`; throws InputError, which says `where` it stands, on anything that is no path. */
export function readPath(text: string, where = () => '--set'): Path {
  const refuse = (what: string) =>
    new InputError({ what, got: text, where: where(), cure: 'Write it like robots[0].batteryWh' });
  if (text.length > LONGEST_PATH) throw refuse(`a path may have ${LONGEST_PATH} characters at most`);
  const shape = /^[^.[\]]+(\.[^.[\]]+|\[\d+\])*$/;
  if (!shape.test(text)) throw refuse('not a path into the scenario');
  const steps = [...text.matchAll(/[^.[\]]+|\[(\d+)\]/g)];
  const path = steps.map(([step, index]) => (index === undefined ? step : Number(index)));
  const forbidden = path.find((step) => typeof step === 'string' && isForbiddenKey(step));
  if (forbidden !== undefined) throw refuse(`the key ${forbidden} is not allowed`);
  return path;
}

/** The value at a path, or undefined. */
export function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}

/** A map without a prototype: no key of it means anything to JavaScript. */
const bare = (...parts: object[]): Record<string, unknown> => Object.assign(Object.create(null), ...parts);

/** A copy of `value` in which the value at `path` is `leaf`; missing objects on the way are made. */
export function withValueAt(value: unknown, path: Path, leaf: unknown): unknown {
  if (path.length === 0) return leaf;
  const [step, ...rest] = path as [string | number, ...(string | number)[]];
  const inner = withValueAt(valueAt(value, [step]), rest, leaf);
  if (typeof step === 'number') {
    const list = Array.isArray(value) ? [...(value as unknown[])] : [];
    list[step] = inner;
    return list;
  }
  const base = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  return bare(base, { [step]: inner });
}

/** `over` laid over `base`: objects merge key by key, everything else (lists too) replaces. */
export function overlay(base: unknown, over: unknown): unknown {
  const isMap = (v: unknown): v is Record<string, unknown> =>
    typeof v === 'object' && v !== null && !Array.isArray(v);
  if (!isMap(base) || !isMap(over)) return over;
  const merged = bare(base);
  for (const [key, value] of Object.entries(over)) {
    merged[key] = Object.hasOwn(base, key) ? overlay(base[key], value) : value;
  }
  return merged;
}
