import { must } from '../../../sim/record/must.ts';
import { commandLine } from '../../command-line.ts';
import { InputError } from '../../errors.ts';
import type { CellOutcome, Execution } from '../day/execute.ts';
import { busyShareOf } from '../day/robots.ts';
import { npvOf, sortedKgOf } from '../worth/economics.ts';
import { type Quantities, quantitiesOf } from './quantities.ts';
import type { Study, StudyHead } from './study.ts';
import { dayKey } from './ways/day-key.ts';

/** One point on one day: what is played at once, by whoever plays it. */
export interface Cell {
  /** Place of the point in the study. */
  readonly point: number;
  readonly replication: number;
}

/** What became of a cell, as plain data: equal wherever and whenever it was played. */
export type CellRow = DoneCell | FailedCell;

export interface DoneCell extends Cell {
  readonly status: 'done';
  /** In the order of the point's variants. */
  readonly days: readonly DayRow[];
  readonly boundEur: number;
}

/** One variant's day. */
export interface DayRow {
  /** SHA-256 over all canonical events and decisions. */
  readonly eventHash: string;
  readonly quantities: Quantities;
  /** What was sold, EUR. */
  readonly revenueEur: number;
  /** Mass that was put to use again. */
  readonly shelfKg: number;
  /** Mass that came, and what of it was put into bins. */
  readonly massKg: number;
  readonly sortedKg: number;
  /** Share of the day in which each robot looks, thinks or moves, in the order of the robots. */
  readonly busyShares: readonly number[];
}

export interface FailedCell extends Cell {
  readonly status: 'failed';
  readonly seed: number;
  readonly error: string;
  /** One command that plays this day again. */
  readonly command: string;
}

/** Every cell of so many days from one on: all points of a day before the next day. */
export function cellsOf({ points }: StudyHead, days: number, from = 0): Cell[] {
  return Array.from({ length: days - from }, (_, day) => from + day).flatMap((replication) =>
    points.map((_, point) => ({ point, replication })),
  );
}

/** One part of so many, counted from 1: `2/3`. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/**
 * Cells of a study that a shard plays: every n-th, so that slow points are spread over all. A rule that stops early cannot see
 * the other shards: all days up to the upper bound are played, and those that were not needed are left out afterwards.
 */
export function cellsOfShard(head: StudyHead, { index, of }: Shard): Cell[] {
  return cellsOf(head, head.replications.to).filter((_, place) => place % of === index - 1);
}

export function doneCell(head: StudyHead, cell: Cell, { days, bound: { boundEur } }: CellOutcome): DoneCell {
  const { terms, variants } = must(head.points[cell.point], 'point');
  const nothing = must(
    days.find(({ variant }) => variant.instead === 'nobody'),
    'day with nobody',
  );
  return {
    status: 'done',
    ...cell,
    days: days.map((day, index) => {
      const gainEur = day.summary.valueEur - nothing.summary.valueEur;
      const npvEur = npvOf(terms, must(variants[index], 'variant').capital, gainEur / terms.days);
      const quantities = quantitiesOf(day, { boundEur, npvEur });
      const { revenueEur, nextUse, massKg, robots } = day.summary;
      const shelfKg = nextUse?.uses.find(({ use }) => use === 'reuse')?.massKg ?? 0;
      return {
        ...{ eventHash: day.eventHash, quantities, revenueEur, shelfKg },
        ...{ massKg, sortedKg: sortedKgOf(day.summary), busyShares: robots.map(busyShareOf) },
      };
    }),
    boundEur,
  };
}

/** The command line that plays the day of a cell, or the call where it needs functions of the caller. */
export function commandOf(head: StudyHead, { point, replication }: Cell): string {
  const { set, own } = must(head.points[point], 'point');
  if (own) {
    const settings = JSON.stringify({ ...dayKey(head, replication), set });
    return `run(${JSON.stringify(head.source)}, { ...${settings}, ...yourFunctions })`;
  }
  const { seed } = dayKey(head, replication);
  return commandLine('run', { source: head.source, options: { seed, replication }, set });
}

export function failedCell(head: StudyHead, cell: Cell, reason: unknown): FailedCell {
  const error = reason instanceof Error ? reason.message : String(reason);
  const { seed } = dayKey(head, cell.replication);
  return { status: 'failed', ...cell, seed, error, command: commandOf(head, cell) };
}

/** Whoever can play the day of a cell. */
export type CellPlayer = Pick<Execution, 'cell' | 'expectCell'>;

/**
 * Plays cells side by side; their rows come in the order of the cells. One that fails is a row too, and the others go on.
 * Throws the signal's reason when stopped, and InputError where every cell was refused for its input.
 */
export async function playCells(
  { head, planOf }: Study,
  cells: readonly Cell[],
  player: CellPlayer,
  signal: AbortSignal,
): Promise<CellRow[]> {
  const planned = cells.map((cell) => ({ cell, plan: planOf(cell.point, cell.replication) }));
  for (const { plan } of planned) player.expectCell(plan);
  const ended = await Promise.allSettled(planned.map(({ plan }) => player.cell(plan)));
  signal.throwIfAborted();
  const reasons = ended.map((end): unknown => (end.status === 'rejected' ? end.reason : undefined));
  if (reasons.every((reason) => reason instanceof InputError)) throw reasons[0];
  return ended.map((end, index) => {
    const cell = must(cells[index], 'cell');
    return end.status === 'fulfilled' ? doneCell(head, cell, end.value) : failedCell(head, cell, end.reason);
  });
}
