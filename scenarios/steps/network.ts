import { classifierOf, type ModelClassifier } from '../../models/classifier.ts';
import { inferenceCost } from '../../models/device/cost.ts';
import { DEVICES } from '../../models/device/device.ts';
import { openBackend } from '../../models/engine/backend.ts';
import type { BackendName } from '../../models/engine/found.ts';
import type { Cost, Sense } from '../../sim/record/frames.ts';
import { type Calibration, uncalibrated } from '../../sim/site/robot/calibrated.ts';
import type { ContentStore } from '../store/store.ts';
import { readModel } from './model.ts';
import type { TrainOutcome } from './steps.ts';

/** A trained network by its address, and what of its senses it uses. */
export interface Network {
  readonly model: string;
  readonly senses: readonly Sense[];
  /** What it is computed on. */
  readonly backend: BackendName;
}

/** A network that can be asked, with what one answer costs on each board. */
export interface OpenNetwork extends ModelClassifier {
  readonly costs: Readonly<Record<string, Cost>>;
  readonly calibration: Calibration;
}

/** Opens a stored network to be asked; it holds tensors until `dispose`. Loads TensorFlow.js, so a step asks for it when needed. */
export async function openNetwork(
  store: ContentStore,
  { model: address, senses, backend }: Network,
): Promise<OpenNetwork> {
  const model = readModel(store, address);
  const engine = await openBackend(backend);
  const costs = DEVICES.map(({ device: { id } }) => [id, inferenceCost(model, id)] as const);
  const outcome = store.readJson<Pick<TrainOutcome, 'calibrations'>>('training', address);
  const calibration = outcome?.calibrations[senses.join('+')] ?? uncalibrated;
  return { ...classifierOf(model, engine, { senses }), costs: Object.fromEntries(costs), calibration };
}
