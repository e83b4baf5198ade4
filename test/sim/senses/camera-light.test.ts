import { describe, expect, test } from 'vitest';
import { makeItem } from '../../../sim/materials/item.ts';
import { Camera } from '../../../sim/senses/visual/camera.ts';
import { lightingOf } from '../../../sim/senses/visual/lamps.ts';
import { Masker } from '../../../sim/senses/visual/mask.ts';
import { cameraBefore, defaultCamera } from '../../../sim/senses/visual/state.ts';

const eye = new Camera(1);
const masker = new Masker(1);

describe('the light', () => {
  test('lamps and hall add up to 1 on a white surface that faces up, over belt and board', () => {
    for (const camera of [defaultCamera(), cameraBefore(0.75, 64)]) {
      for (let look = 0; look < 20; look++) {
        const at = (index: number) => ((index + 1) * (look + 1) * 0.137) % 1;
        const { lamps, hall, upY, upZ } = lightingOf(camera, at, [0.2, 0.2, 0.2], 0.8, 0.6);
        let sum = hall[1];
        for (const { x, y, z, light } of lamps) {
          expect(x * x + y * y + z * z).toBeCloseTo(1, 9);
          sum += light[1] * (y * upY + z * upZ);
        }
        expect(sum).toBeCloseTo(1, 9);
      }
    }
  });

  test('an opaque thing darkens the board beside it, a clear one by far less', () => {
    const view = { lampSpread: 0, lightGradient: 0, vignette: 0, tiltDeg: 0, fill: 0.5, uprightShare: 0 };
    const camera = { ...cameraBefore(0.75, 64), ...view, contrast: 1, sharpening: 0 };
    /** How much darker than the open board its darkest spot beside the thing is, codes. */
    const shadow = (materialId: string) => {
      const item = {
        ...makeItem({ seed: 1, itemId: 5, materialId, state: 0 }),
        ...{ labelCover: 0, crumple: 0, soilGPerM2: 0, waterFilmUm: 0, wear: 0, haze: 0, yawRad: 0 },
      };
      const frame = eye.render(item, camera, undefined, false);
      const mask = masker.mask(item, camera);
      const beside = (p: number) => ![-130, -65, -2, 0, 2, 65, 130].some((step) => mask[p + step]);
      let least = 255;
      for (let p = 0; p < mask.length; p++) if (beside(p)) least = Math.min(least, frame[3 * p + 1]!);
      return frame[3 * 66 + 1]! - least;
    };
    const [opaque, clear] = [shadow('pp-bottle-coloured'), shadow('pet-bottle-clear')];
    console.log(`shadow beside a bottle, codes: opaque ${opaque}, clear ${clear}`);
    expect(opaque).toBeGreaterThan(25);
    expect(clear).toBeLessThan(opaque / 2);
  });
});
