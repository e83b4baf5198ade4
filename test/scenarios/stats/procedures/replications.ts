import { meanInterval } from '../../../../scenarios/stats/interval.ts';

/** What is asked of a mean before replicating may stop. */
export interface Precision {
  /** Half-width of the interval: relative to |mean|, or in the unit of the values. */
  readonly target: number;
  /** Use `absolute` where the mean may lie near 0 (regret): relative precision is undefined there. */
  readonly kind: 'relative' | 'absolute';
  readonly confidence?: number;
  /** How far the rule looks ahead before it believes the precision. */
  readonly lookAhead?: number;
}

/** The rule's answer: how many replications are needed, and how many had to be run to know it. */
export interface ReplicationAnswer {
  readonly needed: number;
  readonly run: number;
}

/**
 * The replication rule of Hoad, Robinson and Davies (WSC 2007): the first n >= 3 whose precision meets the
 * target and keeps meeting it over the look-ahead. Returns null while the values at hand do not decide it.
 */
export function replicationsNeeded(
  values: readonly number[],
  precision: Precision,
): ReplicationAnswer | null {
  const lookAhead = precision.lookAhead ?? 5;
  for (let n = 3; n <= values.length; n++) {
    const run = n + (n <= 100 ? lookAhead : Math.floor((lookAhead * n) / 100));
    if (run > values.length) return null;
    if (range(n, run).every((m) => isPrecise(values.slice(0, m), precision))) return { needed: n, run };
  }
  return null;
}

/** Half-width of the interval of the values, relative to the mean or absolute. */
export function precisionOf(values: readonly number[], precision: Precision): number {
  const { mean, halfWidth } = meanInterval(values, precision.confidence);
  return precision.kind === 'absolute' ? halfWidth : halfWidth / Math.abs(mean);
}

function isPrecise(values: readonly number[], precision: Precision): boolean {
  return precisionOf(values, precision) <= precision.target;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
