import { beforeAll, describe, expect, test } from 'vitest';
import { classifierOf } from '../../models/classifier.ts';
import { buildDataset } from '../../models/data/build-dataset.ts';
import {
  type Dataset,
  type DatasetSpec,
  decodeDataset,
  encodeDataset,
  rowsOf,
} from '../../models/data/dataset.ts';
import { inferenceCost } from '../../models/device/cost.ts';
import { type Engine, openBackend } from '../../models/engine/backend.ts';
import { predict } from '../../models/evaluation/infer.ts';
import { loadModel, saveModel } from '../../models/export/export.ts';
import { foldStudent } from '../../models/export/fold.ts';
import type { Model } from '../../models/nets/model.ts';
import { distilStudent } from '../../models/training/distil.ts';
import { METHODS } from '../../models/training/methods.ts';
import { TRAINING } from '../../models/training/recipe.ts';
import { teacherTargets } from '../../models/training/targets.ts';
import { trainStudent, trainTeacher } from '../../models/training/train.ts';
import { drawKey, normalAt } from '../../sim/kernel/random/random.ts';
import { materialById } from '../../sim/materials/catalogue.ts';
import { makeItem } from '../../sim/materials/item.ts';
import { Instruments } from '../../sim/senses/frames.ts';
import type { SenseModel } from '../../sim/senses/interface/sense.ts';
import { SENSES, type Sensors, senseRegistry } from '../../sim/senses/registry.ts';
import { defaultSensors } from '../../sim/senses/sensors.ts';
import { senseContract } from '../contracts/sense.ts';

interface ScaleState {
  readonly noise: number;
}

/** A sense that nobody has: density, mass and wear of the item, with a little noise. */
const scale: SenseModel<ScaleState> = {
  name: 'scale',
  title: 'Scale',
  fresh: () => ({ noise: 0.01 }),
  ranges: { noise: { least: 0, most: 1 } },
  problems: () => [],
  cost: () => ({ energyJ: 0.1, timeUs: 1000 }),
  partsEur: () => 10,
  worn: (state, { dirt }) => ({ noise: Math.min(1, state.noise + dirt) }),
  tested: () => ({ noise: 0.1 }),
  shape: () => [3],
  input: { kind: 'vector', variate: false, hidden: 16, features: 8 },
  drawing: () => ({ kind: 'bars', labels: ['density', 'mass', 'wear'], yLabel: 'share' }),
  open(seed) {
    const key = drawKey(seed, 0, 'sensing/scale', 'look');
    return {
      render({ itemId, materialId, massKg, wear }, state, noise = true) {
        const sd = noise ? state.noise : 0;
        const truth = [materialById(materialId).thermal.densityKgPerM3 / 8000, massKg, wear];
        return Float32Array.from(truth, (value, i) => value + sd * normalAt(key, itemId, i));
      },
    };
  },
};

const registry = senseRegistry([...SENSES.all, scale]);
const sensors = { visual: defaultSensors().visual, scale: scale.fresh() } as Sensors;
const spec: DatasetSpec = {
  materials: ['pet-bottle-clear', 'cardboard', 'steel-can'],
  perMaterial: { labelled: 12, unlabelled: 12, validation: 6, calibration: 0, test: 6 },
  imagePx: 32,
  seed: 1,
  testDraw: 0,
  sensors,
};
const brief = { ...TRAINING, name: 'brief', steps: 6, validateEvery: 3, smoothing: 0 };

let engine: Engine;
let data: Dataset;

beforeAll(async () => {
  engine = await openBackend();
  data = await buildDataset(spec, {}, registry);
}, 60_000);

senseContract(scale);

describe('a sense that comes in', () => {
  test('has streams in the data set, which survive its file', () => {
    expect(Object.keys(data.streams)).toEqual(['visual', 'scale']);
    expect(data.streams.scale!.values).toHaveLength(3 * data.count);
    const bytes = encodeDataset(data);
    expect(Buffer.compare(encodeDataset(decodeDataset(bytes)), bytes)).toBe(0);
  });

  test('stands beside the camera in a student, which answers live as in evaluation', async () => {
    const both = { ...brief, senses: ['visual', 'scale'] };
    const model = loadModel(saveModel((await trainStudent(engine, data, both)).model));
    expect(model.weights['scale/hidden/weights']!.shape).toEqual([3, 16]);
    expect(model.weights['features/weights']!.shape).toEqual([64 + 8, 256]);
    const rows = rowsOf(data, 'test');
    const { material } = predict(model, data, rows);
    const classifier = classifierOf(model, engine);
    const instruments = new Instruments(spec.seed, registry);
    const items = Array.from(rows, (row) =>
      makeItem({
        ...{ seed: spec.seed, itemId: data.itemId[row]!, materialId: data.labels[data.material[row]!]! },
        evenDamage: true,
      }),
    );
    const frames = items.map((item) => instruments.look(item, sensors, classifier.senses));
    const live = classifier.classify(frames).flatMap((belief) => [...belief.material]);
    live.forEach((p, i) => {
      expect(p).toBeCloseTo(material[i]!, 5);
    });
    const heavier = frames.map((frame) => ({
      ...frame,
      streams: { ...frame.streams, scale: { values: Float32Array.of(9, 9, 9), shape: [3] } },
    }));
    expect(classifier.classify(heavier).flatMap((belief) => [...belief.material])).not.toEqual(live);
    expect(() =>
      classifier.classify([{ ...frames[0]!, streams: { visual: frames[0]!.streams.visual! } }]),
    ).toThrow(/came without its scale stream/);
    classifier.dispose();
    expect(() => classifierOf(model, engine, { senses: ['visual'] })).toThrow(/needs all of its senses/);
    expect(() => foldStudent(model)).toThrow(/only a student of the camera alone leaves the twin/);
    const alone = (await trainStudent(engine, data, brief)).model;
    expect(inferenceCost(model, 'U385').energyJ).toBeGreaterThan(inferenceCost(alone, 'U385').energyJ);
  }, 60_000);

  test('may teach, may be listened to, and is hidden at times so that the camera alone is enough', async () => {
    const teacher = (await trainTeacher(engine, data, { ...brief, senses: ['visual', 'scale'] })).model;
    const lessons = { teacher: await teacherTargets(teacher, data) };
    const taught = async (senses: string[]) => {
      const student = { ...brief, senses, terms: METHODS.hybrid, temperature: 1 };
      const { attention: _, ...terms } = student.terms;
      return (await distilStudent(engine, data, lessons, { ...student, terms })).model;
    };
    expect((await taught(['visual', 'scale'])).senses).toEqual(['visual', 'scale']);
    expect((await taught(['visual'])).weights['features/weights']!.shape).toEqual([64, 256]);
    const rows = rowsOf(data, 'test');
    const seen = predict(teacher, data, rows).material;
    const masked = predict(teacher, data, rows, { visible: ['visual'] }).material;
    expect(masked.every(Number.isFinite)).toBe(true);
    expect(masked).not.toEqual(seen);
  }, 60_000);

  test('is refused in words where it does not fit', async () => {
    const strange = { ...brief, senses: ['visual', 'smell'] };
    await expect(trainStudent(engine, data, strange)).rejects.toThrow(
      /no stream of the sense 'smell', only visual, scale\. Cure: make the data set with that sense/,
    );
    await expect(trainStudent(engine, data, { ...brief, senses: ['scale'] })).rejects.toThrow(
      /needs the camera/,
    );
    await expect(buildDataset({ ...spec, senses: ['thermal'] }, {}, registry)).rejects.toThrow(
      /have no sense 'thermal', only visual, scale/,
    );
  });
});

describe('a film of another size', () => {
  const { visual, thermal } = defaultSensors();
  const large: DatasetSpec = { ...spec, sensors: { visual, thermal: { ...thermal, sizePx: 64 } } };
  let model: Model;
  let wide: Dataset;

  beforeAll(async () => {
    wide = await buildDataset(large);
    model = (await trainTeacher(engine, wide, { ...brief, senses: ['visual', 'thermal'] })).model;
  }, 60_000);

  test('is learnt when the data set is made with it, and refused by name otherwise', async () => {
    expect(model.inputs.thermal!.shape).toEqual([8, 64, 64]);
    expect((await teacherTargets(model, wide)).maps.thermal!.side).toBe(32);
    const small = await buildDataset({ ...large, sensors: defaultSensors(), senses: ['visual', 'thermal'] });
    expect(() => predict(model, small, rowsOf(small, 'test'))).toThrow(
      /takes thermal of \[8, 64, 64\], the data set has \[8, 32, 32\]\. Cure: train on this data set/,
    );
    const item = makeItem({ seed: 1, itemId: 5, materialId: 'cardboard' });
    const classifier = classifierOf(model, engine);
    const instruments = new Instruments(1);
    const fits = instruments.look(item, large.sensors!, classifier.senses);
    expect(classifier.classify([fits])[0]!.material.every(Number.isFinite)).toBe(true);
    const other = instruments.look(item, defaultSensors(), classifier.senses);
    expect(() => classifier.classify([other])).toThrow(
      /item 5 came with thermal of \[8, 32, 32\], model brief takes \[8, 64, 64\]\. Cure: set sensors\.thermal/,
    );
    classifier.dispose();
  }, 60_000);

  test('the camera may be a multiple of what the network takes, and nothing else', () => {
    const item = makeItem({ seed: 1, itemId: 6, materialId: 'cardboard' });
    const classifier = classifierOf(model, engine, { senses: ['visual'] });
    const seen = (sizePx: number) =>
      new Instruments(1).look(item, { visual: { ...visual, sizePx } }, ['visual']);
    for (const sizePx of [32, 64, 96])
      expect(classifier.classify([seen(sizePx)])[0]!.material.every(Number.isFinite)).toBe(true);
    expect(() => classifier.classify([seen(48)])).toThrow(
      /came with visual of \[48, 48, 3\], model brief takes \[32, 32, 3\] or a multiple/,
    );
    classifier.dispose();
  });
});
