import { describe, expect, test } from 'vitest';
import { lookGroups } from '../../../sim/materials/catalogue.ts';
import { type ItemState, makeItem } from '../../../sim/materials/item.ts';
import { defaultThermograph, type ThermographState } from '../../../sim/senses/thermal/state.ts';
import { Thermograph } from '../../../sim/senses/thermal/thermograph.ts';
import { Camera } from '../../../sim/senses/visual/camera.ts';
import { jpegLoss } from '../../../sim/senses/visual/jpeg.ts';
import { Masker } from '../../../sim/senses/visual/mask.ts';
import { cameraBefore } from '../../../sim/senses/visual/state.ts';

/** The telephone over a light board: what data sets for photographs are made with. */
const SEED = 3;
const eye = new Camera(SEED);
const masker = new Masker(SEED);
const board = cameraBefore(0.75, 64);

const luma = (frame: Uint8Array, p: number) =>
  0.299 * frame[3 * p]! + 0.587 * frame[3 * p + 1]! + 0.114 * frame[3 * p + 2]!;

function clean(materialId: string, itemId: number): ItemState {
  return {
    ...makeItem({ seed: SEED, itemId, materialId, state: 0 }),
    ...{
      labelCover: 0,
      crumple: 0,
      soilGPerM2: 0,
      waterFilmUm: 0,
      wear: 0,
      haze: 0,
      dents: 0,
      stainCover: 0,
    },
  };
}

describe('a telephone over a board', () => {
  test('is a pure function of item, camera and seed, whatever was rendered before', () => {
    const item = makeItem({ seed: SEED, itemId: 7, materialId: 'pet-bottle-clear' });
    const first = eye.render(item, board);
    eye.render(makeItem({ seed: SEED, itemId: 8, materialId: 'cardboard' }), board);
    expect(new Camera(SEED).render(item, board)).toEqual(first);
    expect(eye.render(item, board)).toEqual(first);
  });

  test('with the dial at 0 look-alikes are equal to the bit, seen from all sides', () => {
    for (const group of lookGroups())
      for (const id of group.slice(1)) {
        const look = (materialId: string) =>
          eye.render(makeItem({ seed: SEED, itemId: 5, materialId, lookCoupling: 0 }), board);
        expect(Buffer.compare(look(group[0]!), look(id)), `${group[0]} and ${id}`).toBe(0);
      }
  });

  test('things fill the frame from all sides: no two share an outline', () => {
    const outlines = new Set<string>();
    for (let itemId = 0; itemId < 30; itemId++)
      outlines.add(masker.mask(clean('glass-bottle-green', itemId), board).join(''));
    expect(outlines.size).toBe(30);
  });

  test('the rim of a clear bottle is darker than a light board and brighter than a dark belt', () => {
    const contrast = (background: number) => {
      const view = {
        ...cameraBefore(0.75, 64),
        beltReflectance: background,
        fill: 0.7,
        tiltDeg: 0,
        uprightShare: 0,
      };
      const still = {
        ...view,
        exposureSpreadEv: 0,
        lampSpread: 0,
        beltTexture: 0,
        contrast: 1,
        sharpening: 0,
      };
      let [sum, count] = [0, 0];
      for (let itemId = 0; itemId < 12; itemId++) {
        const item = clean('glass-bottle-clear', itemId);
        const frame = eye.render(item, still, undefined, false);
        const mask = masker.mask(item, still);
        const far = luma(frame, 65);
        mask.forEach((inside, p) => {
          const edge = inside && !(mask[p - 1] && mask[p + 1] && mask[p - 64] && mask[p + 64]);
          if (!edge) return;
          sum += luma(frame, p) - far;
          count++;
        });
      }
      return sum / count;
    };
    const [light, dark] = [contrast(0.75), contrast(0.03)];
    console.log(
      `rim of a clear bottle against its ground: ${light.toFixed(1)} on a board, ${dark.toFixed(1)} on black (codes)`,
    );
    expect(light).toBeLessThan(-10);
    expect(dark).toBeGreaterThan(10);
  });
});

describe('a thermograph beside the telephone', () => {
  test('sees the same pose and outline over the board', () => {
    const { misregistration, uprightShare, tiltDeg, distanceM, fill } = board;
    const beside = { ...defaultThermograph(), misregistration, uprightShare, tiltDeg, distanceM, fill };
    const heat = new Thermograph(SEED);
    const film = (item: ItemState, state: ThermographState) => heat.render(item, state, undefined, false);
    /** Overlap of footprint and mask, share of what either covers. */
    const overlap = (materialId: string, itemId: number, state: ThermographState) => {
      const item = clean(materialId, itemId);
      const [cold, hot] = [film({ ...item, tempK: 293 }, state), film({ ...item, tempK: 330 }, state)];
      const mask = masker.mask(item, board);
      let [both, either] = [0, 0];
      const most = hot.reduce((top, t, p) => Math.max(top, t - cold[p]!), 0);
      for (let p = 0; p < 1024; p++) {
        const at = 2 * (p >> 5) * 64 + 2 * (p & 31);
        const seen = mask[at]! + mask[at + 1]! + mask[at + 64]! + mask[at + 65]! >= 2;
        const warm = hot[p]! - cold[p]! > most / 2;
        if (seen && warm) both++;
        if (seen || warm) either++;
      }
      return both / either;
    };
    const kinds = ['hdpe-bottle-white', 'cardboard', 'paper-office', 'steel-can', 'pp-tray-black', 'cotton'];
    const mean = (state: ThermographState) => {
      const all = kinds.flatMap((id) => [1, 2, 3].map((k) => overlap(id, k, state)));
      return all.reduce((sum, one) => sum + one / all.length, 0);
    };
    const [same, apart] = [mean(beside), mean(defaultThermograph())];
    console.log(
      `footprint and mask overlap by ${same.toFixed(2)}; from a gantry instead ${apart.toFixed(2)}`,
    );
    expect(same).toBeGreaterThan(0.9);
    expect(apart).toBeLessThan(0.7);
  });
});

describe('JPEG', () => {
  const noisy = Uint8Array.from({ length: 3 * 20 * 20 }, (_, i) => (i * 7919) % 200);
  const lossOf = (quality: number) => {
    const frame = noisy.slice();
    jpegLoss(frame, 20, quality);
    return frame.reduce((sum, code, i) => sum + Math.abs(code - noisy[i]!), 0) / frame.length;
  };

  test('loses more the lower its quality, and next to nothing of an even grey', () => {
    expect(lossOf(90)).toBeLessThan(lossOf(30));
    const grey = new Uint8Array(3 * 20 * 20).fill(120);
    jpegLoss(grey, 20, 50);
    for (const code of grey) expect(Math.abs(code - 120)).toBeLessThanOrEqual(3);
  });

  test('quality 0 leaves a frame alone', () => {
    const item = clean('paper-news', 3);
    const plain = eye.render(item, board);
    expect(eye.render(item, { ...board, jpegQuality: 0 })).toEqual(plain);
    expect(eye.render(item, { ...board, jpegQuality: 30 })).not.toEqual(plain);
  });
});

describe('a fold', () => {
  test('is pale where the substance whitens, on a coloured body, and only where it is bent', () => {
    const bent = { ...clean('pp-bottle-coloured', 21), crumple: 0.8, crushKind: 'facets' } as const;
    const brightness = (item: ItemState) => {
      const frame = eye.render(item, { ...board, lampSpread: 0 }, undefined, false);
      let sum = 0;
      masker.mask(item, board).forEach((inside, p) => {
        if (inside) sum += luma(frame, p);
      });
      return sum;
    };
    const whitened = brightness({ ...bent, foldWhitening: 2 });
    expect(whitened).toBeGreaterThan(1.02 * brightness({ ...bent, foldWhitening: 0 }));
    const whole = { ...bent, crumple: 0 };
    expect(brightness({ ...whole, foldWhitening: 2 })).toBe(brightness({ ...whole, foldWhitening: 0 }));
  });
});
