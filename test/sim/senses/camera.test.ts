import { describe, expect, test } from 'vitest';
import { Noise } from '../../../sim/kernel/random/noise.ts';
import { lookGroups } from '../../../sim/materials/catalogue.ts';
import { type ItemState, makeItem } from '../../../sim/materials/item.ts';
import { encodeSrgb } from '../../../sim/senses/optics/colour.ts';
import { displayColour } from '../../../sim/senses/optics/display-colour.ts';
import { ItemOptics } from '../../../sim/senses/optics/reflectance.ts';
import { checkSensors } from '../../../sim/senses/sensors.ts';
import { Camera } from '../../../sim/senses/visual/camera.ts';
import { CompiledSensor } from '../../../sim/senses/visual/compiled-sensor.ts';
import { codesPerWhite, PlainSensor, sensorPattern } from '../../../sim/senses/visual/sensor.ts';
import { defaultCamera } from '../../../sim/senses/visual/state.ts';

const eye1 = new Camera(1);
const eye4 = new Camera(4);
const itemOptics = new ItemOptics();
const camera = defaultCamera();

/** Mean colour of the middle of a frame, [R, G, B]. */
function middle(frame: Uint8Array, size = 64): number[] {
  const sum = [0, 0, 0];
  for (let y = 24; y < 40; y++)
    for (let x = 24; x < 40; x++) for (let c = 0; c < 3; c++) sum[c]! += frame[(y * size + x) * 3 + c]! / 256;
  return sum;
}
function clean(materialId: string, change: Partial<ItemState> = {}): ItemState {
  return {
    ...makeItem({ seed: 1, itemId: 3, materialId, state: 0 }),
    soilGPerM2: 0,
    waterFilmUm: 0,
    labelCover: 0,
    crumple: 0,
    wear: 0,
    haze: 0,
    ...change,
  };
}

describe('the sensor', () => {
  test.each([PlainSensor, CompiledSensor])(
    'variance against mean follows shot and read noise: $name',
    (Kind) => {
      const sensor = new Kind(64);
      const flat = { ...camera, prnu: 0, dsnuE: 0, vignette: 0, blurPx: 0, motionPx: 0 };
      const pattern = sensorPattern(flat);
      for (const level of [0.1, 0.3, 0.6]) {
        const out = new Uint8Array(64 * 64 * 3);
        const grain = new Noise(99);
        let [sum, sum2, count] = [0, 0, 0];
        for (let k = 0; k < 12; k++) {
          sensor.image.fill(level * codesPerWhite);
          sensor.expose(pattern, grain, out);
          for (const v of out) {
            sum += v;
            sum2 += v * v;
            count++;
          }
        }
        const variance = sum2 / count - (sum / count) * (sum / count) - 1 / 12; // less the 8-bit rounding
        const electrons = level * 0.8 * flat.fullWellE;
        const slope =
          (255 * (encodeSrgb(level + 1e-4) - encodeSrgb(level - 1e-4))) / 2e-4 / (0.8 * flat.fullWellE);
        const expected = (electrons + flat.readNoiseE * flat.readNoiseE) * slope * slope;
        console.log(
          `shot noise at ${level}: variance ${variance.toFixed(3)}, nominal ${expected.toFixed(3)} (8-bit steps)`,
        );
        expect(Math.abs(variance / expected - 1)).toBeLessThan(0.05);
      }
    },
  );

  test('fixed pattern, vignette, dead rows, saturation and dirt', () => {
    const item = clean('paper-office');
    expect(
      [...eye1.render(item, { ...camera, deadRows: [5] }).slice(5 * 192 + 3, 5 * 192 + 60)].every(
        (v) => v <= 12,
      ),
    ).toBe(true);
    expect(Math.min(...middle(eye1.render(item, { ...camera, exposure: 6 })))).toBeGreaterThan(250);
    const dirty = eye1.render(item, { ...camera, lensDirt: 0.9 });
    expect(middle(dirty)[1]!).toBeLessThan(middle(eye1.render(item, camera))[1]! - 8);
    expect(middle(eye1.render(item, { ...camera, lampAge: 1 }))[2]!).toBeLessThan(
      middle(eye1.render(item, camera))[2]! - 8,
    );
    expect(eye1.render(item, { ...camera, misregistration: 0.2 })).not.toEqual(eye1.render(item, camera));
  });

  test('sizes from 32 to 96 px; other sizes and lamps are refused', () => {
    for (const sizePx of [32, 48, 64, 96])
      expect(eye1.render(clean('cardboard'), { ...camera, sizePx }).length).toBe(sizePx * sizePx * 3);
    expect(() => checkSensors({ visual: { ...camera, sizePx: 8 } })).toThrow(
      /sensors\.visual\.sizePx: must lie in 16\.\.256, got 8\. Set it within/,
    );
    expect(() => checkSensors({ visual: { ...camera, lensDirt: 2 } })).toThrow(/lensDirt/);
  });
});

describe('the picture', () => {
  const steady = { ...camera, exposureSpreadEv: 0, whiteBalanceSpread: 0 };
  const look = (item: ItemState) => middle(eye1.render(item, steady, undefined, false));

  test('colours are what the things are', () => {
    const [r, g, b] = look(clean('cardboard'));
    expect(r! > g! && g! > b!).toBe(true);
    const [gr, gg] = look(clean('glass-bottle-green'));
    expect(gg! > gr!).toBe(true);
    expect(Math.min(...look(clean('paper-office')))).toBeGreaterThan(185);
    expect(Math.max(...look(clean('pp-tray-black')))).toBeLessThan(90);
  });

  test('what ages a thing can be seen: yellowing, soil, water, rust, haze, cracks', () => {
    const white = clean('pp-cup-white');
    const fresh = look(white);
    const yellow = look({ ...white, yellowingPerMm: 3 });
    expect(fresh[2]! - yellow[2]!).toBeGreaterThan(fresh[0]! - yellow[0]! + 10);
    const board = clean('cardboard');
    expect(look({ ...board, waterFilmUm: 120 })[0]!).toBeLessThan(look(board)[0]! - 15);
    expect(look({ ...white, soilGPerM2: 30, soilType: 'clay' })[2]!).toBeLessThan(fresh[2]! - 25);
    const can = clean('steel-can-bare', { corrosionUm: 0, corrosionKind: 'rust' });
    const rusty = look({ ...can, corrosionUm: 60 });
    expect(rusty[0]! - rusty[2]!).toBeGreaterThan(15);
    const pane = clean('pc-sheet-clear');
    expect(look({ ...pane, haze: 0.45 })[1]!).toBeGreaterThan(look(pane)[1]! + 2);
    const black = clean('pp-tray-black');
    expect(look({ ...black, haze: 0.4 })[1]!).toBeGreaterThan(look(black)[1]!);
  });

  test('where the substance does not show, look-alikes are byte-identical to the camera', () => {
    let pairs = 0;
    for (const group of lookGroups()) {
      for (const id of group.slice(1)) {
        for (let itemId = 0; itemId < 3; itemId++) {
          const a = eye4.render(
            makeItem({ seed: 4, itemId, materialId: group[0]!, lookCoupling: 0 }),
            camera,
          );
          const b = eye4.render(makeItem({ seed: 4, itemId, materialId: id, lookCoupling: 0 }), camera);
          expect(Buffer.compare(Buffer.from(a), Buffer.from(b)), `${group[0]} and ${id}`).toBe(0);
          pairs++;
        }
      }
    }
    console.log(
      `camera: ${pairs} pairs of look-alikes, byte-identical: any camera-only classifier scores 1/2 on them`,
    );
  });

  test('a display colour is a colour', () => {
    expect(displayColour(clean('paper-office'), itemOptics)).toMatch(
      /^#[d-f][0-9a-f][d-f][0-9a-f][c-f][0-9a-f]$/,
    );
    expect(displayColour(clean('copper-pipe'), itemOptics)).toMatch(/^#[0-9a-f]{6}$/);
  });
});
