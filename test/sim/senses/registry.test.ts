import { describe, expect, test } from 'vitest';
import { makeItem } from '../../../sim/materials/item.ts';
import * as rooms from '../../../sim/senses/all.ts';
import { Instruments } from '../../../sim/senses/frames.ts';
import { SENSES, type Sensors, senseRegistry } from '../../../sim/senses/registry.ts';
import { checkSensors, defaultSensors, lookCost, sensorKey } from '../../../sim/senses/sensors.ts';

const item = makeItem({ seed: 1, itemId: 1, materialId: 'cotton' });

describe('the registry of senses', () => {
  test('holds every room under its own name, the standard ones first', () => {
    for (const [name, sense] of Object.entries(rooms)) expect(sense.name).toBe(name);
    expect([...SENSES.names].sort()).toEqual(Object.keys(rooms).sort());
    expect(SENSES.names.slice(0, 3)).toEqual(['visual', 'thermal', 'spectral']);
  });

  test('refuses two senses of one name, and names what it has when asked for another', () => {
    const thermal = SENSES.need('thermal');
    expect(() => senseRegistry([thermal, { ...thermal, title: 'Twin' }])).toThrow(
      /the name 'thermal' is used twice \(Thermal and Twin\)\. Cure: give each sense its own name/,
    );
    expect(() => SENSES.need('smell')).toThrow(/no sense 'smell'\. Cure: one of visual, thermal, spectral/);
  });
});

describe('sensors', () => {
  const { visual } = defaultSensors();

  test('a sense that is absent changes no key', () => {
    const key = sensorKey({ visual });
    expect(sensorKey({ visual, thermal: null })).toBe(key);
    expect(sensorKey({ visual, spectral: undefined })).toBe(key);
    expect(sensorKey(defaultSensors())).not.toBe(key);
  });

  test('a look with a sense that they lack is refused, as is its price', () => {
    const lacking = /have no sense 'thermal', only visual\. Cure: add sensors\.thermal, or look without it/;
    expect(() => new Instruments(1).look(item, { visual, thermal: null }, ['thermal'])).toThrow(lacking);
    expect(() => lookCost({ visual }, 'thermal')).toThrow(lacking);
    expect(() => lookCost({ visual }, 'toString')).toThrow(/no sense 'toString'/);
  });

  test('impossible ones are refused before anything looks, with every problem', () => {
    const { thermal } = defaultSensors();
    const impossible: Sensors = {
      visual: { ...visual, sizePx: 8, deadRows: [1.5] },
      thermal: { ...thermal, deadRows: [40] },
    };
    expect(() => new Instruments(1).look(item, impossible, ['visual'])).toThrow(
      /sensors\.visual\.sizePx: must lie in 16\.\.256, got 8\. Set it within\nsensors\.visual\.deadRows: must be an integer, got 1\.5.*\nsensors\.thermal\.deadRows: a frame has rows 0\.\.31, got 40/,
    );
    expect(() => checkSensors({ smell: {} } as Sensors)).toThrow(/no sense 'smell'/);
    expect(() => checkSensors(defaultSensors())).not.toThrow();
  });
});
