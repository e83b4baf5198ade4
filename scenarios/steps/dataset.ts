import { buildDataset } from '../../models/data/build-dataset.ts';
import { type Dataset, decodeDataset, encodeDataset } from '../../models/data/dataset.ts';
import { nodeHasher } from '../record/node-hasher.ts';
import type { ContentStore } from '../store/store.ts';
import type { Report } from '../threads/progress.ts';
import type { DatasetStep } from './steps.ts';

/** Data sets that a thread keeps open: a protocol's trainings and tests share a pool and three tests. */
const most = 4;
const held = new Map<string, Dataset>();

const sealChars = 64;
const hashChars = 16;

/** Renders a data set and stores it, unless it is there. Answers with the hash that the file ends with. */
export async function makeDataset(step: DatasetStep, store: ContentStore, report: Report): Promise<string> {
  const bytes = store.read('dataset', step.address) ?? (await rendered(step, store, report));
  return Buffer.from(bytes.subarray(bytes.length - sealChars))
    .toString()
    .slice(0, hashChars);
}

async function rendered(step: DatasetStep, store: ContentStore, report: Report): Promise<Uint8Array> {
  const progress = ({ done, total }: { done: number; total: number }) =>
    report({ task: 'rendering the data set', done, total });
  const bytes = encodeDataset(await buildDataset(step.spec, { progress }), nodeHasher());
  store.write('dataset', step.address, bytes);
  return bytes;
}

/** A stored data set; throws if it is gone or damaged (the next run makes it again). */
export function readDataset(store: ContentStore, { address }: DatasetStep): Dataset {
  const known = held.get(address);
  if (known) return known;
  const data = decodeDataset(store.need('dataset', address, 'data set'), 'data set', nodeHasher());
  held.set(address, data);
  for (const oldest of held.keys()) if (held.size > most) held.delete(oldest);
  return data;
}
