import { buildDataset } from '../../models/data/build-dataset.ts';
import { type Dataset, decodeDataset, encodeDataset } from '../../models/data/dataset.ts';
import { nodeHasher } from '../record/node-hasher.ts';
import type { Store } from '../store/store.ts';
import type { ProgressRecord } from '../threads/progress.ts';
import type { DatasetStep } from './steps.ts';

/** Renders a data set and stores it. */
export async function makeDataset(
  step: DatasetStep,
  store: Store,
  report: (record: ProgressRecord) => void,
): Promise<null> {
  const data = await buildDataset(step.spec, {
    progress: ({ done, total }) => report({ task: 'rendering the data set', done, total }),
  });
  store.write('dataset', step.address, encodeDataset(data, nodeHasher()));
  return null;
}

/** A stored data set; throws if it is gone or damaged (the next run makes it again). */
export function readDataset(store: Store, address: string): Dataset {
  const bytes = store.read('dataset', address);
  if (!bytes)
    throw new Error(`the cached data set ${address.slice(0, 12)} was damaged and is dropped: run again`);
  // Typed arrays need their own aligned memory, not a slice of the file behind its digest.
  return decodeDataset(new Uint8Array(bytes), 'data set', nodeHasher());
}
