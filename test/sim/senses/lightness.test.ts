import { describe, expect, test } from 'vitest';
import { type ItemState, makeItem } from '../../../sim/materials/item.ts';
import { decodeSrgb } from '../../../sim/senses/optics/colour.ts';
import { Camera } from '../../../sim/senses/visual/camera.ts';
import { Masker } from '../../../sim/senses/visual/mask.ts';
import { cameraBefore } from '../../../sim/senses/visual/state.ts';

const SEED = 5;
const PIECES = 40;
const eye = new Camera(SEED);
const masker = new Masker(SEED);
const camera = { ...cameraBefore(0.75, 64), exposureSpreadEv: 0 };

function clean(materialId: string, itemId: number, change: Partial<ItemState>): ItemState {
  const bare = {
    soilGPerM2: 0,
    waterFilmUm: 0,
    labelCover: 0,
    wear: 0,
    haze: 0,
    stainCover: 0,
    corrosionUm: 0,
  };
  return { ...makeItem({ seed: SEED, itemId, materialId, state: 0 }), ...bare, ...change };
}

/** CIE L* of a pixel. */
function lightness(frame: Uint8Array, p: number): number {
  const linear = (c: number) => decodeSrgb(frame[3 * p + c]! / 255);
  const y = 0.2126 * linear(0) + 0.7152 * linear(1) + 0.0722 * linear(2);
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
}

/** Share of a glossy black thing that lamps light up. */
const HIGHLIGHTS = 0.05;

/** Mean standard deviation of L* within the things, their `brightest` share left out, and how many of their pixels are darker than L* 20. */
function spread(materialId: string, change: Partial<ItemState>, brightest = 0): { sd: number; dark: number } {
  let [sds, dark, all] = [0, 0, 0];
  for (let itemId = 0; itemId < PIECES; itemId++) {
    const item = clean(materialId, itemId, change);
    const frame = eye.render(item, camera, undefined, false);
    const found: number[] = [];
    masker.mask(item, camera).forEach((inside, p) => {
      if (inside) found.push(lightness(frame, p));
    });
    const values = found.sort((a, b) => a - b).slice(0, Math.ceil((1 - brightest) * found.length));
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    sds += Math.sqrt(values.reduce((sum, v) => sum + (v - mean) * (v - mean), 0) / values.length);
    dark += values.filter((v) => v < 20).length;
    all += values.length;
  }
  return { sd: sds / PIECES, dark: dark / all };
}

/** Standard deviation of L* over a thing without print, as rules of thumb have it (derived for cylinders and folds under a dome and a lamp, else memory). */
const kinds: readonly (readonly [string, string, Partial<ItemState>, readonly [number, number]])[] = [
  ['flat paper', 'paper-office', { crumple: 0, tears: 0 }, [1, 3]],
  ['crumpled paper', 'paper-office', { crumple: 0.8, tears: 0 }, [5, 9]],
  ['cardboard', 'cardboard', {}, [4, 8]],
  ['HDPE bottle', 'hdpe-bottle-white', { crumple: 0.2 }, [6, 10]],
  ['PET bottle', 'pet-bottle-clear', { crumple: 0.4 }, [10, 18]],
  ['aluminium, crushed', 'aluminium-can', { crumple: 0.8 }, [18, 28]],
  ['steel can', 'steel-can-bare', { crumple: 0.2 }, [12, 20]],
  ['glass', 'glass-bottle-clear', {}, [12, 20]],
  ['textile', 'cotton', { crumple: 0.6 }, [4, 8]],
];

describe('light and dark within a thing', () => {
  test.each(kinds)('%s', (_, materialId, change, [low, high]) => {
    const { sd, dark } = spread(materialId, change);
    console.log(
      `${materialId}: sd of L* ${sd.toFixed(1)} (${low}-${high}), darker than 20: ${(100 * dark).toFixed(1)} %`,
    );
    expect(sd).toBeGreaterThan(low);
    expect(sd).toBeLessThan(high);
  });

  // The rule for black plastic leaves its highlights out: 4-8 beside them.
  test('black plastic beside its highlights', () => {
    const { sd } = spread('pp-tray-black', {}, HIGHLIGHTS);
    console.log(`pp-tray-black: sd of L* ${sd.toFixed(1)} without the brightest ${100 * HIGHLIGHTS} %`);
    expect(sd).toBeGreaterThan(4);
    expect(sd).toBeLessThan(8);
  });
});
