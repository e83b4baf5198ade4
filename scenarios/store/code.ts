import { sourceHash } from '../bin/bundle.mjs';

const known = new Map<string, string>();

/** Hash of the source files below some places of the checkout: part of the recipe of whatever that code makes. */
export function codeHash(places: readonly string[]): string {
  const key = places.join(',');
  const hash = known.get(key) ?? sourceHash(places).slice(0, 16);
  known.set(key, hash);
  return hash;
}

/** The code that decides what a data set holds. */
export const datasetCode = [
  'sim/kernel',
  'sim/record',
  'sim/materials',
  'sim/senses',
  'models/data/build-dataset.ts',
  'models/data/dataset.ts',
  'models/data/image.ts',
];

/** The code that decides what a trained network is and answers. */
export const modelCode = ['models'];

/** The code that decides what happens in a day. */
export const worldCode = ['sim', 'models'];
