import { classifierOf, type ModelClassifier } from '../../models/classifier.ts';
import { inferenceCost } from '../../models/device/cost.ts';
import { openBackend } from '../../models/engine/backend.ts';
import type { BackendName } from '../../models/engine/found.ts';
import type { Sense } from '../../sim/record/frames.ts';
import type { ContentStore } from '../store/store.ts';
import { readModel } from './model.ts';

/** A trained network, the device it runs on, and what of its senses it uses; undefined = all. */
export interface Network {
  readonly model: string;
  readonly device: string;
  readonly backend: BackendName;
  readonly senses?: readonly Sense[];
}

/** Opens a stored network to be asked; it holds tensors until `dispose`. Loads TensorFlow.js, so a step asks for it when needed. */
export async function openNetwork(
  store: ContentStore,
  { model: address, device, backend, senses }: Network,
): Promise<ModelClassifier> {
  const model = readModel(store, address);
  const engine = await openBackend(backend);
  const cost = inferenceCost(model, device);
  return classifierOf(model, engine, senses === undefined ? { cost } : { cost, senses });
}
