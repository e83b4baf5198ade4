import { noise } from '../../kernel/random/noise.ts';
import type { DrawKey } from '../../kernel/random/random.ts';

/** Side of the thermal picture of an asset. */
export const pictureSize = 32;

/** Microbolometer noise and fixed pattern in kelvin (typical uncooled core; from memory). */
const netdK = 0.06;
const patternK = 0.15;
/** The fixed pattern by column. */
const columnsK = Array.from({ length: pictureSize }, (_, x) => patternK * Math.sin(12.9898 * x));

/** Half width of the warm patch on the housing in pixels, and how far the camera's aim wanders between inspections. */
const patchPx = 3.2;
const aimPx = 2;

/**
 * Apparent temperature of an asset's housing, [32, 32] K: ambient, a smooth warm patch around the bearing with its peak
 * `riseK` above it, aim that wanders, emissivity about 0.93, noise. Pure in (riseK, ambientK, key, inspection).
 */
export function assetPicture(
  riseK: number,
  ambientK: number,
  key: DrawKey,
  inspection: number,
  out = new Float32Array(pictureSize * pictureSize),
): Float32Array {
  const draws = noise(key, inspection);
  const middleX = pictureSize / 2 + aimPx * draws.gaussian();
  const middleY = pictureSize / 2 + aimPx * draws.gaussian();
  const emissivity = 0.93 + 0.01 * draws.gaussian();
  for (let y = 0; y < pictureSize; y++) {
    for (let x = 0; x < pictureSize; x++) {
      const [dx, dy] = [(x - middleX) / patchPx, (y - middleY) / patchPx];
      const surface = riseK * Math.exp(-0.5 * (dx * dx + dy * dy));
      out[y * pictureSize + x] = ambientK + emissivity * surface + columnsK[x]! + netdK * draws.gaussian();
    }
  }
  return out;
}

/** Hot spot over the background as a technician would read it: mean of the nine warmest pixels less the median. */
export function readHotSpotK(picture: Float32Array): number {
  const sorted = picture.slice();
  // Temperatures are positive, and positive floats are in the order of their bits, which sort four times as fast.
  new Uint32Array(sorted.buffer).sort();
  const top = sorted.slice(-9).reduce((sum, t) => sum + t, 0) / 9;
  return top - sorted[sorted.length >> 1]!;
}
