import { kept } from '../../kernel/core/kept.ts';
import { noise as noiseOf } from '../../kernel/random/noise.ts';
import { type DrawKey, drawKeys, normalAt, uniformAt } from '../../kernel/random/random.ts';
import { materialById } from '../../materials/catalogue.ts';
import type { ItemState } from '../../materials/item.ts';
import { TEXELS } from '../form/noise.ts';
import { outlineOf } from '../form/outline.ts';
import { type GeometryBuffer, geometryBuffer, layOut, poseKey } from '../form/scene.ts';
import { surfaceTile } from '../form/texture.ts';
import { blackBodyLight, rgbWeights } from '../optics/colour.ts';
import { ItemOptics } from '../optics/reflectance.ts';
import { light } from './light.ts';
import {
  blankPaint,
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
import {
  codesPerWhite,
  expose,
  type SensorBuffers,
  type SensorPattern,
  sensorBuffers,
  sensorPattern,
} from './sensor.ts';
import type { CameraState } from './state.ts';

/** What frames of one size are worked out in. */
interface Workspace {
  readonly geometry: GeometryBuffer;
  readonly paint: Paint;
  readonly image: Float32Array;
  readonly sensor: SensorBuffers;
}

function workspaceOf(size: number): Workspace {
  return {
    geometry: geometryBuffer(size),
    paint: blankPaint(size),
    image: new Float32Array(3 * size * size),
    sensor: sensorBuffers(size),
  };
}

function paintItem(
  item: ItemState,
  geometry: GeometryBuffer,
  palette: Palette,
  paint: Paint,
  label: DrawKey,
): void {
  const tile = surfaceTile(materialById(item.materialId).look.texture);
  paintBody(paint, geometry, palette, tile);
  if (palette.through[1]! > 0.01 || palette.through[0]! > 0.01)
    paintBehind(paint, geometry, palette, outlineOf(item.shape).round);
  if (item.labelCover > 0) paintLabel(paint, geometry, palette, item, noiseOf(label, item.itemId));
  if (item.wear > 0 || item.crackPerMm > 0) paintWear(paint, geometry, item);
  if (palette.productCover > 0) paintPatches(paint, geometry, palette.product, palette.productCover, 7001, 0);
  if (palette.soilCover > 0) paintPatches(paint, geometry, palette.soil, palette.soilCover, 1511, 0.1);
  if (palette.wetCover > 0) paintWater(paint, geometry, palette);
}

/** Code steps of a white surface in each channel: lamp flicker, exposure error and white-balance error of this look. */
function whiteOf(camera: CameraState, look: DrawKey, itemId: number): [number, number, number] {
  const flicker = 0.95 + 0.1 * uniformAt(look, itemId, 2);
  const ev = camera.exposureSpreadEv * normalAt(look, itemId, 4);
  const level = codesPerWhite * camera.exposure * flicker * Math.exp(Math.LN2 * ev);
  const red = 1 + camera.whiteBalanceSpread * normalAt(look, itemId, 5);
  const blue = 1 + camera.whiteBalanceSpread * normalAt(look, itemId, 6);
  return [level * red, level, level * blue];
}

/**
 * A colour camera over the belt. It keeps what its frames are worked out in, so each owner makes its own; a frame is all the same
 * a pure function of the hidden state, the state of the camera and the seed.
 */
export class Camera {
  readonly #keys: Readonly<Record<'look' | 'label' | 'pixels', DrawKey>>;
  readonly #pose: DrawKey;
  readonly #itemOptics = new ItemOptics();
  readonly #workspaces = new Map<number, Workspace>();
  readonly #patterns = new WeakMap<CameraState, SensorPattern>();
  readonly #weights = new Map<number, Float64Array>();

  /** `seed` names all draws of its looks. */
  constructor(seed: number) {
    this.#keys = drawKeys(seed, 0, 'sensing/camera', ['look', 'label', 'pixels']);
    this.#pose = poseKey(seed);
  }

  /**
   * One colour frame of an item, [size, size, 3] 8-bit sRGB, row-major. `noise` false leaves out the pixel noise (for tests of
   * the residual).
   */
  render(item: ItemState, camera: CameraState, out?: Uint8Array, noise = true): Uint8Array {
    const size = camera.sizePx;
    const frame = out ?? new Uint8Array(size * size * 3);
    const keys = this.#keys;
    const { geometry, paint, image, sensor } = kept(this.#workspaces, size, workspaceOf);
    const at = (index: number) => uniformAt(keys.look, item.itemId, index);
    layOut(geometry, item, this.#pose, camera.misregistration);
    // An aged lamp is 400 K warmer, but the white balance was set on the fresh one: the cast is added by the sensor.
    const weights = kept(this.#weights, camera.lightTempK, (tempK) => rgbWeights(blackBodyLight(tempK)));
    const palette = paletteOf(item, weights, this.#itemOptics);
    paintBelt(paint, size, camera.beltReflectance * (0.8 + 0.4 * at(0)), Math.floor(TEXELS * at(1)));
    paintItem(item, geometry, palette, paint, keys.label);
    const clearness = palette.metal ? 0 : palette.through[1]!;
    const lights = { white: whiteOf(camera, keys.look, item.itemId), turn: 0.3 * (at(3) - 0.5) };
    light(geometry, paint, item, palette.metal, clearness, lights, image);
    const grain = noise ? noiseOf(keys.pixels, item.itemId) : null;
    expose(image, size, kept(this.#patterns, camera, sensorPattern), grain, sensor, frame);
    return frame;
  }
}
