import { type JudgedRule, ruleVerdictText } from '../schema/reading/rules.ts';
import type { Columns } from './columns.ts';

/** What was expected as rules and what became of it: printed, in reports and for a pull request. */
export const ruleColumns: Columns<JudgedRule> = [
  ['expected', ({ says }) => says],
  ['written', ({ written }) => written],
  ['found', ({ figure }) => (figure === '' ? '-' : figure)],
  ['verdict', (rule) => ruleVerdictText(rule)],
];

/** Notes to such a table: what was known of results when rules were written. */
export function notBlindNotes(rules: readonly JudgedRule[]): string {
  const reasons = new Set(rules.flatMap(({ notBlind }) => notBlind ?? []));
  const told = [...reasons].map((reason) => `Not blind: ${reason}.`);
  return ['Held: the whole interval keeps the limits; refuted: all of it breaks one.', ...told].join(' ');
}
