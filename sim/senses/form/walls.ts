import type { Normals } from './normals.ts';
import type { Projection } from './pose.ts';
import type { Mesh } from './skin/mesh.ts';

/** What a line of sight passes on its way through a clear thing: all of its walls, near and far, each at its own slant. */

/** Sums over the walls that each pixel of a frame looks through, [size * size]. */
export interface Walls {
  readonly size: number;
  /** Path inside the walls against one wall of nominal thickness met at right angles. */
  readonly path: Float32Array;
  /** Natural logarithm of what is left of the view, negative: reflections and bends of each wall take their part. */
  readonly lost: Float32Array;
  /** Slant of each corner, |cos|. */
  readonly slant: Float32Array;
}

/** Room for the walls in frames of `size` px of meshes of so many corners. */
export function wallsOf(size: number, vertices: number): Walls {
  const map = () => new Float32Array(size * size);
  return { size, path: map(), lost: map(), slant: new Float32Array(vertices) };
}

/** How a face takes from the view by its slant: entry i belongs to |cos| = i / SLANTS. */
export const SLANTS = 64;
export interface Face {
  /** Path against that at right angles; logarithms of what mirroring, and bending by a wall of nominal thickness, leave of the view; [SLANTS + 1]. */
  readonly path: Float32Array;
  readonly mirrored: Float32Array;
  readonly bent: Float32Array;
}

/** Twice the area that a triangle must have to be drawn, px. */
const LEAST_AREA = 1e-6;

/** Adds up all faces, those that look away too. */
export function lookThrough(
  mesh: Mesh,
  projection: Projection,
  normals: Normals,
  face: Face,
  walls: Walls,
): void {
  walls.path.fill(0);
  walls.lost.fill(0);
  const { cornerX, cornerY, cornerZ } = normals;
  const { slant } = walls;
  for (let i = 0; i < mesh.vertices; i++) slant[i] = cosine(cornerX[i]!, cornerY[i]!, cornerZ[i]!);
  for (let n = 0; n < mesh.triangles; n++) add(mesh, projection, normals, face, walls, n);
}

function cosine(x: number, y: number, z: number): number {
  return Math.abs(z) / Math.sqrt(x * x + y * y + z * z + 1e-30);
}

/** Adds triangle `n` to every pixel whose middle it covers. */
function add(
  mesh: Mesh,
  { px, py }: Projection,
  { faceX, faceY, faceZ }: Normals,
  face: Face,
  walls: Walls,
  n: number,
): void {
  const { size, path, lost, slant } = walls;
  const a = mesh.corners[3 * n]!;
  const b = mesh.corners[3 * n + 1]!;
  const c = mesh.corners[3 * n + 2]!;
  const ax = px[a]!;
  const ay = py[a]!;
  const bx = px[b]!;
  const by = py[b]!;
  const cx = px[c]!;
  const cy = py[c]!;
  const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
  if (Math.abs(area) < LEAST_AREA) return;
  const x0 = Math.max(0, Math.ceil((ax < bx ? (ax < cx ? ax : cx) : bx < cx ? bx : cx) - 0.5)) | 0;
  const x1 = Math.min(size - 1, Math.floor((ax > bx ? (ax > cx ? ax : cx) : bx > cx ? bx : cx) - 0.5)) | 0;
  const y0 = Math.max(0, Math.ceil((ay < by ? (ay < cy ? ay : cy) : by < cy ? by : cy) - 0.5)) | 0;
  const y1 = Math.min(size - 1, Math.floor((ay > by ? (ay > cy ? ay : cy) : by > cy ? by : cy) - 0.5)) | 0;
  if (x1 < x0 || y1 < y0) return;
  const one = 1 / area;
  const ax1 = (by - cy) * one;
  const bx1 = (cy - ay) * one;
  const ay1 = (cx - bx) * one;
  const by1 = (ax - cx) * one;
  const { sharp } = mesh;
  const flat = sharp > 0 ? sharp * cosine(faceX[n]!, faceY[n]!, faceZ[n]!) : 0;
  const fc = SLANTS * ((1 - sharp) * slant[c]! + flat);
  const fa = SLANTS * (1 - sharp) * (slant[a]! - slant[c]!);
  const fb = SLANTS * (1 - sharp) * (slant[b]! - slant[c]!);
  const thick = (mesh.wall[a]! + mesh.wall[b]! + mesh.wall[c]!) / 3;
  for (let y = y0; y <= y1; y++) {
    let wa = ax1 * (x0 + 0.5 - cx) + ay1 * (y + 0.5 - cy);
    let wb = bx1 * (x0 + 0.5 - cx) + by1 * (y + 0.5 - cy);
    for (let x = x0, at = y * size + x0; x <= x1; x++, at++, wa += ax1, wb += bx1) {
      if (wa < 0 || wb < 0 || wa + wb > 1) continue;
      const step = (wa * fa + wb * fb + fc) | 0;
      path[at] = path[at]! + thick * face.path[step]!;
      lost[at] = lost[at]! + face.mirrored[step]! + thick * face.bent[step]!;
    }
  }
}
