import type { ObservedEvent, Observer } from '../core/observer.ts';
import { rankOf } from '../core/phase.ts';

/**
 * Counts ties: events of one instant, phase and priority, which only the order of scheduling separates. Many ties are no
 * fault; a result that moves when they are shuffled is.
 */
export class TieCounter implements Observer {
  /** Events that tie with the one before. */
  ties = 0;
  /** Instants (and ranks) with at least two events. */
  groups = 0;
  private timeUs = -1;
  private rank = -1;
  private inGroup = false;

  observe({ timeUs, order }: ObservedEvent): void {
    const rank = rankOf(order);
    const tied = timeUs === this.timeUs && rank === this.rank;
    if (tied) this.ties += 1;
    if (tied && !this.inGroup) this.groups += 1;
    this.inGroup = tied;
    this.timeUs = timeUs;
    this.rank = rank;
  }
}

/** One number of a result that moved when ties were shuffled. */
export interface Moved {
  readonly key: string;
  readonly shuffleSeed: number;
  readonly plain: number;
  readonly shuffled: number;
}

/**
 * Runs a model with its ties in order and with them shuffled by each seed; names every number of the result that moved.
 * `run(shuffleTies)` builds the simulation with that option and returns its results. Empty: no hidden order dependence seen.
 */
export function movedByShuffling(
  run: (shuffleTies: number | undefined) => Readonly<Record<string, number>>,
  seeds: readonly number[] = [1, 2, 3],
): readonly Moved[] {
  const plain = run(undefined);
  return seeds.flatMap((shuffleSeed) => {
    const results = run(shuffleSeed);
    return Object.keys(plain)
      .filter((key) => !Object.is(results[key], plain[key]))
      .map((key) => ({ key, shuffleSeed, plain: plain[key]!, shuffled: results[key]! }));
  });
}
