import { materialById } from '../../materials/catalogue.ts';
import type { ItemState } from '../../materials/item.ts';
import { decodeSrgb, linearRgb, visibleNm } from '../optics/colour.ts';
import type { ItemOptics } from '../optics/reflectance.ts';
import { soilCover, soilReflectance } from '../optics/soil.ts';
import { wetCover } from '../optics/water.ts';

/** Linear RGB colours of the parts of one item under the camera's light, white = 1. */
export interface Palette {
  /** Diffuse colour over black and transmittance, [6]: least aged spots 0..2, most aged spots 3..5. */
  readonly body: Float32Array;
  readonly through: Float32Array;
  readonly metal: boolean;
  readonly soil: Float32Array;
  readonly soilCover: number;
  readonly product: Float32Array;
  readonly productCover: number;
  readonly wetCover: number;
  /** Inks of the label, [9]: ground, colour, print. */
  readonly inks: Float32Array;
}

/** Colours of oxides, sRGB 0..255: rust measured (USGS rusted can, #684f40), the rest from memory. */
const products: Readonly<Record<ItemState['corrosionKind'], readonly [number, number, number]>> = {
  none: [0, 0, 0],
  rust: [112, 74, 50],
  white: [176, 178, 178],
  patina: [96, 140, 118],
  tarnish: [84, 66, 52],
};

/** Colour and transmittance of the bare body, into the palette from `at` on. */
function writeBody(
  palette: Palette,
  item: ItemState,
  weights: Float64Array,
  itemOptics: ItemOptics,
  at: number,
): void {
  const reflected = new Float64Array(31);
  const transmitted = new Float64Array(31);
  itemOptics.layer(item, visibleNm, reflected, transmitted);
  linearRgb(weights, reflected, palette.body, at);
  linearRgb(weights, transmitted, palette.through, at);
}

/** Ageing is patchy: writes the least or the most aged spots of `item`, around its mean, into its copy `spots`. */
function ageSpots(spots: Writable<ItemState>, item: ItemState, share: number): void {
  spots.yellowingPerMm = item.yellowingPerMm * share;
  spots.crackPerMm = item.crackPerMm * share;
  spots.lignin = Math.max(0, 1 - (1 - item.lignin) * share);
}
type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Spots of a surface have aged from 0.6 to 1.4 times its mean (choice). */
const LEAST_AGED = 0.6;
const MOST_AGED = 1.4;
/** Brightness of a bare metal against its printed colour, which is a diffuse reading of a mirror (choice, by eye). */
const METAL_GAIN = 2.2;
/** Oxide depth that covers a metal once, um (as in the near infrared). */
const OXIDE_COVER_UM = 2;
/** Diffuse light of full haze in front of a black and of a clear body, its grey, and what it takes of clear sight (choice, by eye). */
const HAZE = { black: 0.07, clear: 0.25, grey: 0.8, blind: 0.5 } as const;

/** Haze of a worn surface: scattered light in front of the body, less clear sight through it. */
function addHaze(palette: Palette, haze: number): void {
  for (let i = 0; i < 6; i++) {
    const clear = palette.through[i]!;
    const r = palette.body[i]!;
    palette.body[i] = r + haze * (HAZE.black + HAZE.clear * clear) * (HAZE.grey - r);
    palette.through[i] = clear * (1 - HAZE.blind * haze);
  }
}

/** Inks: paper takes dark ink on its own ground, plastic and metal a white ground with full colours (reflectances by eye). */
function writeInks(inks: Float32Array, item: ItemState, paper: boolean): void {
  const colour = [item.labelRed, item.labelGreen, item.labelBlue];
  for (let c = 0; c < 3; c++) {
    const full = decodeSrgb(colour[c]!);
    inks[c] = paper ? -1 : 0.78;
    inks[3 + c] = paper ? 0.05 + 0.2 * full : full;
    inks[6 + c] = 0.04;
  }
}

/** Mixes the colours of an item's parts; `weights`: of the colour channels under the lamps, [3, 31]. */
export function paletteOf(item: ItemState, weights: Float64Array, itemOptics: ItemOptics): Palette {
  const { look, optics } = materialById(item.materialId);
  const metal = optics.kind === 'metal';
  const palette: Palette = {
    body: new Float32Array(6),
    through: new Float32Array(6),
    metal,
    soil: new Float32Array(3),
    product: new Float32Array(3),
    inks: new Float32Array(9),
    soilCover: item.soilGPerM2 > 0 ? soilCover(item.soilGPerM2) : 0,
    productCover: metal ? 1 - Math.exp(-item.corrosionUm / OXIDE_COVER_UM) : 0,
    wetCover: item.waterFilmUm > 0 ? wetCover(item.waterFilmUm) : 0,
  };
  if (metal) {
    for (let i = 0; i < 6; i++) palette.body[i] = METAL_GAIN * decodeSrgb(look.baseSrgb[i % 3]! / 255);
    for (let c = 0; c < 3; c++) palette.product[c] = decodeSrgb(products[item.corrosionKind][c]! / 255);
  } else {
    const spots = { ...item };
    ageSpots(spots, item, LEAST_AGED);
    writeBody(palette, spots, weights, itemOptics, 0);
    ageSpots(spots, item, MOST_AGED);
    writeBody(palette, spots, weights, itemOptics, 3);
    addHaze(palette, item.haze);
  }
  if (palette.soilCover > 0) linearRgb(weights, soilReflectance(item.soilType, visibleNm), palette.soil);
  if (item.labelCover > 0)
    writeInks(palette.inks, item, look.texture === 'fibre' || look.texture === 'flute');
  return palette;
}
