import { tierPrice } from '../../accounts/prices.ts';
import { LotDual } from './lot-dual.ts';
import { descend } from './lot-multipliers.ts';
import type { Multipliers } from './lot-offers.ts';
import { sdsAbove } from './lot-plan.ts';
import type { PooledOutput, SeenDay } from './seen-day.ts';

/** Rounds in which a plan's prices are bettered. */
const rounds = 40;

const mostPurity = 0.999;

/**
 * What a plan that foresees the day gains over passing everything on, EUR: an estimate, no bound, of what could be earned. The plan knows all
 * that comes and the sky, and is granted all else that the bound over lots grants; but it looks at whatever comes, knows no more of a thing
 * than its eyes tell, keeps each lot above its step by what pays, and is paid for what the lots turn out to be. Null where first looks at
 * everything take more joules than there are.
 */
export function foresightEur(seen: SeenDay, start: Multipliers): number | null {
  const { steps } = start;
  const day = { ...seen, joules: seen.joules - seen.massKg.length * (seen.rungs[0]?.energyJ ?? 0) };
  if (day.joules <= 0) return null;
  const certain = { ...start, otherEur: start.otherEur.map(() => Number.POSITIVE_INFINITY) };
  const exact = descend(new LotDual(day), day, steps, certain, rounds);
  const outputs = day.outputs.map((output, o) => {
    const sd = Math.sqrt(exact.rightKg2[o]!) / Math.max(1e-9, exact.lotKg[o]!);
    return above(output, steps[o]!, sd, exact.multipliers.purityEurPerKg[o]![steps[o]!]!);
  });
  const kept = { ...day, outputs };
  const { lotKg, rightKg, usedJ, multipliers } = descend(
    new LotDual(kept),
    kept,
    steps,
    exact.multipliers,
    rounds,
  );
  const soldEur = day.outputs.reduce((eur, output, o) => eur + lotEur(output, rightKg[o]!, lotKg[o]!), 0);
  const pickedKg = lotKg.reduce((sum, kg) => sum + kg, 0);
  // Prices keep to the joules only nearly: those that are too many are bought at their price.
  return soldEur + day.residueEurPerKg * pickedKg - multipliers.eurPerJ * Math.max(0, usedJ - day.joules);
}

/** An output whose lot is kept above a step by what pays, where the purity has this standard deviation. */
function above(output: PooledOutput, step: number, sd: number, purityEurPerKg: number): PooledOutput {
  const { minPurity } = output.tiers[step]!;
  if (minPurity === 0) return output;
  const aim = Math.min(mostPurity, minPurity + sd * sdsAbove(output.tiers, step, purityEurPerKg * sd));
  const tiers = output.tiers.map((tier, t) => (t === step ? { ...tier, minPurity: aim } : tier));
  return { ...output, tiers };
}

/** What a lot is sold for. */
function lotEur({ tiers, contaminantEurPerKg }: PooledOutput, rightKg: number, lotKg: number): number {
  return tierPrice(tiers, rightKg / lotKg) * rightKg - contaminantEurPerKg * (lotKg - rightKg);
}
