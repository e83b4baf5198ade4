import { type Dataset, SPLITS } from './dataset.ts';

/**
 * The same pool with another number of labels: the first `labelledPerMaterial` items of each material keep theirs, so
 * that the labelled set of a small regime is part of every larger one. Arrays but `split` are shared.
 */
export function relabel(data: Dataset, labelledPerMaterial: number): Dataset {
  const [labelled, unlabelled] = [SPLITS.indexOf('labelled'), SPLITS.indexOf('unlabelled')];
  const seen = new Int32Array(data.labels.length);
  const split = data.split.slice();
  for (let row = 0; row < data.count; row++) {
    if (split[row] !== labelled && split[row] !== unlabelled) continue;
    const material = data.material[row]!;
    split[row] = seen[material]! < labelledPerMaterial ? labelled : unlabelled;
    seen[material]! += 1;
  }
  const fewest = seen.reduce((least, n) => Math.min(least, n), Number.POSITIVE_INFINITY);
  if (labelledPerMaterial < 1 || labelledPerMaterial > fewest) {
    throw new Error(
      `data set: wants ${labelledPerMaterial} labels per material, the pool has ${fewest} items`,
    );
  }
  return { ...data, split };
}
