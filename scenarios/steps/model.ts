import { loadModel } from '../../models/export/export.ts';
import type { Model } from '../../models/nets/model.ts';
import type { Store } from '../store/store.ts';

/** A stored model; throws if it is gone or damaged (the next run trains it again). */
export function readModel(store: Store, address: string): Model {
  const bytes = store.read('model', address);
  if (!bytes)
    throw new Error(`the cached model ${address.slice(0, 12)} was damaged and is dropped: run again`);
  return loadModel(new Uint8Array(bytes));
}
