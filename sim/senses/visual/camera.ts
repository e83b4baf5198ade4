import { kept } from '../../kernel/core/kept.ts';
import { noise as noiseOf } from '../../kernel/random/noise.ts';
import { type DrawKey, drawKeys, normalAt, uniformAt } from '../../kernel/random/random.ts';
import { materialById } from '../../materials/catalogue.ts';
import type { ItemState } from '../../materials/item.ts';
import type { GeometryBuffer } from '../form/buffer.ts';
import { TEXELS } from '../form/noise.ts';
import { viewOf } from '../form/pose.ts';
import { Scenes } from '../form/scene.ts';
import { MOST_VERTICES } from '../form/skin/mesh.ts';
import { surfaceTile } from '../form/texture.ts';
import { type Walls, wallsOf } from '../form/walls.ts';
import { takesLoops } from '../loops/loops.ts';
import { blackBodyLight, rgbWeights } from '../optics/colour.ts';
import { surfaceOf } from '../optics/surface.ts';
import { drawPrint } from './artwork.ts';
import { beltTile } from './belt.ts';
import { type ClearBody, clearest, seeThrough } from './clear.ts';
import { CompiledSensor } from './compiled-sensor.ts';
import { develop } from './develop.ts';
import { lightingOf } from './lamps.ts';
import { type Exposure, glossSigma, lightGround, lightItem } from './light.ts';
import {
  blankPaint,
  type Paint,
  paintBody,
  paintFolds,
  paintPatches,
  paintPrint,
  paintWater,
  paintWear,
} from './paint.ts';
import { type Colorimeter, colorimeter, type Palette, paletteOf } from './palette.ts';
import { blankPrint, type Print } from './print.ts';
import { codesPerWhite, PlainSensor, type Sensor, type SensorPattern, sensorPattern } from './sensor.ts';
import { castShadows, type Shadows, shadowsOf } from './shadow.ts';
import type { CameraState } from './state.ts';
import { paintBreaks, paintTraces } from './traces.ts';

/** What frames of one size are worked out in. */
interface Workspace {
  readonly paint: Paint;
  readonly shadows: Shadows;
  readonly walls: Walls;
  readonly seen: Float32Array;
}

/** A sensor whose loop is compiled ahead, where it can be. */
function sensorOf(size: number): Sensor {
  return takesLoops(size) ? new CompiledSensor(size) : new PlainSensor(size);
}

function workspaceOf(size: number): Workspace {
  return {
    paint: blankPaint(size),
    shadows: shadowsOf(size, MOST_VERTICES),
    walls: wallsOf(size, MOST_VERTICES),
    seen: new Float32Array(3 * size * size),
  };
}

/** Patches of oxide end soon and hide all; films of soil fade out and let something through (choices, by eye). */
const HARD = { edge: 0.25, hides: 1, mottle: 0.9 } as const;
const THIN = { edge: 0.9, hides: 0.65, mottle: 0.4 } as const;
/** Colour of burnt spots in PVC, linear (memory). */
const BROWN = Float32Array.of(0.12, 0.05, 0.02);
/** Fold whitening below which nobody sees it, S d. */
const LEAST_WHITENING = 0.05;
/** Breakage below which no crack goes through the wall. */
const LEAST_BREAKS = 0.05;
/** Least transmittance that anybody can see through. */
const CLEAR = 0.03;

/** Code steps of a white surface in each channel: lamp flicker, exposure error and white-balance error of this look. */
function whiteOf(camera: CameraState, look: DrawKey, itemId: number): [number, number, number] {
  const flicker = 0.95 + 0.1 * uniformAt(look, itemId, 2);
  const ev = camera.exposureSpreadEv * normalAt(look, itemId, 4);
  const level = codesPerWhite * camera.exposure * flicker * Math.exp(Math.LN2 * ev);
  const red = 1 + camera.whiteBalanceSpread * normalAt(look, itemId, 5);
  const blue = 1 + camera.whiteBalanceSpread * normalAt(look, itemId, 6);
  return [level * red, level, level * blue];
}

/** Reflectance and colour of what lies below, as this look finds it. */
function groundOf(camera: CameraState, at: (index: number) => number): [number, number, number, number] {
  const vary = (index: number, spread: number) => 1 + spread * (2 * at(index) - 1);
  const level = Math.min(1, camera.beltReflectance * vary(0, 1.7 * camera.beltSpread));
  return [
    level,
    camera.beltRed * vary(7, 0.5 * camera.beltSpread),
    1,
    camera.beltBlue * vary(8, 0.7 * camera.beltSpread),
  ];
}

/**
 * A colour camera over the belt. It keeps what its frames are worked out in, so each owner makes its own; a frame is all the same
 * a pure function of the hidden state, the state of the camera and the seed.
 */
export class Camera {
  readonly #keys: Readonly<Record<'look' | 'label' | 'pixels', DrawKey>>;
  readonly #scenes: Scenes;
  readonly #workspaces = new Map<number, Workspace>();
  readonly #sensors = new Map<number, Sensor>();
  readonly #fineImages = new Map<number, Float32Array>();
  readonly #patterns = new WeakMap<CameraState, SensorPattern>();
  readonly #colorimeters = new Map<number, Colorimeter>();
  readonly #belts = new Map<number, Float32Array>();
  readonly #print: Print = blankPrint();

  /** `seed` names all draws of its looks; `scenes`, of the same seed, may be shared with instruments beside it. */
  constructor(seed: number, scenes = new Scenes(seed)) {
    this.#keys = drawKeys(seed, 0, 'sensing/camera', ['look', 'label', 'pixels']);
    this.#scenes = scenes;
  }

  /**
   * One colour frame of an item, [size, size, 3] 8-bit sRGB, row-major. `noise` false leaves out the pixel noise (for tests of
   * the residual).
   */
  render(item: ItemState, camera: CameraState, out?: Uint8Array, noise = true): Uint8Array {
    const { sizePx: size, oversampling } = camera;
    const frame = out ?? new Uint8Array(size * size * 3);
    const sensor = kept(this.#sensors, size, sensorOf);
    if (oversampling === 2) {
      const fine = kept(this.#fineImages, size, () => new Float32Array(12 * size * size));
      this.#illuminate(item, camera, fine);
      halve(fine, size, sensor.image);
    } else this.#illuminate(item, camera, sensor.image);
    const grain = noise ? noiseOf(this.#keys.pixels, item.itemId) : null;
    sensor.expose(kept(this.#patterns, camera, sensorPattern), grain, frame);
    // The light has been read by now: its place is free.
    develop(frame, camera, sensor.image);
    return frame;
  }

  /** The light that reaches the sensor, into `image`: oversampled where the camera is. */
  #illuminate(item: ItemState, camera: CameraState, image: Float32Array): void {
    const size = camera.sizePx * camera.oversampling;
    const { paint, shadows, walls, seen } = kept(this.#workspaces, size, workspaceOf);
    const { look, label } = this.#keys;
    const at = (index: number) => uniformAt(look, item.itemId, index);
    const geometry = this.#scenes.at(item, viewOf(camera), size);
    // An aged lamp is 400 K warmer, but the white balance was set on the fresh one: the cast is added by the sensor.
    const by = kept(this.#colorimeters, camera.lightTempK, (tempK) =>
      colorimeter(rgbWeights(blackBodyLight(tempK))),
    );
    const random = noiseOf(label, item.itemId);
    const palette = paletteOf(item, by, random);
    const [level, red, green, blue] = groundOf(camera, at);
    const { cos, sin } = geometry.stage.projection;
    const lighting = lightingOf(camera, at, [level * red, level * green, level * blue], cos, sin);
    const exposure: Exposure = {
      white: whiteOf(camera, look, item.itemId),
      sigma: glossSigma(item),
      fresnel: surfaceOf(item.visibleIndex).outside,
    };
    const tile = kept(this.#belts, camera.beltTexture, beltTile);
    const belt = { reflectance: level, tile, columns: paint.columns, offset: Math.floor(TEXELS * at(1)) };
    const printed = drawPrint(this.#print, item, materialById(item.materialId).look, random);
    paintItem(item, geometry, palette, paint, printed ? this.#print : null);
    const clearness = palette.metal ? 0 : palette.through[1]!;
    castShadows(geometry, lighting, shadowOf(item, clearness), shadows);
    lightGround(belt, [red, green, blue], lighting, exposure, shadows, image);
    const clear = !palette.metal && Math.max(palette.through[0]!, palette.through[1]!) > CLEAR;
    if (clear)
      seeThrough(
        { geometry, paint, palette, lighting, walls, sigma: exposure.sigma },
        clearBody(item, exposure.fresnel),
        exposure.white,
        image,
        seen,
      );
    lightItem(geometry, paint, lighting, exposure, clear ? seen : null, image);
  }
}

/** Least shadow of a clear thing: what its walls send elsewhere (estimate). */
const CLEAR_SHADOW = 0.1;

/** How dark the shadow of a body of a transmittance is, 1 = opaque: what its faces mirror still lands somewhere near. */
function shadowOf(item: ItemState, transmittance: number): number {
  const clear = clearest(surfaceOf(item.visibleIndex).outside, item.wallCount);
  return CLEAR_SHADOW + (1 - CLEAR_SHADOW) * (1 - Math.min(1, transmittance / clear));
}

/** How an item lets see through. */
function clearBody(item: ItemState, fresnel: number): ClearBody {
  const dish = item.shape === 'cup' || item.shape === 'tray';
  return {
    hollow: item.wallCount > 1 || dish,
    haze: Math.min(1, item.bodyHaze + item.haze),
    thicknessM: item.thicknessM,
    fresnel,
    wallCount: item.wallCount,
    // Cups and trays have an inner and an outer skin, all else one.
    facesPerWall: dish ? 2 : 1,
  };
}

function paintItem(
  item: ItemState,
  geometry: GeometryBuffer,
  palette: Palette,
  paint: Paint,
  print: Print | null,
): void {
  const tile = surfaceTile(materialById(item.materialId).look.texture);
  paintBody(paint, geometry, palette, tile);
  if (item.foldWhitening > LEAST_WHITENING && item.crumple > 0 && !palette.metal)
    paintFolds(paint, geometry, item.foldWhitening);
  if (print) paintPrint(paint, geometry, print, item.wear);
  paintTraces(paint, geometry, item);
  if (item.breaks > LEAST_BREAKS) paintBreaks(paint, geometry, item.breaks);
  if (item.wear > 0 || item.crackPerMm > 0) paintWear(paint, geometry, item);
  const { product, productCover, soil, soilCover, stain } = palette;
  const rust = { cover: productCover, shift: 7001, shineLeft: 0, inHollows: false, ...HARD };
  if (productCover > 0) paintPatches(paint, geometry, product, rust);
  const dirt = { cover: soilCover, shift: 1511, shineLeft: 0.1, inHollows: true, ...THIN };
  if (soilCover > 0) paintPatches(paint, geometry, soil, dirt);
  const spots = { cover: item.stainCover, shift: 5209, shineLeft: 0.5, inHollows: false, ...THIN };
  if (item.stainCover > 0) paintPatches(paint, geometry, stain, spots);
  const burnt = { cover: item.brownSpots, shift: 3313, shineLeft: 0.6, inHollows: false, ...HARD };
  if (item.brownSpots > 0) paintPatches(paint, geometry, BROWN, burnt);
  if (palette.wetCover > 0) paintWater(paint, geometry, palette);
}

/** Averages an image of twice the side down to `size`. */
function halve(image: Float32Array, size: number, out: Float32Array): void {
  const row = 6 * size;
  for (let y = 0, to = 0; y < size; y++) {
    for (let x = 0; x < size; x++, to += 3) {
      const from = 2 * y * row + 6 * x;
      for (let c = 0; c < 3; c++)
        out[to + c] =
          0.25 *
          (image[from + c]! + image[from + 3 + c]! + image[from + row + c]! + image[from + row + 3 + c]!);
    }
  }
}
