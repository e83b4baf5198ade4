import type { RunKey } from '../../sim/run.ts';
import { gradedInputOf, gradedInputs, TransferMeter } from '../../sim/score/transfer.ts';
import { standingCost } from '../../sim/site/upkeep/standing-cost.ts';
import type { WorldSpec } from '../../sim/world.ts';
import { type DayPlayer, playDay } from './day.ts';
import type { Variant } from './steps.ts';

/** Plays one shift of a site and measures what went where: by material and condition, with what it cost. */
export interface ShiftStep {
  readonly kind: 'shift';
  readonly world: WorldSpec;
  readonly key: RunKey;
  readonly variant: Variant;
}

/** What an output of a shift was believed to hold and held, kg. */
export interface ShiftOutput {
  readonly id: string;
  readonly totalKg: number;
  readonly acceptedKg: number;
  readonly believedKg: number;
}

/** What was measured in a shift. */
export interface ShiftOutcome {
  /** Material and condition; the columns of `kg`. */
  readonly inputs: readonly string[];
  /** The rows of `kg`; the residue is the last. */
  readonly outputs: readonly string[];
  /** [outputs, inputs] kg, row-major. */
  readonly kg: readonly number[];
  readonly bins: readonly ShiftOutput[];
  readonly revenueEur: number;
  readonly costEurByCause: Readonly<Record<string, number>>;
  /** kgCO2e by boundary, then by cause. */
  readonly co2eKg: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly robotJ: number;
  readonly mainsJ: number;
  readonly downtimeS: number;
  /** Share of the items whose material was named right at first sight. */
  readonly accuracy: number;
  /** SHA-256 over all events and decisions. */
  readonly fingerprint: string;
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
