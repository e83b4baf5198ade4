import { loadModel } from '../../models/export/export.ts';
import type { Model } from '../../models/nets/model.ts';
import type { ContentStore } from '../store/store.ts';

/** A stored model; throws if it is gone or damaged (the next run trains it again). */
export function readModel(store: ContentStore, address: string): Model {
  return loadModel(store.need('model', address, 'model'));
}
