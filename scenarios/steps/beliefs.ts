import type { Classifier } from '../../sim/ports.ts';
import type { Cost } from '../../sim/record/frames.ts';
import type { Calibration } from '../../sim/site/robot/calibrated.ts';
import type { CachedBelief } from '../../sim/site/robot/perception.ts';
import type { ContentStore } from '../store/store.ts';

/** What is known of a network besides its answers; `costs` of one answer by board. Beliefs are kept as it gives them. */
export interface NetworkFacts extends Pick<Classifier, 'modelId' | 'labels' | 'senses'> {
  readonly costs: Readonly<Record<string, Cost>>;
  readonly calibration: Calibration;
}

/**
 * Beliefs on disk: [itemId, index of sensorKey, material probabilities, state probabilities, quality mean, quality sd].
 * JSON keeps every bit of a double and of a float, so that a day on cached beliefs equals the live one.
 */
type Row = readonly [number, number, readonly number[], readonly number[], number, number];

interface BeliefFile extends NetworkFacts {
  readonly sensorKeys: readonly string[];
  readonly rows: readonly Row[];
}

/** What a network believed on earlier days, and what is known of it. */
export interface KeptBeliefs {
  readonly facts: NetworkFacts;
  readonly beliefs: readonly CachedBelief[];
}

/** What is kept at an address, or undefined. */
export function readBeliefs(store: ContentStore, address: string): KeptBeliefs | undefined {
  const file = store.readJson<BeliefFile>('beliefs', address);
  if (file === undefined) return undefined;
  const { sensorKeys, rows, ...facts } = file;
  const { modelId } = facts;
  const beliefs = rows.map(([itemId, sensor, material, state, mean, sd]) => ({
    itemId,
    sensorKey: sensorKeys[sensor] ?? '',
    belief: {
      modelId,
      material: Float32Array.from(material),
      state: Float32Array.from(state),
      quality: { mean, sd },
    },
  }));
  return { facts, beliefs };
}

/** Keeps beliefs for the next day of the same network. */
export function writeBeliefs(store: ContentStore, address: string, { facts, beliefs }: KeptBeliefs): void {
  const { modelId, labels, senses, costs, calibration } = facts;
  const sensorKeys = [...new Set(beliefs.map((b) => b.sensorKey))];
  const rows = beliefs.map(({ itemId, sensorKey, belief }): Row => {
    const { material, state, quality } = belief;
    return [itemId, sensorKeys.indexOf(sensorKey), [...material], [...state], quality.mean, quality.sd];
  });
  const file = { modelId, labels, senses, costs, calibration, sensorKeys, rows };
  store.writeJson('beliefs', address, file);
}
