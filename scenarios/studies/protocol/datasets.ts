import { buildDataset } from '../../../models/data/build-dataset.ts';
import {
  type Dataset,
  type DatasetSpec,
  decodeDataset,
  encodeDataset,
} from '../../../models/data/dataset.ts';
import { type TestCondition, testSensors } from '../../../models/data/test-sensors.ts';
import type { Hooks } from '../../../models/engine/hooks.ts';
import type { ProtocolData } from '../../../models/training/protocol.ts';
import { nodeHasher } from '../../record/node-hasher.ts';
import { codeHash, datasetCode } from '../../store/code.ts';
import { addressOf, type ContentStore } from '../../store/store.ts';
import type { Report } from '../../threads/progress.ts';

/** Data sets that this thread holds, by address: one pool and three tests are used by every job. */
const held = new Map<string, Held>();

export interface Held {
  readonly data: Dataset;
  /** Hash of streams and labels. */
  readonly hash: string;
}

const noItems = { labelled: 0, unlabelled: 0, validation: 0, calibration: 0, test: 0 };

/** What students and teachers train on, with every item labelled; a regime takes labels away. */
export function poolSpec(data: ProtocolData): DatasetSpec {
  const { materials, imagePx, seed, poolPerMaterial: labelled } = data;
  const { validationPerMaterial: validation, calibrationPerMaterial: calibration } = data;
  const perMaterial = { ...noItems, labelled, validation, calibration };
  return { materials, perMaterial, imagePx, seed, testDraw: 0 };
}

/** Test items alone. */
export function testSpec({ materials, imagePx, seed, testDraw, testPerMaterial }: ProtocolData): DatasetSpec {
  return { materials, perMaterial: { ...noItems, test: testPerMaterial }, imagePx, seed, testDraw };
}

/** A data set from this thread, the cache, or the renderer. */
export async function dataset(
  store: ContentStore,
  spec: DatasetSpec,
  condition: TestCondition,
  report: Report,
): Promise<Held> {
  const recipe = { spec, condition, code: codeHash([...datasetCode, 'models/data/test-sensors.ts']) };
  const address = addressOf('dataset', recipe);
  const known = held.get(address);
  if (known) return known;
  const bytes = new Uint8Array(store.read('dataset', address) ?? (await render()));
  // The file ends with the hash of its content.
  const hash = Buffer.from(bytes.subarray(bytes.length - 64))
    .toString()
    .slice(0, 16);
  const entry = { data: decodeDataset(bytes, 'data set', nodeHasher()), hash };
  held.set(address, entry);
  return entry;

  async function render(): Promise<Uint8Array> {
    const hooks: Hooks = {
      progress: ({ done, total }) => report({ task: `rendering items (${condition})`, done, total }),
    };
    const fresh = encodeDataset(
      await buildDataset({ ...spec, sensors: testSensors(condition) }, hooks),
      nodeHasher(),
    );
    store.write('dataset', address, fresh);
    return fresh;
  }
}
