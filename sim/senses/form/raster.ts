import type { Projection } from './pose.ts';
import type { Mesh } from './skin/mesh.ts';

/** Which triangle each sample of a frame shows: two samples a pixel, beside each other; the nearest wins. */

/** Samples of a pixel along a row. */
export const SAMPLES = 2;

/** Samples of a frame: number of the triangle that each shows or -1, and how near it is. */
export interface Samples {
  /** Samples along a row. */
  readonly side: number;
  readonly shown: Int16Array;
  readonly near: Float32Array;
  /** The rows and columns of samples that anything covers. */
  fromX: number;
  toX: number;
  fromY: number;
  toY: number;
}

/** Empty samples of a frame of `size` px. */
export function samplesOf(size: number): Samples {
  const side = size * SAMPLES;
  return {
    side,
    shown: new Int16Array(side * size),
    near: new Float32Array(side * size),
    ...{ fromX: 0, toX: -1, fromY: 0, toY: -1 },
  };
}

/** Draws all triangles that face the camera (all of a two-sided skin) into the samples. */
export function rasterise(mesh: Mesh, projection: Projection, samples: Samples): void {
  const { px, py } = projection;
  const { corners, twoSided } = mesh;
  samples.shown.fill(-1);
  samples.fromX = samples.side;
  samples.toX = -1;
  samples.fromY = samples.side;
  samples.toY = -1;
  for (let n = 0; n < mesh.triangles; n++) {
    const a = corners[3 * n]!;
    const b = corners[3 * n + 1]!;
    const c = corners[3 * n + 2]!;
    const area = SAMPLES * ((px[b]! - px[a]!) * (py[c]! - py[a]!) - (px[c]! - px[a]!) * (py[b]! - py[a]!));
    if (area > LEAST_AREA) draw(projection, samples, n, a, b, c);
    else if (twoSided && area < -LEAST_AREA) draw(projection, samples, n, a, c, b);
  }
}

/** Twice the area that a triangle must have to be drawn, samples. */
const LEAST_AREA = 1e-6;

/** Draws triangle `n` with corners in the order of a face that looks at the camera. */
function draw(
  { px, py, near }: Projection,
  samples: Samples,
  n: number,
  a: number,
  b: number,
  c: number,
): void {
  const { side, shown, near: depth } = samples;
  const ax = px[a]! * SAMPLES;
  const ay = py[a]!;
  const bx = px[b]! * SAMPLES;
  const by = py[b]!;
  const cx = px[c]! * SAMPLES;
  const cy = py[c]!;
  // Whole numbers by `| 0`: what comes from Math.max counts as a fraction, and so would every step and index of the loops.
  const x0 = Math.max(0, Math.ceil((ax < bx ? (ax < cx ? ax : cx) : bx < cx ? bx : cx) - 0.5)) | 0;
  const x1 = Math.min(side - 1, Math.floor((ax > bx ? (ax > cx ? ax : cx) : bx > cx ? bx : cx) - 0.5)) | 0;
  const y0 = Math.max(0, Math.ceil((ay < by ? (ay < cy ? ay : cy) : by < cy ? by : cy) - 0.5)) | 0;
  const last = side / SAMPLES - 1;
  const y1 = Math.min(last, Math.floor((ay > by ? (ay > cy ? ay : cy) : by > cy ? by : cy) - 0.5)) | 0;
  if (x1 < x0 || y1 < y0) return;
  const one = 1 / ((bx - ax) * (cy - ay) - (cx - ax) * (by - ay));
  // Edge functions: wa is the weight of corner a, and so on; they and the depth are linear in x and y.
  const ax1 = (by - cy) * one;
  const bx1 = (cy - ay) * one;
  const ay1 = (cx - bx) * one;
  const by1 = (ax - cx) * one;
  const zc = near[c]!;
  const za = near[a]! - zc;
  const zb = near[b]! - zc;
  const zx = ax1 * za + bx1 * zb;
  let rowA = ax1 * (x0 + 0.5 - cx) + ay1 * (y0 + 0.5 - cy);
  let rowB = bx1 * (x0 + 0.5 - cx) + by1 * (y0 + 0.5 - cy);
  for (let y = y0; y <= y1; y++, rowA += ay1, rowB += by1) {
    let wa = rowA;
    let wb = rowB;
    let x = x0;
    // A triangle is convex: up to its first sample in a row and from its last one on there is nothing of it.
    while (x <= x1 && (wa < 0 || wb < 0 || wa + wb > 1)) {
      x++;
      wa += ax1;
      wb += bx1;
    }
    let z = wa * za + wb * zb + zc;
    for (
      let at = y * side + x;
      x <= x1 && wa >= 0 && wb >= 0 && wa + wb <= 1;
      x++, at++, wa += ax1, wb += bx1, z += zx
    ) {
      if (shown[at]! >= 0 && depth[at]! >= z) continue;
      shown[at] = n;
      depth[at] = z;
    }
  }
  if (x0 < samples.fromX) samples.fromX = x0;
  if (x1 > samples.toX) samples.toX = x1;
  if (y0 < samples.fromY) samples.fromY = y0;
  if (y1 > samples.toY) samples.toY = y1;
}
