import { tierPrice } from '../../accounts/prices.ts';
import { LotDual } from './lot-dual.ts';
import type { Multipliers } from './lot-lines.ts';
import { firstPurityEur, type KeptPlan, keeping } from './lot-multipliers.ts';
import { bestStep } from './lot-plan.ts';
import type { PooledOutput, SeenDay } from './seen-day.ts';

/** Rounds in which a plan's prices are bettered, and in which another step of a lot is tried. */
const rounds = { all: 40, step: 15 };

/**
 * What a plan that foresees the day gains over passing everything on, EUR: an estimate, no bound, of what could be earned. The plan knows all
 * that comes, which grips hold and the sky, and is granted all else that the bound over lots grants; but it looks at whatever comes, knows
 * no more of a thing than its eyes tell, keeps each lot above its step by what pays, and is paid for what the lots turn out to be. Null where
 * first looks at everything take more joules than there are.
 */
export function foresightEur(day: SeenDay, start: Multipliers): number | null {
  if (day.joules <= day.massKg.length * day.rungs[0]!.energyJ) return null;
  const { lotKg, rightKg, usedJ, multipliers } = planned(day, start);
  const soldEur = day.outputs.reduce((eur, output, o) => eur + lotEur(output, rightKg[o]!, lotKg[o]!), 0);
  const pickedKg = lotKg.reduce((sum, kg) => sum + kg, 0);
  // Prices keep to the joules only nearly: those that are too many are bought at their price.
  return soldEur + day.residueEurPerKg * pickedKg - multipliers.eurPerJ * Math.max(0, usedJ - day.joules);
}

/** The plan of the steps that promise most, one lot bettered after the other. */
function planned(day: SeenDay, start: Multipliers): KeptPlan {
  const dual = new LotDual(day);
  let plan = keeping(dual, day, day.outputs.map(bestStep), start, rounds.all);
  day.outputs.forEach(({ tiers }, o) => {
    tiers.forEach((_, step) => {
      if (step === plan.steps[o]) return;
      const steps = plan.steps.with(o, step);
      const purityEurPerKg = plan.multipliers.purityEurPerKg.with(o, firstPurityEur);
      const tried = { ...plan.multipliers, purityEurPerKg };
      const found = keeping(dual, day, steps, tried, rounds.step, (output) => output === o);
      if (found.eur <= plan.eur) return;
      // Prices that are not found yet promise too much.
      const settled = keeping(dual, day, steps, found.multipliers, rounds.all);
      if (settled.eur > plan.eur) plan = settled;
    });
  });
  return keeping(dual, day, plan.steps, plan.multipliers, rounds.all);
}

/** What a lot is sold for. */
function lotEur({ tiers, contaminantEurPerKg }: PooledOutput, rightKg: number, lotKg: number): number {
  return tierPrice(tiers, rightKg / lotKg) * rightKg - contaminantEurPerKg * (lotKg - rightKg);
}
