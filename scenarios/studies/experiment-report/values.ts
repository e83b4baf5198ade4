import { must } from '../../../sim/record/must.ts';
import { plain, type Series, seriesOf } from '../../report/colours.ts';
import { NAME_LETTERS } from '../../report/draw.ts';
import type { QuantityName } from '../../schema/day/compare.ts';
import type { Interval } from '../../stats/interval.ts';
import type { PointEstimate } from '../experiment/compare.ts';
import type { ExperimentDocument, ReplicationRow } from '../experiment/document.ts';
import { printed } from '../experiment/quantities.ts';
import { pointLabel } from '../experiment/ways/day-key.ts';

/** More names than this in one figure nobody reads: those that matter most are drawn, and the tables have all. */
export const MOST_DRAWN = 30;

/** As many lines as there are hues. */
export const MOST_LINES = 12;

/** Names of the ways to play as figures have room for them: whoever has a longer one is called by its number in the table. */
export function labelsOf({ points }: Pick<ExperimentDocument, 'points'>): ReadonlyMap<string, string> {
  const fits = points.every(({ name }) => name.length <= NAME_LETTERS);
  return new Map(points.map(({ name }, i) => [name, fits ? name : `point ${i + 1}`]));
}

/** Ticks of a logarithmic axis that a reader knows: 1, 2 and 5 of each decade. */
export function decades(low: number, high: number): number[] {
  const first = Math.floor(Math.log10(low));
  const steps = Array.from({ length: Math.ceil(Math.log10(high)) - first + 1 }, (_, i) => 10 ** (first + i));
  return steps.flatMap((step) => [step, 2 * step, 5 * step]).filter((tick) => tick >= low && tick <= high);
}

/** `1 day`, `7 days`. */
export const daysText = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;

/** A quantity as it is printed: percent where it is a share. */
export const shown = (value: number, quantity: QuantityName): number => printed[quantity].scale * value;

/** The same as a text in the digits of the quantity. */
export function told(value: number, quantity: QuantityName): string {
  return shown(value, quantity).toFixed(printed[quantity].digits);
}

/** True where the interval excludes 0. */
export const isSettled = ({ lo, hi }: Interval): boolean => lo > 0 || hi < 0;

/** The days of one way to play them, in their order; only those that count. */
export function daysOf({ kind, rows }: ExperimentDocument, point: PointEstimate): ReplicationRow[] {
  const isOwn = (row: ReplicationRow) =>
    kind === 'perceptions' || row.point === point.name || point.name.startsWith(`${row.point}, `);
  return rows.filter(
    (row) =>
      row.counted &&
      row.perception === point.perception &&
      row.maintenance === point.maintenance &&
      isOwn(row),
  );
}

/** Ways to play the days with the highest mean first, as many as one figure shows. */
export function ranked({ points, quantity }: ExperimentDocument): PointEstimate[] {
  return [...points]
    .sort((a, b) => b.estimates[quantity].mean - a.estimates[quantity].mean)
    .slice(0, MOST_DRAWN);
}

/** Colours of the ways to play: ways of seeing have their own; where there are more than hues, all have one. */
export function coloursOf({ kind, points }: ExperimentDocument): ReadonlyMap<string, Series> {
  const names = points.map(({ name }) => name);
  const seeing = points.map(({ perception }) => perception);
  const series =
    names.length > MOST_LINES
      ? names.map((name) => ({ name, colour: plain, dash: '' }))
      : seriesOf(
          kind === 'perceptions' ? 'perception' : null,
          names,
          kind === 'perceptions' ? seeing : names,
        );
  return new Map(series.map((one) => [one.name, one]));
}

/** What is compared: the differences, or the effects of a plan, with what each was on each day. */
export interface Compared {
  readonly name: string;
  /** Whose effect it is; empty where that is clear. */
  readonly of: string;
  readonly kind: 'difference' | 'mean' | 'main' | 'interaction';
  readonly interval: Interval;
  readonly byDay: readonly number[];
}

export function comparedOf({ plan, differences, quantity }: ExperimentDocument): Compared[] {
  if (plan === null)
    return differences.map(({ better, than, estimates, byDay }) => {
      const interval = estimates[quantity];
      return { name: `${better} - ${than}`, of: '', kind: 'difference', interval, byDay };
    });
  const several = new Set(plan.effects.map(({ of }) => of)).size > 1;
  return plan.effects.map(({ of, kind, name, estimates, byDay }) => {
    return { name, of: several ? of : '', kind, interval: estimates[quantity], byDay };
  });
}

/** What weighs most first. */
export function largestFirst(compared: readonly Compared[]): Compared[] {
  return [...compared].sort((a, b) => Math.abs(b.interval.mean) - Math.abs(a.interval.mean));
}

/** The command that plays one day of a way to play them. */
export function dayCommand({ dayCommands }: ExperimentDocument, row: ReplicationRow): string {
  const label = pointLabel(row.point, row.training);
  const own = dayCommands.find(({ point }) => point === label) ?? dayCommands[0];
  return must(own, 'command of a point')
    .command.replace(/--seed \d+/, `--seed ${row.seed}`)
    .replace('--replication 0', `--replication ${row.replication}`);
}
