import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Noise } from '../../../../sim/kernel/random/noise.ts';
import { makeItem } from '../../../../sim/materials/item.ts';
import { CompiledFilm, PlainFilm } from '../../../../sim/senses/thermal/film.ts';
import { Camera } from '../../../../sim/senses/visual/camera.ts';
import { CompiledSensor } from '../../../../sim/senses/visual/compiled-sensor.ts';
import { codesPerWhite, PlainSensor, sensorPattern } from '../../../../sim/senses/visual/sensor.ts';
import { defaultCamera } from '../../../../sim/senses/visual/state.ts';

const size = fc.integer({ min: 8, max: 40 }).map((half) => 2 * half);
const seed = fc.option(fc.integer({ min: 1, max: 0x7fffffff }));
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** The noise of a seed, twice: one for each implementation. */
const twice = (of: number | null) => [of, of].map((start) => (start === null ? null : new Noise(start)));

/** Light from darkness to far beyond the full well. */
function shine(image: Float32Array, from: number, brightest: number): void {
  const random = new Noise(from);
  for (let i = 0; i < image.length; i++) {
    const at = random.next();
    image[i] = codesPerWhite * brightest * at * at;
  }
}

describe('compiled loops give the bits of plain ones', () => {
  test('frames of a colour camera, whatever its light and noise; the noise stands at the same place after them', () => {
    fc.assert(
      fc.property(size, seed, share, share, share, (side, start, bright, dirt, well) => {
        const camera = {
          ...defaultCamera(),
          sizePx: side,
          ...{ lensDirt: dirt, motionPx: 3 * dirt, prnu: 0.4 * well, fullWellE: 100 + 20_000 * well },
          deadRows: [3],
        };
        const [plain, compiled] = [new PlainSensor(side), new CompiledSensor(side)];
        const [noise, same] = twice(start);
        const out = [new Uint8Array(3 * side * side), new Uint8Array(3 * side * side).fill(7)];
        // Twice, with other cameras: nothing of the first frame is left in the second.
        for (const state of [camera, { ...camera, lensDirt: 0, blurPx: 0.1 }]) {
          shine(plain.image, side, 12 * bright);
          compiled.image.set(plain.image);
          plain.expose(sensorPattern(state), noise!, out[0]!);
          compiled.expose(sensorPattern(state), same!, out[1]!);
          expect(out[1]).toEqual(out[0]);
        }
        expect(same?.state).toBe(noise?.state);
      }),
      { numRuns: 15, seed: 5 },
    );
  });

  test('films of a thermograph', () => {
    fc.assert(
      fc.property(
        size,
        seed,
        share,
        share,
        fc.integer({ min: 1, max: 9 }),
        (side, start, hot, most, frames) => {
          const [plain, compiled] = [new PlainFilm(side), new CompiledFilm(side)];
          const random = new Noise(side);
          for (const name of ['still', 'belt', 'gain', 'open'] as const) {
            const map = plain.maps[name];
            for (let i = 0; i < map.length; i++) map[i] = (name === 'still' ? 290 : 0) + random.next();
            compiled.maps[name].set(map);
          }
          const warmings = Array.from({ length: frames }, (_, f) => ({
            belt: hot / (f + 1),
            item: 9 * hot,
            open: -hot,
          }));
          const [noise, same] = twice(start);
          const films = [0, 1].map(() => new Float32Array(frames * side * side));
          plain.write(warmings, 0.05, 290 + 5 * most, noise!, films[0]!);
          compiled.write(warmings, 0.05, 290 + 5 * most, same!, films[1]!);
          expect(films[1]).toEqual(films[0]);
          expect(same?.state).toBe(noise?.state);
        },
      ),
      { numRuns: 15, seed: 6 },
    );
  });

  test('a frame of an odd size, which no compiled loop takes, is a frame as well', () => {
    const item = makeItem({ seed: 1, itemId: 2, materialId: 'cotton' });
    const frame = new Camera(1).render(item, { ...defaultCamera(), sizePx: 33 });
    expect(frame).toHaveLength(33 * 33 * 3);
    expect(new Set(frame).size).toBeGreaterThan(20);
  });
});
