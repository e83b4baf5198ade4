import { performance } from 'node:perf_hooks';
import type { Sink } from '../../sim/ports.ts';
import { type Run, startRun } from '../../sim/run.ts';
import { gradedInputOf, gradedInputs, TransferMeter } from '../../sim/score/transfer.ts';
import { standingCost } from '../../sim/site/upkeep/standing-cost.ts';
import { fittedWith, type OwnParts, openPolicies, sensesWith } from '../own/parts.ts';
import { Observer } from '../record/observer.ts';
import { Recording } from '../record/recording.ts';
import type { ContentStore } from '../store/store.ts';
import type { Report } from '../threads/progress.ts';
import type { ArrivalBook } from './arrivals.ts';
import { type OpenEyes, openEyes, withBeliefs } from './perception.ts';
import type { DayOutcome, DayStep, ShiftOutcome, ShiftOutput, ShiftStep } from './steps.ts';

/** Longest slice of simulation between two drains. */
const sliceMs = 150;
const eventsPerCheck = 256;

/** Plays until the slice is over; false when the day is. */
function playSlice(run: Run): boolean {
  const until = performance.now() + sliceMs;
  while (performance.now() < until) if (!run.advance(eventsPerCheck)) return false;
  return true;
}

const clock = (timeUs: number, startHour: number): string => {
  const minutes = Math.floor(startHour * 60 + timeUs / 60e6);
  return `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};

/** What a thread that plays days brings along. */
export interface DayPlayer {
  readonly store: ContentStore;
  /** Items of days that were played before on this thread. */
  readonly arrivals: ArrivalBook;
  readonly report: Report;
  /** Functions of the caller, on the thread that knows them. */
  readonly own?: OwnParts;
  /** Called whenever a day begins (anew), which may be twice: who else looks on. */
  readonly watch?: () => Watch;
}

/** Somebody who looks on while a day is played, and reads its books at the end. */
export interface Watch extends Sink {
  ended(run: Run): void;
}

/** Plays one day, records it if asked to, and keeps the beliefs for the next time. */
export async function playDay(asked: DayStep, player: DayPlayer): Promise<DayOutcome> {
  const step = { ...asked, world: fittedWith(asked.world, player.own?.senses ?? []) };
  const open = (live: boolean) =>
    openEyes(step.variant, step.world, step.key, player.store, live, player.own);
  const startedMs = performance.now();
  const played = await withBeliefs(open, (eyes) => playWith(eyes, step, player));
  return { ...played, costS: (performance.now() - startedMs) / 1000 };
}

/** Two who are told of everything, one after the other. */
function both(first: Sink, second: Sink): Sink {
  return {
    event(event) {
      first.event(event);
      second.event(event);
    },
    item(timeUs, index, item) {
      first.item?.(timeUs, index, item);
      second.item?.(timeUs, index, item);
    },
  };
}

type Played = Omit<DayOutcome, 'costS'>;

async function playWith(
  open: OpenEyes,
  { world, key, variant, recording: kept }: DayStep,
  { arrivals, report, own, watch }: DayPlayer,
): Promise<Played> {
  const observer = new Observer(kept?.keeps ?? 'nothing');
  const recording = kept === null ? null : await Recording.open(kept.path);
  const ports = {
    seeing: variant.perception,
    senses: sensesWith(own?.senses ?? []),
    eyes: (robotId: string) => open.eyes(robotId),
    ...openPolicies(variant, world, own?.policies),
  };
  const onlooker = watch?.();
  const sink = onlooker === undefined ? observer : both(observer, onlooker);
  const run = startRun(world, key, ports, sink, arrivals.of(world, key));
  const task = `playing the day: ${variant.perception}, ${variant.maintenance}`;
  try {
    for (let more = true; more; ) {
      more = playSlice(run);
      await recording?.add(observer.drain());
      report({ task, done: run.nowUs, total: run.endUs, note: clock(run.nowUs, world.site.startHour) });
      await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    await recording?.close();
  }
  open.keep();
  onlooker?.ended(run);
  const summary = run.summary();
  return {
    variant,
    summary: JSON.parse(JSON.stringify(summary)) as typeof summary,
    eventHash: observer.hex(),
    events: observer.events,
    decisions: observer.decisions,
    tables: observer.tables(),
  };
}

/** Plays a shift and reads its books. */
export async function playShift(step: ShiftStep, player: DayPlayer): Promise<ShiftOutcome> {
  const { world, key, variant } = step;
  let read: (() => Omit<ShiftOutcome, keyof Told>) | undefined;
  const watch = () => {
    const meter = new TransferMeter(
      gradedInputs(world.feed.materials.map(({ materialId }) => materialId)),
      world.outputs.map(({ id }) => id),
      gradedInputOf,
    );
    return {
      event: (event: Parameters<TransferMeter['event']>[0]) => meter.event(event),
      item: (...told: Parameters<TransferMeter['item']>) => meter.item(...told),
      ended(run: Parameters<typeof booksOf>[0]) {
        const { inputs, outputs, kg } = meter;
        read = () => ({ inputs, outputs, kg: [...kg], ...booksOf(run) });
      },
    };
  };
  const day = await playDay({ kind: 'day', world, key, variant, recording: null }, { ...player, watch });
  if (read === undefined) throw new Error('shift: the day ended and nobody read its books');
  const { revenueEur, costEurByCause, robotEnergyJ, downtimeS, accuracy } = day.summary;
  return {
    ...read(),
    ...{ revenueEur, costEurByCause, downtimeS },
    robotJ: robotEnergyJ,
    mainsJ: standingCost(world).mainsKWh * J_PER_KWH,
    accuracy: accuracy.material,
    fingerprint: day.eventHash,
  };
}

/** What the summary of a day tells. */
type Told = Pick<
  ShiftOutcome,
  'revenueEur' | 'costEurByCause' | 'robotJ' | 'mainsJ' | 'downtimeS' | 'accuracy' | 'fingerprint'
>;

const J_PER_KWH = 3.6e6;
const CARBON = 'kgCO2e:';

/** What only the books tell: carbon by cause, and what outputs were believed to hold. */
function booksOf(run: {
  accounts(): readonly {
    readonly unit: string;
    readonly cause: string;
    readonly amount: number;
  }[];
  intake(): readonly ShiftOutput[];
}): Pick<ShiftOutcome, 'bins' | 'co2eKg'> {
  const co2eKg: Record<string, Record<string, number>> = {};
  for (const { unit, cause, amount } of run.accounts()) {
    if (!unit.startsWith(CARBON)) continue;
    const boundary = unit.slice(CARBON.length);
    co2eKg[boundary] ??= {};
    co2eKg[boundary][cause] = (co2eKg[boundary][cause] ?? 0) + amount;
  }
  return { bins: run.intake(), co2eKg };
}
