import type { Normals } from './normals.ts';
import type { Projection } from './pose.ts';
import type { Mesh } from './skin/mesh.ts';

/** What a triangle has, linear over the frame: value at its corner c, slope along x and along y, for each of `PLANES` quantities. */
const PLANES = 7;
export const STRIDE = 3 * PLANES;

/** Room for the planes of so many triangles. */
export interface Planes {
  readonly values: Float64Array;
  /** Frame that each triangle's planes were last worked out for. */
  readonly madeFor: Int32Array;
  frame: number;
}

export function planesOf(triangles: number): Planes {
  return { values: new Float64Array(STRIDE * triangles), madeFor: new Int32Array(triangles), frame: 0 };
}

/** Works out the planes of triangle `n`: place on the skin, sky, wall, and the direction of its rounded corners. */
export function writePlanes(
  mesh: Mesh,
  projection: Projection,
  normals: Normals,
  planes: Planes,
  n: number,
): void {
  const { px, py } = projection;
  const a = mesh.corners[3 * n]!;
  const b = mesh.corners[3 * n + 1]!;
  const c = mesh.corners[3 * n + 2]!;
  const acx = px[a]! - px[c]!;
  const acy = py[a]! - py[c]!;
  const bcx = px[b]! - px[c]!;
  const bcy = py[b]! - py[c]!;
  const one = 1 / (acx * bcy - bcx * acy);
  const ax = bcy * one;
  const ay = -bcx * one;
  const bx = -acy * one;
  const by = acx * one;
  const to = STRIDE * n;
  const { values } = planes;
  const plane = (at: number, of: Float32Array) => {
    const last = of[c]!;
    const da = of[a]! - last;
    const db = of[b]! - last;
    const sx = da * ax + db * bx;
    const sy = da * ay + db * by;
    values[at] = last - sx * px[c]! - sy * py[c]!;
    values[at + 1] = sx;
    values[at + 2] = sy;
  };
  plane(to, mesh.s);
  plane(to + 3, mesh.t);
  plane(to + 6, mesh.sky);
  plane(to + 9, mesh.wall);
  plane(to + 12, normals.cornerX);
  plane(to + 15, normals.cornerY);
  plane(to + 18, normals.cornerZ);
}
