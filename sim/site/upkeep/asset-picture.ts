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
  const squaresX = squaresFrom(middleX);
  const squaresY = squaresFrom(middleY);
  for (let y = 0; y < pictureSize; y++) {
    const dy2 = squaresY[y]!;
    for (let x = 0; x < pictureSize; x++) {
      const surface = riseK * Math.exp(-0.5 * (squaresX[x]! + dy2));
      out[y * pictureSize + x] = ambientK + emissivity * surface + columnsK[x]! + netdK * draws.gaussian();
    }
  }
  return out;
}

/** Squared distance of each row or column from the middle, in half widths of the patch. */
function squaresFrom(middle: number): Float64Array {
  const squares = new Float64Array(pictureSize);
  for (let i = 0; i < pictureSize; i++) {
    const d = (i - middle) / patchPx;
    squares[i] = d * d;
  }
  return squares;
}

/** Hot spot over the background as a technician would read it: mean of the nine warmest pixels less the median. */
export function readHotSpotK(picture: Float32Array): number {
  const values = picture.slice();
  // A model of remaining life is fitted to 10^5 pictures, and to sort one whole takes nearly as long as to draw it.
  putInPlace(values, values.length - 9);
  const warmest = values.slice(-9).sort();
  const middle = values.length >> 1;
  putInPlace(values, middle);
  return warmest.reduce((sum, t) => sum + t, 0) / 9 - values[middle]!;
}

/** Puts the value that sorting would put at `k` there, with no larger one before it and no smaller one after it. */
function putInPlace(values: Float32Array, k: number): void {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1]!;
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const held = values[i]!;
      values[i++] = values[j]!;
      values[j--] = held;
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else return;
  }
}
