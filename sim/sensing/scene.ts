import { type DrawKey, drawKey, uniformAt } from '../kernel/random.ts';
import { materialById } from '../materials/catalogue.ts';
import type { ItemState } from '../materials/item.ts';
import { creaseSlopes, dentSlopes, lumps, TILE_MASK } from './scene-noise.ts';
import { OUTLINE_STEPS, type Outline, outlineOf } from './scene-outline.ts';
import { surfaceTile } from './scene-texture.ts';

/**
 * Where an item lies in a square frame and how its surface tilts, pixel by pixel: what the colour camera and the
 * thermograph share. Depends on form and pose only.
 */
export interface Scene {
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
}

/** Fields of view in m: the crop takes the smallest one that holds the item, so size shows in steps and inside the crop. */
const fieldsOfViewM = [0.05, 0.07, 0.1, 0.14, 0.2, 0.28, 0.4, 0.56];

const keys = new Map<number, DrawKey>();
function poseKey(seed: number): DrawKey {
  let key = keys.get(seed);
  if (!key) {
    key = drawKey(seed, 0, 'sensing/scene', 'pose');
    keys.set(seed, key);
  }
  return key;
}

const scenes = new Map<number, Scene>();

function blankScene(size: number): Scene {
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
  };
}

/** Lays the item into a frame of `size` px, shifted by `shift` of the frame. The scene is reused by the next call of that size. */
export function layOut(item: ItemState, size: number, seed: number, shift: number): Scene {
  let scene = scenes.get(size);
  if (!scene) {
    scene = blankScene(size);
    scenes.set(size, scene);
  }
  fillScene(scene, item, seed, shift);
  return scene;
}

function fieldOfView(item: ItemState): number {
  const reach = 1.02 * Math.sqrt(item.lengthM * item.lengthM + 0.7 * item.widthM * item.widthM);
  return fieldsOfViewM.find((fov) => fov >= reach) ?? fieldsOfViewM[fieldsOfViewM.length - 1]!;
}

function fillScene(scene: Scene, item: ItemState, seed: number, shift: number): void {
  const { size, cover, u, v, rim, texel, inside } = scene;
  const key = poseKey(seed);
  const perM = size / fieldOfView(item);
  const halfL = Math.max(1.5, (item.lengthM * perM) / 2);
  const halfW = Math.max(1.5, (item.widthM * perM) / 2);
  const centreX = size * (0.5 + shift + 0.06 * (uniformAt(key, item.itemId, 0) - 0.5));
  const centreY = size * (0.5 + shift + 0.06 * (uniformAt(key, item.itemId, 1) - 0.5));
  const offset = Math.floor(uniformAt(key, item.itemId, 2) * 16384);
  const outline = outlineOf(item.shape);
  const cos = Math.cos(item.yawRad);
  const sin = Math.sin(item.yawRad);
  const texelsPerPx = 64 / size;
  let count = 0;
  for (let y = 0; y < size; y++) {
    const dy = y + 0.5 - centreY;
    for (let x = 0; x < size; x++) {
      const dx = x + 0.5 - centreX;
      const along = dx * cos + dy * sin;
      const across = dy * cos - dx * sin;
      const pu = along / halfL;
      const pixel = y * size + x;
      const end = (1 - Math.abs(pu)) * halfL + 0.5;
      if (end <= 0) {
        cover[pixel] = 0;
        continue;
      }
      const step = Math.min(OUTLINE_STEPS, Math.max(0, Math.round((pu + 1) * (OUTLINE_STEPS / 2))));
      const side = across > 0 ? 64 : 0;
      const rag = 1 - outline.ragged * lumps[((offset + step + side) & TILE_MASK) * 128 + 5]!;
      const half = outline.halfWidth[step]! * rag * halfW;
      const edge = half - Math.abs(across) + 0.5;
      if (edge <= 0) {
        cover[pixel] = 0;
        continue;
      }
      cover[pixel] = Math.min(1, edge) * Math.min(1, end);
      u[pixel] = pu;
      v[pixel] = across / halfW;
      rim[pixel] = Math.min(1, Math.abs(across) / half);
      const tx = (offset + Math.round(along * texelsPerPx + 64)) & TILE_MASK;
      const ty = ((offset >> 7) + Math.round(across * texelsPerPx + 64)) & TILE_MASK;
      texel[pixel] = ty * 128 + tx;
      inside[count++] = pixel;
    }
  }
  scene.count = count;
  scene.heightPx = outline.height * halfW;
  tilt(scene, item, outline, cos, sin);
}

/** Surface normals: form, then dents and creases by crumpling, then the relief of the texture. */
function tilt(scene: Scene, item: ItemState, outline: Outline, cos: number, sin: number): void {
  const tile = surfaceTile(materialById(item.materialId).look.texture);
  const soft = outline.soft * item.crumple;
  const thin = item.thicknessM < 0.00025 && outline.round === 0;
  const fold = thin ? creaseSlopes : dentSlopes;
  const bend = (thin ? 0.24 : 0.14) * soft;
  const relief = tile.relief;
  const pitch = 0.3 * item.pitchRad;
  for (let i = 0; i < scene.count; i++) {
    const pixel = scene.inside[i]!;
    const texel = scene.texel[pixel]!;
    const pu = scene.u[pixel]!;
    const s = scene.rim[pixel]!;
    const across = outline.across[(s * OUTLINE_STEPS) | 0]!;
    const along = outline.along[(Math.min(1, Math.abs(pu)) * OUTLINE_STEPS) | 0]!;
    const nu = (pu > 0 ? along : -along) + bend * fold.x[texel]! + relief * tile.slopeX[texel]! + pitch;
    const nv =
      (scene.v[pixel]! > 0 ? across : -across) + bend * fold.y[texel]! + relief * tile.slopeY[texel]!;
    const length2 = nu * nu + nv * nv;
    const scale = length2 > 0.96 ? Math.sqrt(0.96 / length2) : 1;
    scene.tiltX[pixel] = (nu * cos - nv * sin) * scale;
    scene.tiltY[pixel] = (nu * sin + nv * cos) * scale;
  }
}
