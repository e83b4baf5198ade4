import type { GeometryBuffer } from '../form/buffer.ts';
import type { Lamp, Lighting } from './lamps.ts';

/** Shadows on belt and board: the thing pressed flat along the rays of each lamp, softened, and the dark where it touches the ground. */

/** Shadows are soft: they are worked out in cells of this many pixels. */
export const CELL = 2;

/** What shadows are worked out in, in cells of the frame. */
export interface Shadows {
  /** Cells along the side of the frame. */
  readonly side: number;
  /** Share 0..1 of the light that is missing. */
  readonly dark: Float32Array;
  readonly mask: Uint8Array;
  readonly scratch: Float32Array;
  readonly px: Float32Array;
  readonly py: Float32Array;
}

/** Room for the shadows of frames of `size` px of meshes of so many corners. */
export function shadowsOf(size: number, vertices: number): Shadows {
  const side = Math.ceil(size / CELL);
  const n = side * side;
  return {
    side,
    dark: new Float32Array(n),
    mask: new Uint8Array(n),
    scratch: new Float32Array(n),
    px: new Float32Array(vertices),
    py: new Float32Array(vertices),
  };
}

/** Share of the hall's light that is missing where the thing touches the ground. */
const CONTACT = 0.75;
/** Lamps of less than this share of the light throw no shadow that is worth its time. */
const WEAK = 0.28;

/** Fills `shadows.dark`; `strength`: 1 for an opaque thing, less for a clear one. */
export function castShadows(
  geometry: GeometryBuffer,
  lighting: Lighting,
  strength: number,
  shadows: Shadows,
): void {
  const { dark, mask, side } = shadows;
  touch(geometry, CONTACT * strength * lighting.hall[1], shadows);
  const { upY, upZ } = lighting;
  for (const lamp of lighting.lamps) {
    const down = lamp.y * upY + lamp.z * upZ;
    const share = strength * lamp.light[1] * down;
    if (share < WEAK * strength) continue;
    pressFlat(geometry, lamp, down, shadows);
    fillMask(geometry, shadows);
    for (let i = 0; i < dark.length; i++) dark[i] = dark[i]! + share * mask[i]!;
  }
  soften(dark, side, Math.max(1, Math.round(side / 40)), shadows.scratch);
}

/** The dark under and beside the thing, from what the frame shows of it. */
function touch({ size, cover }: GeometryBuffer, strength: number, { dark, side }: Shadows): void {
  for (let y = 0, cell = 0; y < side; y++)
    for (let x = 0; x < side; x++) dark[cell++] = strength * cover[CELL * (y * size + x)]!;
}

/** Where each corner's shadow is seen. */
function pressFlat(geometry: GeometryBuffer, lamp: Lamp, down: number, { px, py }: Shadows): void {
  const { mesh, projection } = geometry.stage;
  const { wx, wy, wz, cos, sin, perM, middleX, middleY, middleZ, centreX, centreY, distanceM } = projection;
  // Back from the frame of the camera to the ground: right, down along the ground.
  const alongX = lamp.x / down;
  const alongY = (lamp.y * cos + lamp.z * sin) / down;
  for (let i = 0; i < mesh.vertices; i++) {
    const x = wx[i]! - wz[i]! * alongX;
    const y = wy[i]! - wz[i]! * alongY;
    const scale = (perM * distanceM) / (distanceM - (y * sin - middleZ));
    px[i] = (centreX + (x - middleX) * scale) / CELL;
    py[i] = (centreY + (y * cos - middleY) * scale) / CELL;
  }
}

/** Marks every cell whose middle lies in the shadow of a triangle. */
function fillMask({ stage }: GeometryBuffer, { mask, px, py, side }: Shadows): void {
  const { corners, triangles, twoSided } = stage.mesh;
  mask.fill(0);
  for (let n = 0; n < triangles; n++) {
    const a = corners[3 * n]!;
    const b = corners[3 * n + 1]!;
    const c = corners[3 * n + 2]!;
    const ax = px[a]!;
    const ay = py[a]!;
    const cx = px[c]!;
    const cy = py[c]!;
    const bx = px[b]!;
    const by = py[b]!;
    const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
    // Of a closed skin the side that faces the lamp is enough.
    if (area < 1e-6 && !(twoSided && area < -1e-6)) continue;
    const y0 = Math.max(0, Math.ceil(Math.min(ay, by, cy) - 0.5)) | 0;
    const y1 = Math.min(side - 1, Math.floor(Math.max(ay, by, cy) - 0.5)) | 0;
    for (let y = y0; y <= y1; y++) {
      const line = y + 0.5;
      let low = 1e9;
      let high = -1e9;
      if (ay > line !== by > line) {
        const x = ax + ((line - ay) * (bx - ax)) / (by - ay);
        low = x;
        high = x;
      }
      if (by > line !== cy > line) {
        const x = bx + ((line - by) * (cx - bx)) / (cy - by);
        if (x < low) low = x;
        if (x > high) high = x;
      }
      if (cy > line !== ay > line) {
        const x = cx + ((line - cy) * (ax - cx)) / (ay - cy);
        if (x < low) low = x;
        if (x > high) high = x;
      }
      const from = Math.max(0, Math.ceil(low - 0.5)) | 0;
      const to = Math.min(side - 1, Math.floor(high - 0.5)) | 0;
      const end = y * side + to;
      for (let at = y * side + from; at <= end; at++) mask[at] = 1;
    }
  }
}

/** A mean over (2 radius + 1) pixels each way, twice along each row and column by running sums; borders repeat. */
export function soften(map: Float32Array, size: number, radius: number, scratch: Float32Array): void {
  runningMean(map, scratch, size, 1, size, radius);
  runningMean(scratch, map, size, size, 1, radius);
}

function runningMean(
  from: Float32Array,
  to: Float32Array,
  size: number,
  step: number,
  line: number,
  radius: number,
): void {
  const one = 1 / (2 * radius + 1);
  for (let k = 0; k < size; k++) {
    const start = k * line;
    const last = start + (size - 1) * step;
    let sum = radius * from[start]!;
    for (let i = 0; i <= radius; i++) sum += from[Math.min(last, start + i * step)]!;
    for (let i = 0, at = start; i < size; i++, at += step) {
      to[at] = sum * one;
      const ahead = at + (radius + 1) * step;
      const behind = at - radius * step;
      sum += from[ahead > last ? last : ahead]! - from[behind < start ? start : behind]!;
    }
  }
}
