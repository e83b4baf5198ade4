import { materialById } from '../../materials/catalogue.ts';
import type { ItemState } from '../../materials/item.ts';
import type { GeometryBuffer } from './buffer.ts';
import { creaseSlopes, dentSlopes, TILE_MASK, TILE_SHIFT } from './noise.ts';
import { FACE, STRIDE, writePlanes } from './planes.ts';
import type { Projection } from './pose.ts';
import { SAMPLES } from './raster.ts';
import { PART } from './skin/mesh.ts';
import { surfaceTile } from './texture.ts';
import { traitsOf } from './traits.ts';

/** From samples to pixels: how much of each the thing covers, and what the nearest triangle has there. */

/** Relief of the skin that is finer than its triangles. */
interface Relief {
  readonly slopeX: Float32Array;
  readonly slopeY: Float32Array;
  readonly height: number;
  readonly foldX: Float32Array;
  readonly foldY: Float32Array;
  readonly bend: number;
  /** One texel is a 64th of the frame's side. */
  readonly texelsPerM: number;
}

function reliefOf(item: ItemState, texelsPerM: number): Relief {
  const { slopeX, slopeY, relief } = surfaceTile(materialById(item.materialId).look.texture);
  const traits = traitsOf(item.shape);
  const thin = item.thicknessM < 0.00025 && traits.round === 0;
  const fold = thin ? creaseSlopes : dentSlopes;
  const bend = (thin ? 0.08 : 0.06) * traits.soft * item.crumple;
  return { slopeX, slopeY, height: relief, foldX: fold.x, foldY: fold.y, bend, texelsPerM };
}

/** Fills the buffer from the samples of its stage. */
export function resolve(geometry: GeometryBuffer, item: ItemState): void {
  const { size, cover, inside } = geometry;
  const { shown, side, fromX, toX, fromY, toY } = geometry.stage.samples;
  const relief = reliefOf(item, (geometry.stage.projection.perM * 64) / size);
  geometry.stage.planes.frame++;
  cover.fill(0);
  let count = 0;
  for (let y = fromY; y <= toY; y++) {
    for (let x = fromX >> 1; x <= toX >> 1; x++) {
      const at = y * side + SAMPLES * x;
      const hits = (shown[at]! >= 0 ? 1 : 0) + (shown[at + 1]! >= 0 ? 1 : 0);
      if (hits === 0) continue;
      const pixel = y * size + x;
      cover[pixel] = hits / SAMPLES;
      inside[count++] = pixel;
      // Of two samples of a whole pixel one is as good as the other; they take turns.
      const second = shown[at]! < 0 || (hits === SAMPLES && ((x + y) & 1) === 1) ? 1 : 0;
      fillPixel(geometry, relief, pixel, shown[at + second]!, SAMPLES * x + second, y);
    }
  }
  geometry.count = count;
}

/** The texel of a place on the skin; `texels`: how many there are to a metre. */
function texelAt({ offset }: Projection, texels: number, s: number, t: number): number {
  const tx = (offset + s * texels + 6400) & TILE_MASK;
  const ty = ((offset >> TILE_SHIFT) + t * texels + 6400) & TILE_MASK;
  return (ty << TILE_SHIFT) | tx;
}

/** What triangle `n` has at the middle of a sample of a row, into a pixel of the buffer. */
function fillPixel(
  geometry: GeometryBuffer,
  relief: Relief,
  pixel: number,
  n: number,
  sample: number,
  row: number,
): void {
  const { mesh, projection, normals, planes } = geometry.stage;
  if (planes.madeFor[n] !== planes.frame) {
    planes.madeFor[n] = planes.frame;
    writePlanes(mesh, projection, normals, planes, n);
  }
  // Whole numbers come in: fractions would be boxed at each call.
  const x = (sample + 0.5) / SAMPLES;
  const y = row + 0.5;
  const { values } = planes;
  const at = STRIDE * n;
  const s = values[at]! + x * values[at + 1]! + y * values[at + 2]!;
  const t = values[at + 3]! + x * values[at + 4]! + y * values[at + 5]!;
  geometry.sky[pixel] = values[at + 6]! + x * values[at + 7]! + y * values[at + 8]!;
  geometry.wall[pixel] = values[at + 9]! + x * values[at + 10]! + y * values[at + 11]!;
  geometry.part[pixel] = mesh.part[n]!;
  geometry.u[pixel] = s / mesh.printS;
  geometry.v[pixel] = t / mesh.printT;
  const texel = texelAt(projection, relief.texelsPerM, s, t);
  geometry.texel[pixel] = texel;
  // Faces and rounded corners, each brought to length 1 before they are mixed.
  let nx = values[at + 12]! + x * values[at + 13]! + y * values[at + 14]!;
  let ny = values[at + 15]! + x * values[at + 16]! + y * values[at + 17]!;
  let nz = values[at + 18]! + x * values[at + 19]! + y * values[at + 20]!;
  if (mesh.sharp > 0) {
    const smooth = (1 - mesh.sharp) / Math.sqrt(nx * nx + ny * ny + nz * nz + 1e-30);
    nx = nx * smooth + values[at + FACE]!;
    ny = ny * smooth + values[at + FACE + 1]!;
    nz = nz * smooth + values[at + FACE + 2]!;
  }
  const length = (nz < 0 ? -1 : 1) / Math.sqrt(nx * nx + ny * ny + nz * nz + 1e-30);
  const height = mesh.part[n] === PART.end ? 0 : relief.height;
  const du = height * relief.slopeX[texel]! + relief.bend * relief.foldX[texel]!;
  const dv = height * relief.slopeY[texel]! + relief.bend * relief.foldY[texel]!;
  nx = nx * length + du * projection.yawCos - dv * projection.yawSin;
  ny = ny * length + du * projection.yawSin + dv * projection.yawCos;
  const long = nx * nx + ny * ny;
  const scale = long > 0.96 ? Math.sqrt(0.96 / long) : 1;
  geometry.tiltX[pixel] = nx * scale;
  geometry.tiltY[pixel] = ny * scale;
}
