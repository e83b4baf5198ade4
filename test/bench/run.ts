import { cpus } from 'node:os';
import type { BenchCase } from './bench.ts';

export interface BenchResult {
  readonly name: string;
  /** Median of the runs. */
  readonly value: number;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
  readonly ratioToYardstick?: number;
}

export interface BenchReport {
  readonly bench: string;
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string };
  readonly cases: readonly BenchResult[];
}

/**
 * Runs all cases in turn, round after round, so that a slow minute of the machine hits every case alike; the first round warms
 * up and is dropped. `only` keeps the cases whose name contains it (`=name`: is it), and their yardsticks.
 */
export async function runBench(
  bench: string,
  all: readonly BenchCase[],
  progress: (text: string) => void,
  only = '',
): Promise<BenchReport> {
  const wanted = all.filter(({ name }) =>
    only.startsWith('=') ? name === only.slice(1) : name.includes(only),
  );
  const cases = all.filter((one) => wanted.some((other) => other === one || other.yardstick === one.name));
  const values = new Map(cases.map(({ name }) => [name, [] as number[]]));
  const rounds = Math.max(5, ...cases.map(({ runs = 5 }) => runs));
  for (let round = 0; round <= rounds; round++) {
    for (const one of cases) {
      if (round > Math.max(5, one.runs ?? 5)) continue;
      progress(`${bench}: round ${round} of ${rounds}, ${one.name}`);
      const value = await one.run();
      if (round > 0) values.get(one.name)!.push(value);
    }
  }
  return { bench, machine: machine(), cases: cases.map((one) => resultOf(one, values)) };
}

/**
 * The ratio is the median of the rounds' ratios: what slows the machine for a while slows both in the same round. Seconds are
 * compared with a rate by what the yardstick would have done in them, so that a faster machine changes no ratio.
 */
function resultOf(one: BenchCase, all: ReadonlyMap<string, readonly number[]>): BenchResult {
  const values = all.get(one.name)!;
  const yardsticks = one.yardstick === undefined ? undefined : all.get(one.yardstick);
  return {
    name: one.name,
    value: median(values),
    unit: one.unit,
    min: Math.min(...values),
    max: Math.max(...values),
    runs: values.length,
    ...(yardsticks === undefined
      ? {}
      : {
          ratioToYardstick: median(
            values.map((v, i) => (one.unit === 's' ? v * yardsticks[i]! : v / yardsticks[i]!)),
          ),
        }),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function machine(): BenchReport['machine'] {
  const all = cpus();
  return { cpu: all[0]?.model ?? 'unknown', cores: all.length, node: process.version };
}

/** A table for people: one line a case. */
export function tableOf({ bench, machine, cases }: BenchReport): string {
  const lines = cases.map(({ name, value, unit, min, max, runs, ratioToYardstick }) => {
    const ratio =
      ratioToYardstick === undefined ? '' : `  x ${ratioToYardstick.toPrecision(3)} of its yardstick`;
    const range = `(${short(min)} .. ${short(max)}, ${runs} runs)`;
    return `${name.padEnd(36)}${short(value).padStart(9)} ${unit.padEnd(12)}${range}${ratio}`;
  });
  return [`${bench} on ${machine.cores} x ${machine.cpu}, Node ${machine.node}`, ...lines].join('\n');
}

function short(value: number): string {
  return value >= 1e6
    ? `${(value / 1e6).toFixed(2)}M`
    : value >= 1e4
      ? `${(value / 1e3).toFixed(1)}k`
      : value.toPrecision(4);
}
