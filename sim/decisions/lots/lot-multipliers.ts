import type { DualValue, LotDual } from './lot-dual.ts';
import { askedPurity, type Multipliers, stepLines } from './lot-lines.ts';
import { sdsAbove } from './lot-plan.ts';
import type { PooledOutput, SeenDay } from './seen-day.ts';

/** What purity costs at a step that is tried for the first time, EUR/kg. */
export const firstPurityEur = 0.5;

/** What a joule costs at first, EUR. */
const firstEurPerJ = 4e-5;

/** More cannot be aimed at. */
const mostPurity = 0.999;

/** Smallest price of purity that can still grow, and the largest; EUR/kg. */
const [leastPurityEur, mostPurityEur] = [0.02, 60];

/** What a plan does, and at which prices; `eur` is what it promises where lots are kept above their steps. */
export type KeptPlan = DualValue & { readonly steps: readonly number[]; readonly multipliers: Multipliers };

/** Multipliers that a search begins with. */
export function firstMultipliers({ outputs }: SeenDay): Multipliers {
  return { eurPerJ: firstEurPerJ, purityEurPerKg: new Float64Array(outputs.length).fill(firstPurityEur) };
}

/** A plan for some steps that keeps each lot above its step by what pays, given how much it spreads where it lies on it. */
export function keeping(
  dual: LotDual,
  day: SeenDay,
  steps: readonly number[],
  start: Multipliers,
  count: number,
  moves?: (output: number) => boolean,
): KeptPlan {
  const exact = descend(dual, day, steps, start, count, moves);
  const outputs = day.outputs.map((output, o) => {
    const sd = Math.sqrt(exact.rightKg2[o]!) / Math.max(1e-9, exact.lotKg[o]!);
    return above(output, steps[o]!, sd, exact.multipliers.purityEurPerKg[o]!);
  });
  return { steps, ...descend(dual, { ...day, outputs }, steps, exact.multipliers, count, moves) };
}

/** An output whose lot is kept above a step by what pays, where the purity has this standard deviation. */
function above(output: PooledOutput, step: number, sd: number, purityEurPerKg: number): PooledOutput {
  const minPurity = askedPurity(output, step);
  if (minPurity === 0) return output;
  const aim = Math.min(mostPurity, minPurity + sd * sdsAbove(output.tiers, step, purityEurPerKg * sd));
  return { ...output, tiers: output.tiers.with(step, { ...output.tiers[step]!, minPurity: aim }) };
}

/** Multipliers for lots that each reach a step for sure, bettered round by round; answers with the best found, and with what they come to. */
function descend(
  dual: LotDual,
  day: SeenDay,
  steps: readonly number[],
  start: Multipliers,
  count: number,
  moves: (output: number) => boolean = () => true,
): DualValue & { readonly multipliers: Multipliers } {
  const worth = (multipliers: Multipliers) =>
    dual.value(stepLines(day.outputs, steps, multipliers), multipliers.eurPerJ);
  let now = start;
  let value = worth(now);
  let best = { ...value, multipliers: now };
  for (let round = 1; round < count; round++) {
    now = moved(now, value, day, steps, 1 / Math.sqrt(round), moves);
    value = worth(now);
    if (value.eur < best.eur) best = { ...value, multipliers: now };
  }
  return best;
}

/** A limit that is exceeded becomes dearer by a share, one that is not becomes cheaper. */
function moved(
  now: Multipliers,
  { usedJ, believedKg, lotKg }: DualValue,
  { joules, outputs }: SeenDay,
  steps: readonly number[],
  pace: number,
  moves: (output: number) => boolean,
): Multipliers {
  const changed = (excess: number) => Math.exp(pace * Math.max(-1, Math.min(1, excess)));
  const eurPerJ = joules > 0 ? now.eurPerJ * changed((usedJ - joules) / joules) : now.eurPerJ;
  const purityEurPerKg = now.purityEurPerKg.map((eur, o) => {
    const minPurity = askedPurity(outputs[o]!, steps[o]!);
    if (minPurity === 0 || !moves(o)) return eur;
    const missedKg = minPurity * lotKg[o]! - believedKg[o]!;
    const dearer = changed((20 / 3) * (missedKg / (lotKg[o]! + 0.05)));
    return Math.min(mostPurityEur, Math.max(leastPurityEur, eur) * dearer);
  });
  return { eurPerJ: Math.max(1e-9, eurPerJ), purityEurPerKg };
}
