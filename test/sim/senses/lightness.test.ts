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

/** Mean standard deviation of L* within the things, and how many of their pixels are darker than L* 20. */
function spread(materialId: string, change: Partial<ItemState>): { sd: number; dark: number } {
  let [sds, dark, all] = [0, 0, 0];
  for (let itemId = 0; itemId < PIECES; itemId++) {
    const item = clean(materialId, itemId, change);
    const frame = eye.render(item, camera, undefined, false);
    const values: number[] = [];
    masker.mask(item, camera).forEach((inside, p) => {
      if (inside) values.push(lightness(frame, p));
    });
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    sds += Math.sqrt(values.reduce((sum, v) => sum + (v - mean) * (v - mean), 0) / values.length);
    dark += values.filter((v) => v < 20).length;
    all += values.length;
  }
  return { sd: sds / PIECES, dark: dark / all };
}

/**
 * Standard deviation of L* over a thing without print, as rules of thumb have it (derived for cylinders and folds under a dome and a
 * lamp, else memory, within a third): a test may miss each end by a third.
 */
const kinds: readonly (readonly [string, string, Partial<ItemState>, readonly [number, number]])[] = [
  ['flat paper', 'paper-office', { crumple: 0, tears: 0 }, [1, 6]],
  ['crumpled paper', 'paper-office', { crumple: 0.8, tears: 0 }, [5, 9]],
  ['cardboard', 'cardboard', {}, [4, 12]],
  ['HDPE bottle', 'hdpe-bottle-white', { crumple: 0.2 }, [6, 12]],
  ['PET bottle', 'pet-bottle-clear', { crumple: 0.4 }, [10, 18]],
  ['aluminium, crushed', 'aluminium-can', { crumple: 0.8 }, [18, 28]],
  ['steel can', 'steel-can-bare', { crumple: 0.2 }, [12, 24]],
  ['glass', 'glass-bottle-clear', {}, [12, 20]],
  ['black plastic', 'pp-tray-black', {}, [4, 16]],
  ['textile', 'cotton', { crumple: 0.6 }, [4, 8]],
];

describe('light and dark within a thing', () => {
  test.each(kinds)('%s', (_, materialId, change, [low, high]) => {
    const { sd, dark } = spread(materialId, change);
    console.log(
      `${materialId}: sd of L* ${sd.toFixed(1)} (${low}-${high}), darker than 20: ${(100 * dark).toFixed(1)} %`,
    );
    expect(sd).toBeGreaterThan((2 / 3) * low);
    expect(sd).toBeLessThan((4 / 3) * high);
  });
});
