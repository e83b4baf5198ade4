import { FULL_COUPLING } from '../../sim/materials/appearance.ts';
import { gradeOf, qualityOf, stateOf } from '../../sim/materials/damage.ts';
import { makeItem } from '../../sim/materials/item.ts';
import { type Sense, sizeOf } from '../../sim/record/frames.ts';
import { grades } from '../../sim/record/item-state.ts';
import { Instruments } from '../../sim/senses/frames.ts';
import { SENSES, type SenseRegistry } from '../../sim/senses/registry.ts';
import { defaultSensors, sensesOf } from '../../sim/senses/sensors.ts';
import { breathe, type Hooks } from '../engine/hooks.ts';
import type { SenseInputs } from '../nets/inputs.ts';
import { type DataStream, type Dataset, type DatasetSpec, SPLITS } from './dataset.ts';
import { emptyStream, storeFrame } from './input.ts';
import { sensorInputs } from './sensor-inputs.ts';

/** Item ids of data sets start here, far above those of worlds, so that no robot meets a training item. */
const FIRST_ITEM_ID = 0x80000000;
const MAX_PER_MATERIAL = 65536;
const MAX_MATERIALS = 128;
const ITEMS_PER_BREATH = 64;

/**
 * Renders a data set with the sensors and senses of its spec. Throws on an unknown material, a size out of range, impossible
 * sensors, and a sense that they lack.
 */
export async function buildDataset(
  spec: DatasetSpec,
  hooks: Hooks = {},
  registry: SenseRegistry = SENSES,
): Promise<Dataset> {
  const sensors = spec.sensors ?? defaultSensors();
  const senses = spec.senses ?? sensesOf(sensors);
  const labels = checkedLabels(spec);
  const plan = itemPlan(spec, labels);
  const count = plan.length;
  const streams = emptyStreams(sensorInputs(sensors, senses, spec.imagePx, registry), count);
  const data = {
    itemId: new Uint32Array(count),
    split: new Uint8Array(count),
    material: new Uint8Array(count),
    state: new Uint8Array(count),
    quality: new Float32Array(count),
    grade: new Uint8Array(count),
  };
  const instruments = new Instruments(spec.seed, registry);
  const how = { evenDamage: true, lookCoupling: spec.lookCoupling ?? FULL_COUPLING };
  for (let i = 0; i < count; i++) {
    const { itemId, split, material } = plan[i]!;
    const item = makeItem({ seed: spec.seed, itemId, materialId: labels[material]!, ...how });
    const seen = instruments.look(item, sensors, senses).streams;
    data.itemId[i] = itemId;
    data.split[i] = split;
    data.material[i] = material;
    data.state[i] = stateOf(item);
    data.quality[i] = qualityOf(item);
    data.grade[i] = grades.indexOf(gradeOf(item));
    for (const [sense, stream] of Object.entries(streams))
      storeFrame(stream, seen[sense]!.values, stream.values, i * sizeOf(stream.shape));
    if (i % ITEMS_PER_BREATH === 0) {
      hooks.progress?.({ phase: 'data', done: i, total: count });
      await breathe(hooks);
    }
  }
  hooks.progress?.({ phase: 'data', done: count, total: count });
  return { spec, labels, count, streams, ...data };
}

/** Room for the streams of each sense. */
function emptyStreams(inputs: SenseInputs, count: number): Record<Sense, DataStream> {
  const streams = Object.entries(inputs).map(([sense, taken]) => {
    return [sense, { ...taken, values: emptyStream(taken, count) }] as const;
  });
  return Object.fromEntries(streams);
}

/** Which items there are: part, material and the id that their hidden state is drawn by. */
function itemPlan(spec: DatasetSpec, labels: readonly string[]) {
  const plan: { itemId: number; split: number; material: number }[] = [];
  SPLITS.forEach((name, split) => {
    const drawn = name === 'test' ? split + spec.testDraw : split;
    for (let material = 0; material < labels.length; material++) {
      const first = FIRST_ITEM_ID + (drawn * MAX_MATERIALS + material) * MAX_PER_MATERIAL;
      for (let i = 0; i < spec.perMaterial[name]; i++) plan.push({ itemId: first + i, split, material });
    }
  });
  return plan;
}

function checkedLabels(spec: DatasetSpec): string[] {
  const labels = [...new Set(spec.materials)].sort();
  if (labels.length < 2 || labels.length > MAX_MATERIALS) {
    throw new Error(`data set: needs 2 to ${MAX_MATERIALS} different materials, got ${labels.length}`);
  }
  for (const split of SPLITS) {
    const wanted = spec.perMaterial[split];
    if (!Number.isInteger(wanted) || wanted < 0 || wanted > MAX_PER_MATERIAL) {
      throw new Error(
        `data set: perMaterial.${split} must be an integer in 0..${MAX_PER_MATERIAL}, got ${wanted}`,
      );
    }
  }
  if (!Number.isInteger(spec.testDraw) || spec.testDraw < 0 || spec.testDraw > 11) {
    throw new Error(`data set: testDraw must be an integer in 0..11, got ${spec.testDraw}`);
  }
  return labels;
}
