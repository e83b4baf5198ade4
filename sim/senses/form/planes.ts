import type { Normals } from './normals.ts';
import type { Projection } from './pose.ts';
import type { Mesh } from './skin/mesh.ts';

/** What a triangle has, linear over the frame: value at its corner c, slope along x and along y, for each of `PLANES` quantities. */
const PLANES = 7;
/** Place of the direction of the face itself, brought to length `sharp`, behind the planes. */
export const FACE = 3 * PLANES;
export const STRIDE = FACE + 3;

/** The planes of triangles. */
export interface Planes {
  readonly values: Float64Array;
  /** Frame that each triangle's planes were last worked out for. */
  readonly madeFor: Int32Array;
  frame: number;
  /** What corners have of each quantity: place on the skin, sky, wall, and their direction. */
  readonly columns: readonly Float32Array[];
}

/** Room for the planes of the triangles of a mesh. */
export function planesOf(mesh: Mesh, { cornerX, cornerY, cornerZ }: Normals): Planes {
  const triangles = mesh.part.length;
  return {
    values: new Float64Array(STRIDE * triangles),
    madeFor: new Int32Array(triangles),
    frame: 0,
    columns: [mesh.s, mesh.t, mesh.sky, mesh.wall, cornerX, cornerY, cornerZ],
  };
}

/** Works out the planes of triangle `n`: place on the skin, sky, wall, and the directions of its rounded corners and of its face. */
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
  const { values, columns } = planes;
  // A loop and no function for each: numbers that a function shares with another are put into objects.
  for (let k = 0, at = to; k < PLANES; k++, at += 3) {
    const of = columns[k]!;
    const last = of[c]!;
    const da = of[a]! - last;
    const db = of[b]! - last;
    const sx = da * ax + db * bx;
    const sy = da * ay + db * by;
    values[at] = last - sx * px[c]! - sy * py[c]!;
    values[at + 1] = sx;
    values[at + 2] = sy;
  }
  if (mesh.sharp === 0) return;
  const x = normals.faceX[n]!;
  const y = normals.faceY[n]!;
  const z = normals.faceZ[n]!;
  const flat = mesh.sharp / Math.sqrt(x * x + y * y + z * z + 1e-30);
  values[to + FACE] = x * flat;
  values[to + FACE + 1] = y * flat;
  values[to + FACE + 2] = z * flat;
}
