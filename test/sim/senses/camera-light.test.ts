import { describe, expect, test } from 'vitest';
import { makeItem } from '../../../sim/materials/item.ts';
import { Camera } from '../../../sim/senses/visual/camera.ts';
import { lightingOf } from '../../../sim/senses/visual/lamps.ts';
import { cameraBefore, defaultCamera } from '../../../sim/senses/visual/state.ts';

const eye = new Camera(1);

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
    const darkest = (materialId: string) => {
      const item = {
        ...makeItem({ seed: 1, itemId: 5, materialId, state: 0 }),
        ...{ labelCover: 0, crumple: 0, soilGPerM2: 0, waterFilmUm: 0, wear: 0 },
      };
      const still = { ...cameraBefore(0.75, 64), lampSpread: 0, lightGradient: 0, vignette: 0, tiltDeg: 0 };
      const frame = eye.render(
        { ...item, yawRad: 0 },
        { ...still, fill: 0.5, uprightShare: 0 },
        undefined,
        false,
      );
      const board = frame[3 * 66 + 1]!;
      let least = 255;
      // Pixels of the board's own hue only: grey.
      for (let p = 0; p < frame.length; p += 3) {
        const grey = Math.abs(frame[p]! - frame[p + 1]!) < 6 && Math.abs(frame[p + 2]! - frame[p + 1]!) < 6;
        if (grey) least = Math.min(least, frame[p + 1]!);
      }
      return board - least;
    };
    expect(darkest('pp-bottle-coloured')).toBeGreaterThan(25);
  });
});
