import { stream } from '../../sim/kernel/random/random.ts';
import { type Dataset, SPLITS } from './dataset.ts';
import { shuffle } from './shuffle.ts';

/**
 * The same pool with another number of labels: so many items of each material keep theirs, the first ones of an order that the
 * draw decides (draw 1: that of the items), so that the labelled set of a small regime is part of every larger one of equal draw.
 * Arrays but `split` are shared. Throws where the pool has fewer items.
 */
export function relabel(data: Dataset, labelledPerMaterial: number, draw = 1): Dataset {
  const [labelled, unlabelled] = [SPLITS.indexOf('labelled'), SPLITS.indexOf('unlabelled')];
  const byMaterial = data.labels.map((): number[] => []);
  for (let row = 0; row < data.count; row++) {
    if (data.split[row] === labelled || data.split[row] === unlabelled)
      byMaterial[data.material[row]!]!.push(row);
  }
  const fewest = byMaterial.reduce((least, rows) => Math.min(least, rows.length), Number.POSITIVE_INFINITY);
  if (labelledPerMaterial < 1 || labelledPerMaterial > fewest) {
    throw new Error(
      `data set: wants ${labelledPerMaterial} labels per material, the pool has ${fewest} items`,
    );
  }
  const split = data.split.slice();
  for (const rows of byMaterial) {
    ordered(rows, draw).forEach((row, place) => {
      split[row] = place < labelledPerMaterial ? labelled : unlabelled;
    });
  }
  return { ...data, split };
}

/** Rows of a material in the order of a draw. */
function ordered(rows: readonly number[], draw: number): number[] {
  const order = [...rows];
  if (draw === 1) return order;
  const random = stream({ seed: draw, replication: 0, path: 'labels', purpose: `order of ${rows[0]}` });
  shuffle(order, random);
  return order;
}
