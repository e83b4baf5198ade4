import type { Projection } from './pose.ts';
import type { Mesh } from './skin/mesh.ts';

/** Directions of faces and of corners in the frame of the camera: right, down, towards the lens. */
export interface Normals {
  readonly faceX: Float32Array;
  readonly faceY: Float32Array;
  readonly faceZ: Float32Array;
  readonly cornerX: Float32Array;
  readonly cornerY: Float32Array;
  readonly cornerZ: Float32Array;
}

/** Room for the directions of so many triangles and corners. */
export function emptyNormals(triangles: number, vertices: number): Normals {
  return {
    faceX: new Float32Array(triangles),
    faceY: new Float32Array(triangles),
    faceZ: new Float32Array(triangles),
    cornerX: new Float32Array(vertices),
    cornerY: new Float32Array(vertices),
    cornerZ: new Float32Array(vertices),
  };
}

/** Works out all directions; corners take the mean of their faces by area, and both are brought to length 1 where they are used. */
export function writeNormals(mesh: Mesh, { wx, wy, wz, cos, sin }: Projection, out: Normals): void {
  const { corners } = mesh;
  const { faceX, faceY, faceZ, cornerX, cornerY, cornerZ } = out;
  cornerX.fill(0, 0, mesh.vertices);
  cornerY.fill(0, 0, mesh.vertices);
  cornerZ.fill(0, 0, mesh.vertices);
  for (let n = 0; n < mesh.triangles; n++) {
    const a = corners[3 * n]!;
    const b = corners[3 * n + 1]!;
    const c = corners[3 * n + 2]!;
    const ux = wx[b]! - wx[a]!;
    const uy = wy[b]! - wy[a]!;
    const uz = wz[b]! - wz[a]!;
    const vx = wx[c]! - wx[a]!;
    const vy = wy[c]! - wy[a]!;
    const vz = wz[c]! - wz[a]!;
    const nx = uy * vz - uz * vy;
    const ny = uz * vx - ux * vz;
    const nz = ux * vy - uy * vx;
    const y = ny * cos - nz * sin;
    const z = ny * sin + nz * cos;
    faceX[n] = nx;
    faceY[n] = y;
    faceZ[n] = z;
    cornerX[a]! += nx;
    cornerY[a]! += y;
    cornerZ[a]! += z;
    cornerX[b]! += nx;
    cornerY[b]! += y;
    cornerZ[b]! += z;
    cornerX[c]! += nx;
    cornerY[c]! += y;
    cornerZ[c]! += z;
  }
}
