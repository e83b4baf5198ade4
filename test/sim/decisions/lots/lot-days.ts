import type { SeenDay } from '../../../../sim/decisions/lots/seen-day.ts';

/** EUR/kg of a lot that keeps its purity, of what is wrong in it, and of the residue. */
export const [price, wrong, gate] = [1, 0.3, 0.1];

/** A step of what is paid: from which purity, and EUR/kg. */
export type Step = readonly [minPurity: number, priceEurPerKg: number];

/** A day of one output that wants label 0, one look, and more joules than can be spent; below its steps nothing is paid. */
export function dayOf(
  q: readonly number[],
  massKg: readonly number[],
  minPurity: number,
  lower: readonly Step[] = [],
): SeenDay {
  const steps: readonly Step[] = [[minPurity, price], ...lower, [0, 0]];
  const tiers = steps.map(([least, priceEurPerKg]) => ({ minPurity: least, priceEurPerKg }));
  return {
    labels: 2,
    outputs: [{ tiers, contaminantEurPerKg: wrong, accepts: Uint8Array.of(1, 0) }],
    rungs: [{ belief: Float64Array.from(q.flatMap((p) => [p, 1 - p])), energyJ: 0 }],
    massKg: Float64Array.from(massKg),
    truth: Int32Array.from(q, (p) => (p > 0.5 ? 0 : 1)),
    block: new Int32Array(q.length),
    holds: new Uint8Array(q.length).fill(1),
    ...{ residueEurPerKg: gate, joules: 1e4, awakeJ: new Float64Array(1) },
    pickJ: new Float64Array(q.length).fill(1),
  };
}
