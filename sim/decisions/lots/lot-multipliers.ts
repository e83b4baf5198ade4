import type { DualValue, LotDual } from './lot-dual.ts';
import { askedPurity, caseLines, type Multipliers, stepLines } from './lot-lines.ts';
import { bestStep } from './lot-plan.ts';
import type { SeenDay } from './seen-day.ts';

/** Rounds in which multipliers are bettered where all lots reach their best steps. */
const rounds = 60;

/** What purity costs at a step that is tried for the first time, EUR/kg. */
export const firstPurityEur = 0.5;

/** What else is charged at first: EUR/J, and EUR by which steps are told apart. */
const first = { eurPerJ: 4e-5, apartEur: 0.6 };

/** Smallest price of purity that can still grow, and the largest; EUR/kg. */
const [leastPurityEur, mostPurityEur] = [0.02, 60];

/** Factors by which what belongs to one lot is moved by trial, and how often all of it is. */
const factors = [0.5, 0.7, 0.85, 1.2, 1.5, 2];
const sweeps = 3;

/**
 * A lot whose doubt of its step is worth no more than the first is left as it is, EUR; where it is still worth more than the second, purity is
 * priced at the next step too; and sweeps end that gain no more than the third.
 */
const [doubtEur, deepEur, sweepEur] = [0.02, 0.3, 0.005];

/** What purity costs at the next step when that is first tried, EUR/kg. */
const nextTried = [0.2, 1];

/** Multipliers that make the bound small: those of a day on which every lot reaches its best step, bettered for each lot in doubt. */
export function tuned(dual: LotDual, day: SeenDay): Multipliers {
  const each = (value: number) => new Float64Array(day.outputs.length).fill(value);
  const start = {
    eurPerJ: first.eurPerJ,
    purityEurPerKg: each(firstPurityEur),
    nextEurPerKg: each(0),
    apartEur: each(first.apartEur),
  };
  const sure = descend(dual, day, day.outputs.map(bestStep), start, rounds).multipliers;
  return day.outputs.reduce((multipliers, _, o) => betteredFor(dual, day, o, multipliers), sure);
}

/** Multipliers for lots that each reach a step for sure, bettered round by round; answers with the best found, and with what they come to. */
export function descend(
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
  return { ...now, eurPerJ: Math.max(1e-9, eurPerJ), purityEurPerKg };
}

/** Multipliers by which the worst case of one lot is worth less, where all other lots reach their best steps. */
function betteredFor(dual: LotDual, day: SeenDay, o: number, start: Multipliers): Multipliers {
  const { eurPerJ } = start;
  const sure = stepLines(day.outputs, day.outputs.map(bestStep), start);
  let lastWorst = 0;
  /** What the worst case is worth; Infinity where that is at least `leastEur`. */
  const worst: Worst = (multipliers, leastEur) => {
    const cases = caseLines(day.outputs[o]!, o, multipliers);
    // The case that was worst last time comes first, as it mostly settles it.
    const order = [lastWorst, ...cases.keys()].filter((n, at) => at === 0 || n !== lastWorst);
    let most = -Infinity;
    for (const n of order) {
      const { eur } = dual.value(sure.with(o, [cases[n]!]), eurPerJ);
      if (eur > most) [most, lastWorst] = [eur, n];
      if (most >= leastEur) return Infinity;
    }
    return most;
  };
  const sureEur = dual.value(sure, eurPerJ).eur;
  const untouched = { multipliers: start, eur: worst(start, Infinity) };
  if (untouched.eur < sureEur + doubtEur) return start;
  let best = searched(worst, o, untouched);
  if (best.eur < sureEur + deepEur || day.outputs[o]!.tiers.length < 3) return best.multipliers;
  const { multipliers } = best;
  for (const eur of nextTried) {
    const priced = { ...multipliers, nextEurPerKg: multipliers.nextEurPerKg.with(o, eur) };
    const found = searched(worst, o, { multipliers: priced, eur: worst(priced, Infinity) });
    if (found.eur < best.eur) best = found;
  }
  return best.multipliers;
}

type Worst = (multipliers: Multipliers, leastEur: number) => number;

/** Multipliers, and what the worst case is worth by them. */
interface Tried {
  readonly multipliers: Multipliers;
  readonly eur: number;
}

/** Moves what belongs to one lot by trial, as long as that makes its worst case worth less. */
function searched(worst: Worst, o: number, start: Tried): Tried {
  let best = start;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const before = best.eur;
    for (const name of ['apartEur', 'purityEurPerKg', 'nextEurPerKg'] as const) {
      if (best.multipliers[name][o] === 0) continue;
      for (const factor of factors) {
        const values = best.multipliers[name];
        const multipliers = { ...best.multipliers, [name]: values.with(o, factor * values[o]!) };
        const eur = worst(multipliers, best.eur);
        if (eur < best.eur) best = { multipliers, eur };
      }
    }
    if (before - best.eur < sweepEur) break;
  }
  return best;
}
