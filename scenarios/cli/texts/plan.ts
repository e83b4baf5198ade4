import { must } from '../../../sim/record/must.ts';
import type { QuantityName } from '../../schema/day/compare.ts';
import { designText } from '../../studies/experiment/answer.ts';
import { shownValue } from '../../studies/experiment/design.ts';
import type { ExperimentDocument } from '../../studies/experiment/document.ts';
import type { PlanFindings } from '../../studies/experiment/findings.ts';
import { plusMinus, table } from '../terminal/table.ts';
import { estimatesText, heads } from './estimates.ts';

/** More points than this are counted instead of printed; `--json` has all. */
const MOST_LINES = 40;

function cut(rows: readonly string[][], what: string): { rows: readonly string[][]; more: string[] } {
  if (rows.length <= MOST_LINES) return { rows, more: [] };
  return {
    rows: rows.slice(0, MOST_LINES),
    more: [`(${rows.length - MOST_LINES} more ${what}: --json has all)`],
  };
}

/** Each point with what it did; ways of seeing inside the points stand below each other. */
function pointsTable(
  { points }: ExperimentDocument,
  { design }: PlanFindings,
  shown: readonly QuantityName[],
): string[] {
  const names = design.factors.map(({ name }) => name);
  const all = points.map(({ levels, perception, maintenance, estimates }) => [
    ...names.map((name) => shownValue(levels[name] ?? null)),
    ...[perception, maintenance],
    ...estimatesText(estimates, shown),
  ]);
  const { rows, more } = cut(all, 'points');
  return [table([...names, 'seeing', 'maintenance', ...heads(shown)], rows), ...more];
}

function effectsTable(
  { effects }: PlanFindings,
  quantity: QuantityName,
  shown: readonly QuantityName[],
): string[] {
  const line = effects.some(({ standardised }) => standardised !== null);
  const several = new Set(effects.map(({ of }) => of)).size > 1;
  const all = effects.map(({ of, name, aliases, estimates, standardised }) => [
    [name, ...aliases].join(' = '),
    ...(several ? [of] : []),
    ...(line ? [plusMinus(standardised?.[quantity], 2)] : []),
    ...estimatesText(estimates, shown),
  ]);
  const { rows, more } = cut(all, 'effects');
  const head = ['effect', ...(several ? ['of'] : []), ...(line ? ['standardised'] : []), ...heads(shown)];
  return [table(head, rows), ...more];
}

/** How effects are meant, and what the design mixes up. */
function effectsHead({ design, explained }: PlanFindings): string[] {
  const { fraction } = design;
  if (explained !== null)
    return [
      `Effects over the whole range of a factor, by a line through all points on each day; it explains ${(100 * explained).toFixed(0)} % of the spread, and the scatter of the points about it is in the intervals.`,
    ];
  const words =
    'Effects on the same days, over all levels of the other factors; a x b: half of what the effect of one changes by with the other.';
  if (fraction === null || fraction.generators.length === 0) return [words];
  return [words, `Generators: ${fraction.generators.join('; ')}. Effects joined by = cannot be told apart.`];
}

/** The tables of a plan. */
export function planTables(document: ExperimentDocument, shown: readonly QuantityName[]): string[] {
  const plan = must(document.plan, 'plan');
  return [
    `Design: ${designText(plan.design)}`,
    '',
    ...pointsTable(document, plan, shown),
    '',
    ...effectsHead(plan),
    ...effectsTable(plan, document.quantity, shown),
  ];
}
