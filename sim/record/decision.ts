import type { JsonObject } from './json.ts';

/** One option that was on the table, with what the decider expected of it. */
export interface Option {
  readonly action: string;
  readonly expectedEur: number;
}

/** What was known, what was chosen, and what the hidden state says would have been best. */
export interface Decision {
  readonly timeUs: number;
  /** Who decided: `robot:r1`, `maintenance`. */
  readonly by: string;
  readonly kind: 'sort' | 'process' | 'route' | 'maintain';
  readonly subject: string;
  readonly seen: JsonObject;
  readonly options: readonly Option[];
  readonly chosen: string;
  readonly best: { readonly action: string; readonly valueEur: number };
}
