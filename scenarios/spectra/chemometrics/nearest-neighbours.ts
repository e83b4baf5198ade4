import { at } from '../../../sim/record/must.ts';
import type { Trainer } from './classifier.ts';
import { rowOf } from './preprocess.ts';

/** k nearest neighbours by Euclidean distance; ties go to the nearer neighbour's label. */
export function nearestNeighbours(k = 5): Trainer {
  return (spectra, labels) => ({
    name: `${k}-NN`,
    predict: (asked) =>
      Array.from({ length: asked.rows }, (_, i) => {
        const row = rowOf(asked, i);
        const near: { distance: number; label: string }[] = [];
        let worst = Number.POSITIVE_INFINITY;
        for (const [j, label] of labels.entries()) {
          const distance = squaredDistance(row, spectra.values, j * spectra.columns, worst);
          if (distance >= worst) continue;
          near.push({ distance, label });
          near.sort((a, b) => a.distance - b.distance);
          if (near.length > k) near.pop();
          worst = near[k - 1]?.distance ?? worst;
        }
        return vote(near.map((one) => one.label));
      }),
  });
}

/** Squared distance, given up once it exceeds `limit`. */
function squaredDistance(row: Float64Array, values: Float64Array, from: number, limit: number): number {
  let sum = 0;
  for (let c = 0; c < row.length; c++) {
    const d = at(row, c) - at(values, from + c);
    sum += d * d;
    if (sum > limit) return sum;
  }
  return sum;
}

function vote(labels: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return labels.find((label) => counts.get(label) === most) ?? '';
}
