import type { SeenDay } from '../../../../../sim/decisions/lots/seen-day.ts';
import type { Uniform } from '../../../../../sim/kernel/random/random.ts';

/** A day of three outputs and four labels, the last of which nobody wants, seen more and more surely by each look. */
export function madeUpDay(looks: number, random: Uniform): SeenDay {
  const between = (from: number, to: number) => from + (to - from) * random.next();
  const items = 60;
  const labels = 4;
  const truth = Int32Array.from({ length: items }, () => Math.floor(between(0, labels)));
  const look = (sure: number) =>
    Float64Array.from(
      Array.from(truth).flatMap((k) => {
        const row = Array.from({ length: labels }, (_, l) => (l === k ? sure : 0) + random.next());
        const sum = row.reduce((a, b) => a + b, 0);
        return row.map((x) => x / sum);
      }),
    );
  return {
    labels,
    outputs: [0, 1, 2].map((o) => ({
      tiers: [
        { minPurity: between(0.7, 0.95), priceEurPerKg: between(0.5, 1) },
        { minPurity: 0, priceEurPerKg: between(0, 0.4) },
      ],
      contaminantEurPerKg: 0.2,
      accepts: Uint8Array.from({ length: labels }, (_, k) => (k === o ? 1 : 0)),
    })),
    rungs: Array.from({ length: looks }, (_, rung) => ({
      belief: look(1 + 4 * rung),
      energyJ: 1 + 3 * rung,
    })),
    massKg: Float64Array.from({ length: items }, () => between(0.01, 0.1)),
    truth,
    // Two blocks in each of two stretches.
    block: Int32Array.from({ length: items }, (_, i) => [0, 1, 45, 46][Math.floor(i / 15)]!),
    holds: Uint8Array.from({ length: items }, () => (random.next() < 0.9 ? 1 : 0)),
    residueEurPerKg: 0.15,
    pickJ: Float64Array.from({ length: items }, () => between(8, 12)),
    joules: 500,
    awakeJ: Float64Array.from({ length: 47 }, () => between(0, 40)),
  };
}
