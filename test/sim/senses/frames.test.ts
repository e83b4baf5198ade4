import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawKey } from '../../../sim/kernel/random/random.ts';
import { materials } from '../../../sim/materials/catalogue.ts';
import { type ItemState, makeItem } from '../../../sim/materials/item.ts';
import { sha256Hex } from '../../../sim/record/canonical.ts';
import type { Frames, Sense } from '../../../sim/record/frames.ts';
import { Instruments } from '../../../sim/senses/frames.ts';
import type { Sensors } from '../../../sim/senses/registry.ts';
import { checkSensors, defaultSensors, sensorKey } from '../../../sim/senses/sensors.ts';
import { spectrometerOf } from '../../../sim/senses/spectral/state.ts';

const instruments1 = new Instruments(1);
const instruments2 = new Instruments(2);
const instruments8 = new Instruments(8);
const sensors = defaultSensors();
const all: readonly Sense[] = ['visual', 'thermal', 'spectral'];

function hashOf(frames: Frames): string {
  const bytes = (a: Uint8Array | Float32Array) => new Uint8Array(a.buffer, a.byteOffset, a.byteLength);
  return all.map((sense) => sha256Hex(bytes(frames.streams[sense]!.values))).join();
}

describe('frames', () => {
  test('are a pure function of item, sensors and seed: order changes nothing', () => {
    const items = ['pet-bottle-clear', 'cotton', 'steel-can', 'brick'].map((materialId, itemId) =>
      makeItem({ seed: 1, itemId, materialId }),
    );
    const forward = items.map((item) => hashOf(instruments1.look(item, sensors, all)));
    const backward = [...items]
      .reverse()
      .map((item) => hashOf(instruments1.look(item, sensors, all)))
      .reverse();
    expect(backward).toEqual(forward);
    const apart = ['thermal', 'visual', 'spectral'].map((sense) =>
      instruments1.look(items[1]!, sensors, [sense]),
    );
    const alone = hashOf({
      ...apart[0]!,
      streams: Object.assign({}, ...apart.map(({ streams }) => streams)) as Frames['streams'],
    });
    expect(alone).toBe(forward[1]);
    expect(hashOf(instruments2.look(items[0]!, sensors, all))).not.toBe(forward[0]);
  });

  test('what instruments have looked at before leaves no trace: other items, sizes, grids and lamps', () => {
    const item = makeItem({ seed: 1, itemId: 7, materialId: 'pet-bottle-clear', state: 6 });
    const other = makeItem({ seed: 1, itemId: 8, materialId: 'steel-can', state: 9 });
    const small: Sensors = {
      visual: { ...sensors.visual, sizePx: 32, lightTempK: 3000, lensDirt: 0.5 },
      thermal: { ...sensors.thermal, sizePx: 16, lensDirt: 0.5 },
      spectral: spectrometerOf('extended'),
    };
    const used = new Instruments(1);
    const looks = [sensors, small].flatMap((seen) => {
      used.look(other, sensors, all);
      used.look(other, small, all);
      return [hashOf(used.look(item, seen, all)), hashOf(new Instruments(1).look(item, seen, all))];
    });
    expect(looks[0]).toBe(looks[1]);
    expect(looks[2]).toBe(looks[3]);
    const first = used.look(item, sensors, all);
    const before = hashOf(first);
    used.look(other, sensors, all);
    expect(hashOf(first)).toBe(before);
  });

  test('a sense that does not look gives nothing and costs nothing', () => {
    const frames = instruments1.look(makeItem({ seed: 1, itemId: 1, materialId: 'cotton' }), sensors, [
      'visual',
    ]);
    expect(Object.keys(frames.streams)).toEqual(['visual']);
    expect(Object.keys(frames.cost)).toEqual(['visual']);
  });

  test('the sensor key changes with any part of the sensors and not with the item', () => {
    const dirty = { ...sensors, visual: { ...sensors.visual, lensDirt: 0.1 } };
    const drifted = { ...sensors, thermal: { ...sensors.thermal, minutesSinceShutter: 2 } };
    const keys = [sensors, dirty, drifted].map(sensorKey);
    expect(new Set(keys).size).toBe(3);
    expect(sensorKey(defaultSensors())).toBe(keys[0]);
    expect(() => checkSensors(sensors)).not.toThrow();
  });

  test('what no sensor can see changes no byte: chain length, age, mass, damage', () => {
    const item = makeItem({ seed: 1, itemId: 5, materialId: 'pet-bottle-clear', state: 4 });
    const weak: ItemState = {
      ...item,
      chainRatio: 0.3,
      chainDose: 2,
      ageYears: 99,
      damage: 0.95,
      massKg: 1,
      colour: 'other',
    };
    expect(hashOf(instruments1.look(weak, sensors, all))).toBe(hashOf(instruments1.look(item, sensors, all)));
  });

  test('500 combinations of material and state: finite, in range, none alike', () => {
    const seen = new Set<string>();
    let runs = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...materials),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 4_000_000_000 }),
        (material, state, itemId) => {
          const frames = instruments8.look(
            makeItem({ seed: 8, itemId, materialId: material.id, state }),
            sensors,
            all,
          );
          const rgb = frames.streams.visual!.values;
          const spread = Math.max(...rgb) - Math.min(...rgb);
          const heat = frames.streams.thermal!.values.every((v) => v > 255 && v < 430);
          const light = frames.streams.spectral!.values.every((v) => v > -0.05 && v < 1.3);
          const hash = hashOf(frames);
          const fresh = !seen.has(hash);
          seen.add(hash);
          runs++;
          return spread > 8 && heat && light && fresh;
        },
      ),
      { numRuns: 500, seed: 3 },
    );
    console.log(`frames: ${runs} combinations of material and state rendered, ${seen.size} different`);
  });

  test('the state space beyond what makeItem draws: no NaN, no value out of range', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const change = fc.record({
      yellowingPerMm: fc.double({ min: 0, max: 10, noNaN: true }),
      crackPerMm: fc.double({ min: 0, max: 10, noNaN: true }),
      haze: share,
      wear: share,
      lignin: share,
      waterFilmUm: fc.double({ min: 0, max: 300, noNaN: true }),
      soilGPerM2: fc.double({ min: 0, max: 50, noNaN: true }),
      moistureKgPerKg: fc.double({ min: 0, max: 0.3, noNaN: true }),
      corrosionUm: fc.double({ min: 0, max: 500, noNaN: true }),
      roughnessUm: fc.double({ min: 0.01, max: 100, noNaN: true }),
      delaminationUm: fc.double({ min: 0, max: 500, noNaN: true }),
      crumple: share,
      labelCover: share,
      tempK: fc.double({ min: 250, max: 370, noNaN: true }),
      thicknessM: fc.double({ min: 1e-5, max: 0.05, noNaN: true }),
      soilType: fc.constantFrom('dust', 'clay', 'fat', 'sugar', 'biofilm', 'soot'),
      corrosionKind: fc.constantFrom('rust', 'white', 'patina', 'tarnish'),
    });
    fc.assert(
      fc.property(fc.constantFrom(...materials), change, (material, part) => {
        const item = { ...makeItem({ seed: 1, itemId: 1, materialId: material.id }), ...part } as ItemState;
        const frames = instruments1.look(item, sensors, all);
        return (
          frames.streams.thermal!.values.every((v) => v > 230 && v < 430) &&
          frames.streams.spectral!.values.every((v) => v > -0.1 && v < 1.3)
        );
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  test('draw keys of sensors and items are all different', () => {
    const names = [
      'sensing/scene|pose',
      'sensing/camera|look',
      'sensing/camera|label',
      'sensing/camera|pixels',
      'sensing/thermograph|look',
      'sensing/thermograph|pixels',
      'materials/item|look',
      'materials/item|life',
    ];
    const keys = names.map((name) => {
      const [path, purpose] = name.split('|');
      const key = drawKey(1, 0, path!, purpose!);
      return `${key.hi}.${key.lo}`;
    });
    expect(new Set(keys).size).toBe(names.length);
  });
});
