import { type DrawKey, drawKey, uniformAt } from '../../kernel/random/random.ts';
import { materialById } from '../../materials/catalogue.ts';
import type { ItemState } from '../../materials/item.ts';
import { creaseSlopes, dentSlopes, lumps, TEXELS, TILE_MASK, TILE_SHIFT } from './noise.ts';
import { OUTLINE_STEPS, type Outline, outlineOf } from './outline.ts';
import { surfaceTile } from './texture.ts';

/**
 * Where an item lies in a square frame and how its surface tilts, pixel by pixel (the geometry buffer of a deferred
 * renderer): what the colour camera and the thermograph share. Depends on form and pose only.
 */
export interface GeometryBuffer {
  readonly size: number;
  /** Pixels touched by the item, [count] valid entries. */
  readonly inside: Int32Array;
  count: number;
  /** Share of the pixel that the item covers, [size * size]. */
  readonly cover: Float32Array;
  /** Item coordinates -1..1 along and across. */
  readonly u: Float32Array;
  readonly v: Float32Array;
  /** Tilt of the surface in the frame: x and y of its unit normal. */
  readonly tiltX: Float32Array;
  readonly tiltY: Float32Array;
  /** Share of the half-width, 0 on the axis, 1 on the rim. */
  readonly rim: Float32Array;
  /** Texel of this pixel in the tiles, bound to the item. */
  readonly texel: Int32Array;
  /** Height of the item in pixels. */
  heightPx: number;
  /** Half-width in pixels at each step along the item, [2 * STEPS]: left side, then right side. */
  readonly halfWidthsPx: Float32Array;
}

const STEPS = OUTLINE_STEPS + 1;

/** Fields of view in m: the crop takes the smallest one that holds the item, so size shows in steps and inside the crop. */
const fieldsOfViewM: readonly number[] = [0.05, 0.07, 0.1, 0.14, 0.2, 0.28, 0.4, 0.56];

/** The key of the draws of every item's pose: one for all instruments that look at it. */
export function poseKey(seed: number): DrawKey {
  return drawKey(seed, 0, 'sensing/scene', 'pose');
}

/** An empty buffer for frames of `size` px. */
export function geometryBuffer(size: number): GeometryBuffer {
  const n = size * size;
  return {
    size,
    inside: new Int32Array(n),
    count: 0,
    cover: new Float32Array(n),
    u: new Float32Array(n),
    v: new Float32Array(n),
    tiltX: new Float32Array(n),
    tiltY: new Float32Array(n),
    rim: new Float32Array(n),
    texel: new Int32Array(n),
    heightPx: 0,
    halfWidthsPx: new Float32Array(2 * STEPS),
  };
}

function fieldOfView(item: ItemState): number {
  const reach = 1.02 * Math.sqrt(item.lengthM * item.lengthM + 0.7 * item.widthM * item.widthM);
  return fieldsOfViewM.find((fov) => fov >= reach) ?? fieldsOfViewM[fieldsOfViewM.length - 1]!;
}

/** Where the item lies, in pixels. */
interface Lie {
  readonly halfL: number;
  readonly halfW: number;
  readonly centreX: number;
  readonly centreY: number;
  readonly cos: number;
  readonly sin: number;
  readonly offset: number;
}

function lieOf(item: ItemState, size: number, pose: DrawKey, shift: number): Lie {
  const perM = size / fieldOfView(item);
  return {
    halfL: Math.max(1.5, (item.lengthM * perM) / 2),
    halfW: Math.max(1.5, (item.widthM * perM) / 2),
    centreX: size * (0.5 + shift + 0.06 * (uniformAt(pose, item.itemId, 0) - 0.5)),
    centreY: size * (0.5 + shift + 0.06 * (uniformAt(pose, item.itemId, 1) - 0.5)),
    cos: Math.cos(item.yawRad),
    sin: Math.sin(item.yawRad),
    offset: Math.floor(uniformAt(pose, item.itemId, 2) * TEXELS),
  };
}

/** Both ragged sides of this very item: a look-up a step instead of one a pixel. */
function fillHalfWidths(outline: Outline, lie: Lie, halfWidthsPx: Float32Array): void {
  for (let step = 0; step < STEPS; step++) {
    const smoothPx = outline.halfWidth[step]! * lie.halfW;
    for (let side = 0; side < 2; side++) {
      const ragged = lumps[(((lie.offset + step + 32 * side) & TILE_MASK) << TILE_SHIFT) | 5]!;
      halfWidthsPx[side * STEPS + step] = smoothPx * (1 - outline.ragged * ragged);
    }
  }
}

/** Lays the item into a frame, shifted by `shift` of the frame; `pose`: see `poseKey`. What the buffer held is gone. */
export function layOut(geometry: GeometryBuffer, item: ItemState, pose: DrawKey, shift: number): void {
  const { size } = geometry;
  const lie = lieOf(item, size, pose, shift);
  const outline = outlineOf(item.shape);
  geometry.cover.fill(0);
  geometry.count = 0;
  const reachY = Math.abs(lie.sin) * lie.halfL + Math.abs(lie.cos) * lie.halfW + 1;
  const from = Math.max(0, Math.floor(lie.centreY - reachY));
  const to = Math.min(size - 1, Math.ceil(lie.centreY + reachY));
  fillHalfWidths(outline, lie, geometry.halfWidthsPx);
  for (let y = from; y <= to; y++) fillRow(geometry, lie, y);
  geometry.heightPx = outline.height * lie.halfW;
  tilt(geometry, item, outline, lie.cos, lie.sin);
}

/** Where |slope x + offset| <= limit. */
function within(slope: number, offset: number, limit: number): { low: number; high: number } {
  if (Math.abs(slope) < 1e-9) {
    const all = Math.abs(offset) <= limit ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    return { low: -all, high: all };
  }
  const a = (-limit - offset) / slope;
  const b = (limit - offset) / slope;
  return a < b ? { low: a, high: b } : { low: b, high: a };
}

function fillRow(geometry: GeometryBuffer, lie: Lie, y: number): void {
  const { size, cover, u, v, rim, texel, inside, halfWidthsPx } = geometry;
  const { halfL, halfW, cos, sin, offset } = lie;
  const dy = y + 0.5 - lie.centreY;
  // The part of the row inside the box of the outline: |along| and |across| within half a pixel of their halves.
  const ends = within(cos, dy * sin, halfL + 0.5);
  const sides = within(-sin, dy * cos, halfW + 0.5);
  const from = Math.max(0, Math.ceil(lie.centreX - 0.5 + Math.max(ends.low, sides.low)));
  const to = Math.min(size - 1, Math.floor(lie.centreX - 0.5 + Math.min(ends.high, sides.high)));
  const texels = 64 / size;
  const offsetY = (offset >> TILE_SHIFT) + 64.5;
  const offsetX = (offset & TILE_MASK) + 64.5;
  const perHalfL = 1 / halfL;
  const perHalfW = 1 / halfW;
  let count = geometry.count;
  for (let x = from; x <= to; x++) {
    const dx = x + 0.5 - lie.centreX;
    const along = dx * cos + dy * sin;
    const end = halfL - Math.abs(along) + 0.5;
    if (end <= 0) continue;
    const across = dy * cos - dx * sin;
    const pu = along * perHalfL;
    const step = Math.min(OUTLINE_STEPS, Math.max(0, ((pu + 1) * (OUTLINE_STEPS / 2) + 0.5) | 0));
    const half = halfWidthsPx[across > 0 ? STEPS + step : step]!;
    const out = Math.abs(across);
    const edge = half - out + 0.5;
    if (edge <= 0) continue;
    const pixel = y * size + x;
    cover[pixel] = Math.min(1, edge) * Math.min(1, end);
    u[pixel] = pu;
    v[pixel] = across * perHalfW;
    rim[pixel] = Math.min(1, out / half);
    const tx = (offsetX + along * texels) & TILE_MASK;
    const ty = (offsetY + across * texels) & TILE_MASK;
    texel[pixel] = (ty << TILE_SHIFT) | tx;
    inside[count++] = pixel;
  }
  geometry.count = count;
}

/** Surface normals: form, then dents and creases by crumpling, then the relief of the texture. */
function tilt(geometry: GeometryBuffer, item: ItemState, outline: Outline, cos: number, sin: number): void {
  const tile = surfaceTile(materialById(item.materialId).look.texture);
  const soft = outline.soft * item.crumple;
  const thin = item.thicknessM < 0.00025 && outline.round === 0;
  const fold = thin ? creaseSlopes : dentSlopes;
  const bend = (thin ? 0.24 : 0.14) * soft;
  const pitch = 0.3 * item.pitchRad;
  const { relief, slopeX, slopeY } = tile;
  const { x: foldX, y: foldY } = fold;
  const { inside, count, texel: texels, u, v, rim, tiltX, tiltY } = geometry;
  const { across: acrossTilt, along: alongTilt } = outline;
  for (let i = 0; i < count; i++) {
    const pixel = inside[i]!;
    const texel = texels[pixel]!;
    const pu = u[pixel]!;
    const across = acrossTilt[(rim[pixel]! * OUTLINE_STEPS) | 0]!;
    const along = alongTilt[(Math.min(1, Math.abs(pu)) * OUTLINE_STEPS) | 0]!;
    let nu = (pu > 0 ? along : -along) + bend * foldX[texel]! + relief * slopeX[texel]! + pitch;
    let nv = (v[pixel]! > 0 ? across : -across) + bend * foldY[texel]! + relief * slopeY[texel]!;
    const length2 = nu * nu + nv * nv;
    if (length2 > 0.96) {
      const scale = Math.sqrt(0.96 / length2);
      nu *= scale;
      nv *= scale;
    }
    tiltX[pixel] = nu * cos - nv * sin;
    tiltY[pixel] = nu * sin + nv * cos;
  }
}
