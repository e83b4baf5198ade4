import type { JsonValue } from '../../../sim/record/json.ts';
import { codeHash, worldCode } from '../../store/code.ts';
import { addressOf } from '../../store/store.ts';
import type { Study } from './study.ts';

/** What decides every row of a study: two of equal recipe can be put together. */
export interface Recipe {
  /** The same as `study`, however many days there are: one of more days continues one of fewer. */
  readonly subject: string;
  /** Hash of what is compared: points with all their settings, days, seed, quantity. */
  readonly study: string;
  /** Hash of the code that plays the days, and of the networks that look at them. */
  readonly code: string;
}

export function recipeOf({ head, planOf }: Study): Recipe {
  // How the file is called here, and its words for people, decide nothing.
  const { source: _s, command: _c, title: _t, question: _q, expected: _e, ...played } = head;
  const { rules: _r, leavesOut: _l, ...told } = played;
  // The worlds say what the settings say.
  const { settings: _v, replications, ...compared } = told;
  const plans = head.points.map((_, point) => planOf(point, 0));
  const hash = (kind: string, recipe: object) =>
    addressOf(kind, JSON.parse(JSON.stringify(recipe)) as JsonValue);
  const subject = hash('study', { compared, worlds: plans.map(({ world }) => world) });
  return {
    subject,
    study: hash('study', { subject, replications }),
    code: hash('study-code', { code: codeHash(worldCode), variants: plans.map(({ variants }) => variants) }),
  };
}
