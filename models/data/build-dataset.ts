import { qualityOf, stateOf } from '../../sim/materials/damage.ts';
import { makeItem } from '../../sim/materials/item.ts';
import type { Sense } from '../../sim/record/frames.ts';
import { Instruments } from '../../sim/senses/frames.ts';
import type { Sensors } from '../../sim/senses/registry.ts';
import { defaultSensors } from '../../sim/senses/sensors.ts';
import { breathe, type Hooks } from '../engine/hooks.ts';
import { type Dataset, type DatasetSpec, SPLITS, storeThermal, THERMAL_VALUES } from './dataset.ts';
import { shrinkImage } from './image.ts';

/** Item ids of data sets start here, far above those of worlds, so that no robot meets a training item. */
const FIRST_ITEM_ID = 0x80000000;
const MAX_PER_MATERIAL = 65536;
const MAX_MATERIALS = 128;
const ITEMS_PER_BREATH = 64;
const SENSES: readonly Sense[] = ['visual', 'thermal', 'spectral'];

/**
 * Renders a data set with the given sensors (default: new and clean). Streams that are not among `senses` (default: all)
 * stay empty. Throws on an unknown material or a size out of range.
 */
export async function buildDataset(
  spec: DatasetSpec,
  hooks: Hooks = {},
  sensors: Sensors = defaultSensors(),
  senses: readonly Sense[] = SENSES,
): Promise<Dataset> {
  const has = (sense: Sense) => senses.includes(sense);
  const labels = checkedLabels(spec);
  const plan = itemPlan(spec, labels);
  const count = plan.length;
  const imageValues = spec.imagePx * spec.imagePx * 3;
  const data = {
    itemId: new Uint32Array(count),
    split: new Uint8Array(count),
    rgb: new Uint8Array(has('visual') ? count * imageValues : 0),
    thermal: new Int16Array(has('thermal') ? count * THERMAL_VALUES : 0),
    material: new Uint8Array(count),
    state: new Uint8Array(count),
    quality: new Float32Array(count),
  };
  let reflectance = new Float32Array(0);
  let bands = 0;
  const instruments = new Instruments(spec.seed);
  for (let i = 0; i < count; i++) {
    const { itemId, split, material } = plan[i]!;
    const item = makeItem({ seed: spec.seed, itemId, materialId: labels[material]! });
    const { streams } = instruments.look(item, sensors, senses);
    const rgb = streams.visual?.values as Uint8Array | undefined;
    const thermalK = streams.thermal?.values as Float32Array | undefined;
    const spectrum = streams.spectral?.values as Float32Array | undefined;
    if (i === 0 && spectrum) {
      bands = spectrum.length;
      reflectance = new Float32Array(count * bands);
    }
    data.itemId[i] = itemId;
    data.split[i] = split;
    data.material[i] = material;
    data.state[i] = stateOf(item);
    data.quality[i] = qualityOf(item);
    if (rgb) shrinkImage(rgb, spec.imagePx, data.rgb, i * imageValues);
    if (thermalK) storeThermal(thermalK, data.thermal, i * THERMAL_VALUES);
    if (spectrum) reflectance.set(spectrum, i * bands);
    if (i % ITEMS_PER_BREATH === 0) {
      hooks.progress?.({ phase: 'data', done: i, total: count });
      await breathe(hooks);
    }
  }
  hooks.progress?.({ phase: 'data', done: count, total: count });
  return { spec, labels, bands, count, reflectance, ...data };
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
