import { root } from '../bin/bundle.mjs';
import { SourceTree } from './closure.ts';

let tree: SourceTree | undefined;
const known = new Map<string, string>();

/** Hash of all code that some entry modules run on: part of the recipe of whatever they make. */
export function codeHash(entries: readonly string[]): string {
  const key = entries.join(',');
  tree ??= new SourceTree(root);
  const hash = known.get(key) ?? tree.hash(entries).slice(0, 16);
  known.set(key, hash);
  return hash;
}

/** The code that decides what a data set holds. */
export const datasetCode = ['models/data/build-dataset.ts', 'models/data/dataset.ts'];

/** The code that decides what a network is. */
export const trainingCode = ['scenarios/steps/train.ts'];

/** The code that decides what a line of a protocol's results says. */
export const protocolCode = [...trainingCode, 'scenarios/steps/measure.ts', ...datasetCode];

/** The code that decides what a network believes of an item: which item it is, what is seen of it, what is answered. */
export const beliefCode = ['scenarios/steps/perception.ts', 'sim/site/flow/feed.ts'];

/** The code that decides what no policy can exceed on a day. */
export const boundCode = ['scenarios/steps/bound.ts'];

/** The code that decides what robots can earn that know no more than their eyes tell. */
export const informationCode = ['scenarios/steps/information.ts'];

/** The code that decides what happens in a day and what it is held against. */
export const worldCode = ['scenarios/steps/day.ts', ...boundCode];

/** The code that decides what is measured of a shift. */
export const shiftCode = ['scenarios/steps/day.ts'];

/** The code that workers of a queue must have in common with its master: what they are handed, play and give back. */
export const queueCode = [
  'scenarios/queue/job.ts',
  'scenarios/studies/day/execute.ts',
  'scenarios/steps/step.worker.ts',
];

/** The code that decides what happens in a region. */
export const regionCode = ['scenarios/steps/region.ts'];

/** The code that decides the rows of a synthetic set. */
export const synthCode = [
  'scenarios/spectra/synth/items.ts',
  'scenarios/spectra/synth/leds.ts',
  'scenarios/spectra/synth/spectra.ts',
  'scenarios/spectra/synth/stream.ts',
];

/** The code that decides the rows of a data set of frames for others. */
export const framesCode = ['scenarios/spectra/dataset/render.ts'];
