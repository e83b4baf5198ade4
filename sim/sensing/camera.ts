import { noise } from '../kernel/noise.ts';
import { drawKey } from '../kernel/random.ts';
import type { ItemState } from '../materials/item.ts';
import type { CameraState } from './camera-state.ts';
import { blackBodyLight, encodeSrgb, linearRgb, rgbWeights, visibleNm } from './colour.ts';
import { reflectance } from './reflectance.ts';

/** One colour frame of an item, [size, size, 3] 8-bit sRGB. */
export function renderRgb(item: ItemState, camera: CameraState, seed: number, out?: Uint8Array): Uint8Array {
  const size = camera.sizePx;
  const frame = out ?? new Uint8Array(size * size * 3);
  const weights = rgbWeights(blackBodyLight(camera.lightTempK));
  const body = new Float32Array(3);
  linearRgb(weights, reflectance(item, visibleNm, camera.beltReflectance, new Float64Array(31)), body);
  const grain = noise(drawKey(seed, 0, 'sensing/camera', 'pixels'), item.itemId);
  const aspect = item.widthM / item.lengthM;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const u = (2 * x) / size - 1;
      const v = ((2 * y) / size - 1) / Math.max(0.25, aspect);
      const inside = u * u + v * v < 0.7;
      for (let c = 0; c < 3; c++) {
        const linear = (inside ? body[c]! : camera.beltReflectance) * (1 + 0.02 * grain.gaussian());
        frame[(y * size + x) * 3 + c] = Math.round(255 * Math.min(1, encodeSrgb(linear)));
      }
    }
  }
  return frame;
}
