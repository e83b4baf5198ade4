import type { SeenDay } from '../../../../sim/decisions/lots/seen-day.ts';

/** EUR/kg of a lot that keeps its purity, of what is wrong in it, and of the residue. */
export const [price, wrong, gate] = [1, 0.3, 0.1];

const tiers = (minPurity: number) => [
  { minPurity, priceEurPerKg: price },
  { minPurity: 0, priceEurPerKg: 0 },
];

/** A day of one output that wants label 0, one look, and more joules than can be spent. */
export function dayOf(q: readonly number[], massKg: readonly number[], minPurity: number): SeenDay {
  return {
    labels: 2,
    outputs: [{ tiers: tiers(minPurity), contaminantEurPerKg: wrong, accepts: Uint8Array.of(1, 0) }],
    rungs: [{ belief: Float64Array.from(q.flatMap((p) => [p, 1 - p])), energyJ: 0 }],
    massKg: Float64Array.from(massKg),
    truth: Int32Array.from(q, (p) => (p > 0.5 ? 0 : 1)),
    block: new Int32Array(q.length),
    holds: new Uint8Array(q.length).fill(1),
    ...{ residueEurPerKg: gate, joules: 1e4, awakeJ: new Float64Array(1) },
    pickJ: new Float64Array(q.length).fill(1),
  };
}
