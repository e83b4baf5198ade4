import { describe, expect, test } from 'vitest';
import { makeItem } from '../../../sim/materials/item.ts';
import type { Classifier } from '../../../sim/ports.ts';
import type { Frames } from '../../../sim/record/frames.ts';
import { defaultSensors, sensorKey } from '../../../sim/senses/sensors.ts';
import { lookAhead, perfectPerception } from '../../../sim/site/robot/perception.ts';
import { SensorAgeing } from '../../../sim/site/robot/sensor-ageing.ts';
import { classifierContract } from '../../contracts/classifier.ts';

const cost = { energyJ: 0.001, timeUs: 10 };
const item = (itemId: number) => makeItem({ seed: 1, itemId, materialId: 'pet-bottle-clear' });
const blank = (itemId: number): Frames => ({
  itemId,
  sensorKey: 'k',
  streams: { visual: { values: Uint8Array.of(itemId, 0, 0), shape: [1, 1, 3] } },
  cost: {},
});

/** Believes in the parity of the first pixel; counts its batches. */
function parity(): Classifier & { readonly batches: number[] } {
  const batches: number[] = [];
  return {
    modelId: 'parity',
    labels: ['even', 'odd'],
    senses: ['visual'],
    cost,
    batches,
    classify(batch) {
      if (batch.length > 0) batches.push(batch.length);
      return batch.map(({ streams }) => ({
        modelId: 'parity',
        material: Float32Array.of(1 - (streams.visual!.values[0]! % 2), streams.visual!.values[0]! % 2),
        state: new Float32Array(10).fill(0.1),
        quality: { mean: 0.5, sd: 0.1 },
      }));
    },
  };
}

classifierContract('stand-in of the tests', async () => ({
  classifier: parity(),
  frames: Array.from({ length: 40 }, (_, i) => blank(i)),
}));

function perceive(known: Parameters<typeof lookAhead>[0]['known'] = []) {
  const classifier = parity();
  const rendered: number[] = [];
  const perception = lookAhead({
    name: 'p',
    classifier,
    frames: ({ itemId }) => {
      rendered.push(itemId);
      return blank(itemId);
    },
    senseCost: cost,
    batchSize: 32,
    known,
  });
  return { classifier, rendered, perception };
}

describe('look-ahead perception', () => {
  const sensors = defaultSensors();

  test('what was asked for together is answered in one batch, once', () => {
    const { perception, classifier, rendered } = perceive();
    for (let i = 0; i < 40; i++) perception.request(item(i), sensors, 0);
    expect(classifier.batches).toEqual([]);
    expect(perception.belief(item(3), sensors).material[1]).toBe(1);
    expect(classifier.batches).toEqual([32, 8]);
    for (let i = 0; i < 40; i++) perception.belief(item(i), sensors);
    perception.request(item(5), sensors, 0);
    perception.belief(item(5), sensors);
    expect(rendered).toHaveLength(40);
  });

  test('other sensors, another belief: dirt on the lens is looked through anew', () => {
    const { perception, rendered } = perceive();
    const ageing = new SensorAgeing(sensors);
    perception.belief(item(1), sensors);
    perception.belief(item(1), ageing.wear('lens', 0.05));
    expect(rendered).toHaveLength(1);
    const dirty = ageing.wear('lens', 0.55);
    expect(dirty.visual?.lensDirt).toBeCloseTo(0.25, 12);
    expect(ageing.wear('lens', 0.59)).toBe(dirty);
    expect(sensorKey(dirty)).not.toBe(sensorKey(sensors));
    perception.belief(item(1), dirty);
    expect(rendered).toHaveLength(2);
  });

  test('beliefs of an earlier run are taken as they are', () => {
    const first = perceive();
    first.perception.belief(item(7), sensors);
    const second = perceive(first.perception.cached());
    expect(second.perception.belief(item(7), sensors).material[1]).toBe(1);
    expect(second.rendered).toEqual([]);
  });

  test('perfect perception knows material and state, and says when it lacks a label', () => {
    const look = { sense: cost, infer: cost };
    const belief = perfectPerception(['glass-bottle-clear', 'pet-bottle-clear'], look).belief(
      item(1),
      sensors,
    );
    expect([...belief.material]).toEqual([0, 1]);
    expect(belief.state.reduce((s, p) => s + p, 0)).toBe(1);
    expect(() => perfectPerception(['cardboard'], look).belief(item(1), sensors)).toThrow(
      /pet-bottle-clear is not among its 1 labels/,
    );
  });
});
