import type { JsonValue } from '../../../sim/record/json.ts';
import { codeHash, worldCode } from '../../store/code.ts';
import { addressOf } from '../../store/store.ts';
import type { Study } from './study.ts';

/** What decides every row of a study: two of equal recipe can be put together. */
export interface Recipe {
  /** Hash of what is compared: points with all their settings, days, seed, quantity. */
  readonly study: string;
  /** Hash of the code that plays the days, and of the networks that look at them. */
  readonly code: string;
}

export function recipeOf({ head, planOf }: Study): Recipe {
  // How the file is called here, and its words for people, decide nothing.
  const { source: _s, title: _t, question: _q, expected: _e, ...compared } = head;
  const plans = head.points.map((_, point) => planOf(point, 0));
  const hash = (kind: string, recipe: object) =>
    addressOf(kind, JSON.parse(JSON.stringify(recipe)) as JsonValue);
  return {
    study: hash('study', { compared, worlds: plans.map(({ world }) => world) }),
    code: hash('study-code', { code: codeHash(worldCode), variants: plans.map(({ variants }) => variants) }),
  };
}
