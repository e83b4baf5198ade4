import { noise as noiseOf } from '../../kernel/random/noise.ts';
import { type DrawKey, drawKey, normalAt, uniformAt } from '../../kernel/random/random.ts';
import { materialById } from '../../materials/catalogue.ts';
import type { ItemState } from '../../materials/item.ts';
import { TEXELS } from '../form/noise.ts';
import { outlineOf } from '../form/outline.ts';
import { layOut, type Scene } from '../form/scene.ts';
import { surfaceTile } from '../form/texture.ts';
import { light } from './light.ts';
import {
  type Paint,
  paintBehind,
  paintBelt,
  paintBody,
  paintLabel,
  paintPatches,
  paintWater,
  paintWear,
} from './paint.ts';
import { type Palette, paletteOf } from './palette.ts';
import { codesPerWhite, expose } from './sensor.ts';
import type { CameraState } from './state.ts';

/** Keys of the camera's draws, by purpose: a draw added for one purpose shifts no other. */
interface Keys {
  readonly look: DrawKey;
  readonly label: DrawKey;
  readonly pixels: DrawKey;
}
const keyCache = new Map<number, Keys>();
function keysOf(seed: number): Keys {
  let keys = keyCache.get(seed);
  if (!keys) {
    const key = (purpose: string) => drawKey(seed, 0, 'sensing/camera', purpose);
    keys = { look: key('look'), label: key('label'), pixels: key('pixels') };
    keyCache.set(seed, keys);
  }
  return keys;
}

interface Buffers extends Paint {
  readonly image: Float32Array;
}
const bufferCache = new Map<number, Buffers>();
function buffersOf(size: number): Buffers {
  let buffers = bufferCache.get(size);
  if (!buffers) {
    const n = size * size;
    buffers = {
      colour: new Float32Array(3 * n),
      shine: new Float32Array(n),
      belt: new Float32Array(n),
      image: new Float32Array(3 * n),
    };
    bufferCache.set(size, buffers);
  }
  return buffers;
}

function paintItem(item: ItemState, scene: Scene, palette: Palette, paint: Paint, keys: Keys): void {
  const tile = surfaceTile(materialById(item.materialId).look.texture);
  paintBody(paint, scene, palette, tile);
  if (palette.through[1]! > 0.01 || palette.through[0]! > 0.01)
    paintBehind(paint, scene, palette, outlineOf(item.shape).round);
  if (item.labelCover > 0) paintLabel(paint, scene, palette, item, noiseOf(keys.label, item.itemId));
  if (item.wear > 0 || item.crackPerMm > 0) paintWear(paint, scene, item);
  if (palette.productCover > 0) paintPatches(paint, scene, palette.product, palette.productCover, 7001, 0);
  if (palette.soilCover > 0) paintPatches(paint, scene, palette.soil, palette.soilCover, 1511, 0.1);
  if (palette.wetCover > 0) paintWater(paint, scene, palette);
}

/** Code steps of a white surface in each channel: lamp flicker, exposure error and white-balance error of this look. */
function whiteOf(camera: CameraState, keys: Keys, itemId: number): [number, number, number] {
  const flicker = 0.95 + 0.1 * uniformAt(keys.look, itemId, 2);
  const ev = camera.exposureSpreadEv * normalAt(keys.look, itemId, 4);
  const level = codesPerWhite * camera.exposure * flicker * Math.exp(Math.LN2 * ev);
  const red = 1 + camera.whiteBalanceSpread * normalAt(keys.look, itemId, 5);
  const blue = 1 + camera.whiteBalanceSpread * normalAt(keys.look, itemId, 6);
  return [level * red, level, level * blue];
}

/**
 * One colour frame of an item, [size, size, 3] 8-bit sRGB, row-major. A pure function of the hidden state, the camera
 * and the seed; `noise` false leaves out the pixel noise (for tests of the residual).
 */
export function renderRgb(
  item: ItemState,
  camera: CameraState,
  seed: number,
  out?: Uint8Array,
  noise = true,
): Uint8Array {
  const size = camera.sizePx;
  const frame = out ?? new Uint8Array(size * size * 3);
  const keys = keysOf(seed);
  const buffers = buffersOf(size);
  const at = (index: number) => uniformAt(keys.look, item.itemId, index);
  const scene = layOut(item, size, seed, camera.misregistration);
  const palette = paletteOf(item, camera);
  paintBelt(buffers, size, camera.beltReflectance * (0.8 + 0.4 * at(0)), Math.floor(TEXELS * at(1)));
  paintItem(item, scene, palette, buffers, keys);
  const clearness = palette.metal ? 0 : palette.through[1]!;
  const lights = { white: whiteOf(camera, keys, item.itemId), turn: 0.3 * (at(3) - 0.5) };
  light(scene, buffers, item, palette.metal, clearness, lights, buffers.image);
  expose(buffers.image, camera, noise ? noiseOf(keys.pixels, item.itemId) : null, frame);
  return frame;
}
