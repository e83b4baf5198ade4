/** One benchmark: `run` does one timed repetition and returns its value, for example items per second. */
export interface BenchCase {
  readonly name: string;
  readonly unit: string;
  run(): number | Promise<number>;
  /** Name of the case in the same file whose median divides this one's. */
  readonly yardstick?: string;
  /** Timed repetitions after one warm-up; default 5, at least 5. */
  readonly runs?: number;
}

/** Units per second of work that handles `count` units. */
export function perSecond(count: number, work: () => void): number {
  const start = performance.now();
  work();
  return count / ((performance.now() - start) / 1000);
}

/**
 * Units per second of processor time (user and system, helper threads of the engine included): for work on one thread, on a
 * machine that others use too. On an idle machine it is the wall clock's rate or a little less.
 */
export function perCpuSecond(count: number, work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return count / ((user + system) / 1e6);
}
