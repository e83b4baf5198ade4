import { stream } from '../../sim/kernel/random/random.ts';
import { shuffle } from '../data/shuffle.ts';

/** Share of the steps over which the learning rate rises from zero. */
const WARM_UP = 0.05;

/** Learning rate at a step: linear warm-up, then half a cosine down to zero at `steps`. */
export function learningRateAt(step: number, steps: number, peak: number): number {
  const warm = Math.max(1, Math.round(steps * WARM_UP));
  if (step < warm) return (peak * (step + 1)) / warm;
  return peak * 0.5 * (1 + Math.cos((Math.PI * (step - warm)) / Math.max(1, steps - warm)));
}

/** When a training no longer improves, and how it then comes to an end. */
export type Plateau = {
  /** Validations whose mean is compared with that of as many before them. */
  readonly window: number;
  /** It has ended to improve when the later mean is not higher by so much accuracy (0..1). */
  readonly gain: number;
  /** Share of the steps so far over which the learning rate then falls to zero. */
  readonly coolDown: number;
};

/** How fast a training learns at each step, and how many steps it takes. */
export interface Schedule {
  rateAt(step: number): number;
  /** Hears of the accuracy on validation items after so many steps. */
  judged(steps: number, accuracy: number): void;
  /** Steps that it takes altogether, as far as is known by now. */
  steps(): number;
  /** Steps after which it no longer improved; null as long as it does, and for a fixed number of steps. */
  plateau(): number | null;
}

/** A given number of steps: warm-up and half a cosine. */
export function fixedSteps(steps: number, peak: number): Schedule {
  return {
    rateAt: (step) => learningRateAt(step, steps, peak),
    judged: () => {},
    steps: () => steps,
    plateau: () => null,
  };
}

/** Steps over which the rate rises at most, where their number is not known beforehand. */
const LONGEST_WARM_UP = 100;

/**
 * The peak rate until validation no longer improves, then linearly down to zero, within `most` steps in all. A constant rate and a
 * cool-down end where a cosine of the right length would (Haegele et al. 2024, arXiv 2405.18392), and the length need not be known.
 */
export function untilPlateau(most: number, peak: number, { window, gain, coolDown }: Plateau): Schedule {
  const accuracies: number[] = [];
  const warm = Math.max(1, Math.min(LONGEST_WARM_UP, Math.round(most * WARM_UP)));
  const latestStart = Math.floor(most / (1 + coolDown));
  let from: number | null = null;
  let reached: number | null = null;
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / window;
  const flat = () =>
    accuracies.length >= 2 * window &&
    meanOf(accuracies.slice(-window)) < meanOf(accuracies.slice(-2 * window, -window)) + gain;
  const coolingFrom = () => from ?? latestStart;
  const end = () => Math.min(most, coolingFrom() + Math.max(1, Math.round(coolDown * coolingFrom())));
  return {
    rateAt(step) {
      if (step < warm) return (peak * (step + 1)) / warm;
      const cooled = (step - coolingFrom()) / (end() - coolingFrom());
      return cooled <= 0 ? peak : peak * (1 - cooled);
    },
    judged(steps, accuracy) {
      if (from !== null || steps > latestStart) return;
      accuracies.push(accuracy);
      if (!flat()) return;
      reached = steps;
      from = steps;
    },
    steps: end,
    plateau: () => reached,
  };
}

/** Rows in shuffled epochs: every row once before any comes again, each epoch a permutation of its own. */
export class Shuffled {
  private readonly rows: Int32Array;
  private readonly random: { next(): number };
  private at: number;

  /** `purpose` names the draws, so that adding another stream shifts nothing here. */
  constructor(rows: Int32Array, seed: number, purpose: string) {
    this.rows = Int32Array.from(rows);
    this.random = stream({ seed, replication: 0, path: 'training', purpose });
    this.at = rows.length;
  }

  /** The next `count` rows; goes into a new epoch where one ends. */
  take(count: number): Int32Array {
    const taken = new Int32Array(count);
    for (let i = 0; i < count; i++) {
      if (this.at === this.rows.length) {
        shuffle(this.rows, this.random);
        this.at = 0;
      }
      taken[i] = this.rows[this.at++]!;
    }
    return taken;
  }
}
