import { buildDataset } from '../../models/data/build-dataset.ts';
import { type Dataset, decodeDataset, encodeDataset } from '../../models/data/dataset.ts';
import { nodeHasher } from '../record/node-hasher.ts';
import type { ContentStore } from '../store/store.ts';
import type { Report } from '../threads/progress.ts';
import type { DatasetStep } from './steps.ts';

/** Renders a data set and stores it. */
export async function makeDataset(step: DatasetStep, store: ContentStore, report: Report): Promise<null> {
  const progress = ({ done, total }: { done: number; total: number }) =>
    report({ task: 'rendering the data set', done, total });
  const data = await buildDataset(step.spec, { progress });
  store.write('dataset', step.address, encodeDataset(data, nodeHasher()));
  return null;
}

/** A stored data set; throws if it is gone or damaged (the next run makes it again). */
export function readDataset(store: ContentStore, address: string): Dataset {
  return decodeDataset(store.need('dataset', address, 'data set'), 'data set', nodeHasher());
}
