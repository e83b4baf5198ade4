import { loadModel, saveModel } from '../../models/export/export.ts';
import type { Model } from '../../models/nets/model.ts';
import type { Weights } from '../../models/nets/weights.ts';
import type { Trained } from '../../models/training/train.ts';
import type { ContentStore } from '../store/store.ts';

/** A stored model; throws if it is gone or damaged (the next run trains it again). */
export function readModel(store: ContentStore, address: string): Model {
  return loadModel(store.need('model', address, 'model'));
}

/** Parameters that only its training needed, none if it needed none. */
export function readAuxiliary(store: ContentStore, address: string): Weights {
  const bytes = store.read('auxiliary', address);
  return bytes === undefined ? {} : loadModel(new Uint8Array(bytes)).weights;
}

/** Stores a model, and beside it what only its training needed. */
export function writeTrained(
  store: ContentStore,
  address: string,
  { model, auxiliary }: Pick<Trained, 'model' | 'auxiliary'>,
): void {
  if (Object.keys(auxiliary).length > 0)
    store.write('auxiliary', address, saveModel({ ...model, weights: auxiliary }));
  store.write('model', address, saveModel(model));
}
