import type { Cost } from '../../sim/record/frames.ts';
import type { JsonValue } from '../../sim/record/json.ts';
import type { CachedBelief } from '../../sim/site/robot/perception.ts';
import type { Store } from '../store/store.ts';

/**
 * Beliefs on disk: [itemId, index of sensorKey, material probabilities, state probabilities, quality mean, quality sd].
 * JSON keeps every bit of a double and of a float, so that a day on cached beliefs equals the live one.
 */
type Row = readonly [number, number, readonly number[], readonly number[], number, number];

interface BeliefFile {
  readonly modelId: string;
  readonly cost: Cost;
  readonly sensorKeys: readonly string[];
  readonly rows: readonly Row[];
}

/** Beliefs kept at an address for this model; none if there are none, or if they are another model's. */
export function readBeliefs(store: Store, address: string, modelId: string): CachedBelief[] {
  const file = store.readJson('beliefs', address) as BeliefFile | undefined;
  if (file?.modelId !== modelId) return [];
  const { cost, sensorKeys } = file;
  return file.rows.map(([itemId, sensor, material, state, mean, sd]) => ({
    itemId,
    sensorKey: sensorKeys[sensor]!,
    belief: {
      modelId,
      material: Float32Array.from(material),
      state: Float32Array.from(state),
      quality: { mean, sd },
      cost,
    },
  }));
}

/** Keeps beliefs for the next day of the same model. */
export function writeBeliefs(store: Store, address: string, beliefs: readonly CachedBelief[]): void {
  const first = beliefs[0];
  if (first === undefined) return;
  const sensorKeys = [...new Set(beliefs.map((b) => b.sensorKey))];
  const index = new Map(sensorKeys.map((key, i) => [key, i]));
  const rows = beliefs.map(({ itemId, sensorKey, belief }): Row => {
    const { material, state, quality } = belief;
    return [itemId, index.get(sensorKey)!, [...material], [...state], quality.mean, quality.sd];
  });
  const { modelId, cost } = first.belief;
  store.writeJson('beliefs', address, { modelId, cost, sensorKeys, rows } as unknown as JsonValue);
}
