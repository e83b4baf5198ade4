import { FULL_COUPLING } from '../../../sim/materials/appearance.ts';
import { materials } from '../../../sim/materials/catalogue.ts';
import { STATE_COUNT } from '../../../sim/materials/damage.ts';
import { SENSES, STANDARD_SENSES } from '../../../sim/senses/registry.ts';
import { InputError } from '../../errors.ts';
import { didYouMean } from '../../schema/reading/nearest.ts';

interface Limits {
  readonly whole?: boolean;
  readonly min?: number;
  readonly max?: number;
}

/** Reads a number from an option; throws InputError with the option's name, what was got and what is allowed. */
export function numberFrom(option: string, text: string, limits: Limits = {}): number {
  const value = Number(text);
  const { whole = false, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = limits;
  const good = text.trim() !== '' && Number.isFinite(value) && value >= min && value <= max;
  if (good && (!whole || Number.isInteger(value))) return value;
  const range = [min > -Infinity ? `at least ${min}` : '', max < Infinity ? `at most ${max}` : '']
    .filter(Boolean)
    .join(' and ');
  const kind = whole ? 'a whole number' : 'a number';
  throw new InputError({
    what: `must be ${kind}${range ? ` ${range}` : ''}`,
    got: text,
    where: option,
    cure: `Give ${option} ${kind}`,
  });
}

/** Reads degradation states: `3`, `0,4,9` or `0..9`, each once, ascending. */
export function statesFrom(text: string): number[] {
  const states = new Set<number>();
  for (const word of text.split(',')) {
    const match = /^\s*(\d+)(?:\.\.(\d+))?\s*$/.exec(word);
    const from = Number(match?.[1]);
    const to = Number(match?.[2] ?? match?.[1]);
    if (match === null || to < from || to >= STATE_COUNT) {
      throw new InputError({
        what: `states are whole numbers 0..${STATE_COUNT - 1}`,
        got: text,
        where: '--states',
        cure: 'For example: --states 0..9 or --states 0,4,9',
      });
    }
    for (let state = from; state <= to; state++) states.add(state);
  }
  return [...states].sort((a, b) => a - b);
}

/** Words of a list with commas, white space around them left out. */
export function wordsFrom(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** The word itself if it is a known `kind`; throws InputError with the option and the nearest word. */
export function knownFrom<T extends string>(
  [kind, option]: readonly [string, string],
  word: string,
  known: readonly T[],
  more = '',
): T {
  const found = known.find((one) => one === word);
  if (found !== undefined) return found;
  throw new InputError({
    what: `unknown ${kind}`,
    got: word,
    where: option,
    cure: didYouMean(word, known) + more,
  });
}

/** Senses by name, each once; throws InputError with the nearest name. */
export function sensesFrom(text: string): string[] {
  const names = wordsFrom(text).map((name) => knownFrom(['sense', '--senses'], name, SENSES.names));
  if (names.length > 0) return [...new Set(names)];
  throw new InputError({
    what: 'no sense',
    got: text,
    where: '--senses',
    cure: `Give names such as ${STANDARD_SENSES.join(',')}`,
  });
}

/** Catalogue ids; throws InputError with the nearest one. */
export function materialsFrom(text: string): string[] {
  const known = materials.map((material) => material.id);
  const ids = wordsFrom(text);
  if (ids.length === 0) {
    throw new InputError({
      what: 'no material given',
      got: text,
      where: '--materials',
      cure: 'Give ids such as pet-bottle-clear,cardboard; looptwin materials lists them',
    });
  }
  const help = ' looptwin materials lists them';
  return ids.map((id) => knownFrom(['material', '--materials'], id, known, help));
}

/** `--look-coupling` for whatever shows frames. */
export const couplingOption = [
  '--look-coupling <share>',
  'how far substances show in their looks: 0 = look-alikes are equal to the camera, 1 = as in reality',
  String(FULL_COUPLING),
] as const;

/** Reads `--look-coupling`. */
export function couplingFrom(text: string): number {
  return numberFrom('--look-coupling', text, { min: 0, max: 1 });
}
