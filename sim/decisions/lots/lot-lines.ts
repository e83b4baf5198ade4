import { bestStep } from './lot-plan.ts';
import type { PooledOutput } from './seen-day.ts';

/** What is charged for limits instead of keeping them: any values give a bound, prices from 0 on, and above 0 what tells steps apart. */
export interface Multipliers {
  readonly eurPerJ: number;
  /** By output: EUR per kg by which its lot misses the purity of its best step, and of the next; 0: the next price is paid at any purity. */
  readonly purityEurPerKg: Float64Array;
  readonly nextEurPerKg: Float64Array;
  /** By output: EUR by which the best step of its lot and all others are told apart. */
  readonly apartEur: Float64Array;
}

/** What a lot is worth, in a straight line: EUR per kg that is right, less EUR per kg in all. */
export interface LotLine {
  readonly right: number;
  readonly all: number;
  /** EUR for each kg2 of the variance of what is right in the lot, and EUR in any case. */
  readonly spreadEurPerKg2: number;
  readonly grantedEur: number;
}

/** Purity that a step asks for: none at the lowest, whose price is paid below it too. */
export function askedPurity({ tiers }: PooledOutput, step: number): number {
  const { minPurity } = tiers[step]!;
  return tiers.some((tier) => tier.minPurity < minPurity) ? minPurity : 0;
}

/** The line of a lot that reaches a step, where a kg of purity that it misses costs so much. */
function stepLine(output: PooledOutput, step: number, purityEurPerKg: number): LotLine {
  const { tiers, contaminantEurPerKg } = output;
  const minPurity = askedPurity(output, step);
  const missedEur = minPurity > 0 ? purityEurPerKg : 0;
  return {
    right: tiers[step]!.priceEurPerKg + contaminantEurPerKg + missedEur,
    all: contaminantEurPerKg + missedEur * minPurity,
    ...{ spreadEurPerKg2: 0, grantedEur: 0 },
  };
}

/** The lines of lots that each reach a step for sure. */
export function stepLines(
  outputs: readonly PooledOutput[],
  steps: readonly number[],
  { purityEurPerKg }: Multipliers,
): [LotLine][] {
  return outputs.map((output, o) => [stepLine(output, steps[o]!, purityEurPerKg[o]!)]);
}

/** One case of how much more the other steps are worth on average than the best: all as shares of what tells them apart. */
interface Case {
  /** By which weight their line comes in, and what that grants. */
  readonly weight: number;
  readonly granted: number;
  /** What the difference is thought to be: root of its mean square. */
  readonly width: number;
}

/** Less by all that tells them apart, or more by that much. */
const reached: Case = { weight: 0, granted: 0, width: 1 };
const missed: Case = { weight: 1, granted: 0, width: 1 };

/** Ends of the cases between, and for which standard deviation of the difference these are made (ours: makes the bound of the quickstart small). */
const ends = [-1, -1 / 3, 1 / 3, 1];
const sd = 0.4;

const cases = [reached, ...ends.slice(1).map((to, n) => between(ends[n]!, to)), missed];

/** A mean difference n between two ends: n2 / (4 w) + w / 4 + n / 2 is at most the weight times n and what is granted, for a width w. */
function between(from: number, to: number): Case {
  const middle = (from + to) / 2;
  const width = Math.sqrt(middle * middle + sd * sd);
  const weight = 0.5 + middle / (2 * width);
  const over = (n: number) => (n * n) / (4 * width) + width / 4 + (0.5 - weight) * n;
  return { weight, granted: Math.max(over(from), over(to)), width };
}

/** The lines of all cases of a lot, first that in which its best step is surely worth most; see `lotBoundEur`. */
export function caseLines(output: PooledOutput, o: number, multipliers: Multipliers): LotLine[] {
  const best = bestStep(output);
  const top = stepLine(output, best, multipliers.purityEurPerKg[o]!);
  // A price that is paid for any purity leaves nothing in doubt.
  if (askedPurity(output, best) === 0) return [top];
  const apartEur = multipliers.apartEur[o]!;
  const others = othersOf(output, best, multipliers.nextEurPerKg[o]!);
  return others.reduce<LotLine[]>(
    (lines, other, n) => {
      const before = others[n - 1] ?? top;
      return lines.flatMap((line) => cases.map((one) => mixed(line, before, other, one, apartEur)));
    },
    [top],
  );
}

/** Lines of which a lot that misses its best step is worth at most the largest: of the next step, and of the price after it at any purity. */
function othersOf(output: PooledOutput, best: number, nextEurPerKg: number): LotLine[] {
  const { tiers } = output;
  const [next, below] = tiers
    .map((_, step) => step)
    .filter((step) => step !== best)
    .sort((a, b) => tiers[b]!.priceEurPerKg - tiers[a]!.priceEurPerKg || a - b);
  if (below === undefined || nextEurPerKg === 0) return [stepLine(output, next!, 0)];
  return [stepLine(output, next!, nextEurPerKg), stepLine(output, below, 0)];
}

/** A line to which is added what another is worth more than the one before it, in one case of their mean difference. */
function mixed(
  line: LotLine,
  before: LotLine,
  other: LotLine,
  { weight, granted, width }: Case,
  apartEur: number,
): LotLine {
  const slopes = other.right - before.right;
  return {
    right: line.right + weight * slopes,
    all: line.all + weight * (other.all - before.all),
    spreadEurPerKg2: line.spreadEurPerKg2 + (slopes * slopes) / (4 * width * apartEur),
    grantedEur: line.grantedEur + granted * apartEur,
  };
}
