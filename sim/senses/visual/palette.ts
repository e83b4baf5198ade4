import type { Noise } from '../../kernel/random/noise.ts';
import { materialById } from '../../materials/catalogue.ts';
import type { ItemState } from '../../materials/item.ts';
import type { Look } from '../../materials/material.ts';
import { PART } from '../form/skin/mesh.ts';
import { decodeSrgb, linearRgb, visibleNm } from '../optics/colour.ts';
import { scatteringOf } from '../optics/layer.ts';
import { ItemOptics } from '../optics/reflectance.ts';
import { soilCover, soilReflectance } from '../optics/soil.ts';
import { wetCover } from '../optics/water.ts';
import { printable } from './print.ts';

/** Linear RGB colours of the parts of one item under the camera's light, white = 1. */
export interface Palette {
  /** Diffuse colour over black and transmittance, [6]: least aged spots 0..2, most aged spots 3..5. */
  readonly body: Float32Array;
  readonly through: Float32Array;
  readonly metal: boolean;
  readonly soil: Float32Array;
  readonly soilCover: number;
  readonly stain: Float32Array;
  readonly product: Float32Array;
  readonly productCover: number;
  readonly wetCover: number;
  /** Mirror reflection of the body against a moulded plastic: paper and cloth have little. */
  readonly gloss: number;
  /** Kind (`OWN`, `OTHER`, `METAL`) and colour of each part, [PARTS] and [3 * PARTS]: see `PART`. */
  readonly partKind: Uint8Array;
  readonly parts: Float32Array;
}

const PARTS = 6;

/** Kinds of parts: of the body's own matter, of another colour, of bare metal. */
export const OWN = 0;
export const OTHER = 1;
export const METAL = 2;

/** Colours of oxides, sRGB 0..255: rust measured (USGS rusted can, #684f40), the rest from memory. */
const products: Readonly<Record<ItemState['corrosionKind'], readonly [number, number, number]>> = {
  none: [0, 0, 0],
  rust: [112, 74, 50],
  white: [176, 178, 178],
  patina: [96, 140, 118],
  tarnish: [84, 66, 52],
};

/** Colours of stains, sRGB 0..255 (soaked fibre, coffee and cola, mould, grey glue, dirt: memory). */
const stains: Readonly<Record<ItemState['stainKind'], readonly [number, number, number]>> = {
  none: [0, 0, 0],
  grease: [150, 128, 88],
  drink: [104, 72, 46],
  mould: [74, 82, 70],
  glue: [168, 166, 158],
  dirt: [96, 82, 66],
};

/** What colours are worked out with: the weights of the colour channels under the lamps, [3, 31], and room for two spectra. */
export interface Colorimeter {
  readonly weights: Float64Array;
  readonly itemOptics: ItemOptics;
  readonly reflected: Float64Array;
  readonly transmitted: Float64Array;
}

/** A colorimeter under the light that has these weights. */
export function colorimeter(weights: Float64Array): Colorimeter {
  const spectrum = () => new Float64Array(visibleNm.length);
  return { weights, itemOptics: new ItemOptics(), reflected: spectrum(), transmitted: spectrum() };
}

/** Colour and transmittance of the bare body, into the palette from `at` on. */
function writeBody(palette: Palette, item: ItemState, by: Colorimeter, at: number): void {
  const { weights, itemOptics, reflected, transmitted } = by;
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

/** Haze of a wall below which a body is clear, and from which on its scattering is that of its near infrared (choices). */
const CLEAR_HAZE = { all: 0.08, none: 0.25 } as const;
/** Scattering depth S d of a wall from which on it is no clear body, whatever its haze says: paper, cloth, board (choice). */
const OPAQUE_DEPTH = 1;
/** Where haze is measured, nm, and where `scatterPerCm` holds. */
const HAZE_NM = 550;
const SCATTER_NM = 1300;

/**
 * What a clear wall scatters of visible light is its haze (ASTM D1003): a law of scattering that was drawn for the near infrared and
 * run down to 550 nm makes glass and clear PET milky. Returns the factor on the visible scattering.
 */
function clearScatter(item: ItemState): number {
  const { bodyHaze, scatterPerCm, scatterExponent, thicknessM, visibleScatterScale } = item;
  const clear = (CLEAR_HAZE.none - bodyHaze) / (CLEAR_HAZE.none - CLEAR_HAZE.all);
  const law = scatterPerCm * visibleScatterScale * Math.exp(scatterExponent * Math.log(SCATTER_NM / HAZE_NM));
  const depth = 100 * thicknessM * law;
  if (clear <= 0 || depth > OPAQUE_DEPTH) return 1;
  const factor = Math.min(1, -Math.log(1 - bodyHaze) / depth);
  // Cracks scatter as they do.
  const share = scatterPerCm / scatteringOf(item).basePerCm;
  return 1 + Math.min(1, clear) * share * (factor - 1);
}

/** The body in its least and its most aged spots; they are one where nothing has aged. */
function writeSpots(palette: Palette, item: ItemState, by: Colorimeter): void {
  const even = item.yellowingPerMm === 0 && item.crackPerMm === 0 && item.lignin === 1;
  const scatter = clearScatter(item);
  if (even && scatter === 1) writeBody(palette, item, by, 0);
  else {
    const spots = { ...item, visibleScatterScale: scatter * item.visibleScatterScale };
    ageSpots(spots, item, LEAST_AGED);
    writeBody(palette, spots, by, 0);
    if (!even) {
      ageSpots(spots, item, MOST_AGED);
      writeBody(palette, spots, by, 3);
      return;
    }
  }
  palette.body.copyWithin(3, 0, 3);
  palette.through.copyWithin(3, 0, 3);
}

/** Spots of a surface have aged from 0.6 to 1.4 times its mean (choice). */
const LEAST_AGED = 0.6;
const MOST_AGED = 1.4;
/** Brightness of a bare metal against its printed colour, which is a diffuse reading of a mirror (choice, by eye). */
const METAL_GAIN = 1.9;
/** No metal mirrors more of visible light than aluminium, 0.92 (tables of n and k). */
const BRIGHTEST = 0.92;
/** Oxide depth that covers a metal once, um (as in the near infrared). */
const OXIDE_COVER_UM = 2;
/** Share of a sheet whose tin or lacquer is scratched, cut or bent, and the depth that the rest needs until it is covered (estimates). */
const BARE = 0.25;
const CREEP_UM = 60;

/** Share 0..1 of a metal under its oxide: bare spots at once, the rest as it creeps under tin and lacquer. */
function oxideCover({ corrosionUm, corrosionKind }: ItemState): number {
  const bare = 1 - Math.exp(-corrosionUm / OXIDE_COVER_UM);
  if (corrosionKind !== 'rust') return bare;
  return BARE * bare - (1 - BARE) * Math.expm1(-corrosionUm / CREEP_UM);
}

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

/** Gloss of fibrous and granular bodies: the surface is part of their measured colour (A4 office paper < 6 GU). */
const MATT = 0.15;
const matt: ReadonlySet<string> = new Set(['fibre', 'flute', 'weave', 'knit', 'grain', 'granular', 'beads']);

/** Tapes: brown, clear over brown, white. */
const tapes: readonly (readonly [number, number, number])[] = [
  [0.62, 0.44, 0.26],
  [0.75, 0.66, 0.52],
  [0.88, 0.87, 0.84],
];
/** Insides of cans: tin, gold lacquer, white enamel (memory). */
const linings: readonly (readonly [number, number, number])[] = [
  [0.78, 0.78, 0.77],
  [0.8, 0.66, 0.36],
  [0.9, 0.9, 0.88],
];
/** Inside of a drinks carton: aluminium under clear film, or white board. */
const cartonInside: readonly (readonly [number, number, number])[] = [
  [0.66, 0.66, 0.67],
  [0.9, 0.89, 0.87],
];
/** A cut edge of board shows its flutes in their own shade. */
const EDGE_SHADE = 0.62;

/** Colours of caps, insides, edges and tape. */
function writeParts(palette: Palette, item: ItemState, look: Look, random: Noise): void {
  const { parts, partKind, metal, body } = palette;
  const set = (part: number, kind: number, colour: readonly [number, number, number]) => {
    partKind[part] = kind;
    colour.forEach((value, c) => {
      parts[3 * part + c] = decodeSrgb(value);
    });
  };
  const of = <T>(list: readonly T[]): T => list[Math.floor(random.next() * list.length)]!;
  partKind.fill(OWN);
  const glass = item.thicknessM > 0.002 && item.shape === 'bottle';
  const cap = printable([item.capRed, item.capGreen, item.capBlue]);
  const tin = glass && random.next() < 0.35;
  set(PART.cap, tin ? METAL : OTHER, tin ? [0.8, 0.79, 0.76] : cap);
  set(PART.tape, OTHER, of(tapes));
  if (metal && item.shape === 'can') {
    const lining = of(linings);
    set(PART.inside, lining === linings[2] ? OTHER : METAL, lining);
  }
  if (look.texture === 'smooth' && item.shape === 'box') set(PART.inside, OTHER, of(cartonInside));
  if (item.shape === 'box' && !metal) {
    partKind[PART.edge] = OTHER;
    for (let c = 0; c < 3; c++) parts[3 * PART.edge + c] = EDGE_SHADE * body[c]!;
  }
}

/** Kraft liner has L* 58-66, the measured board of recycled liner 50: its light is 1 to 1.9 times as much; one in ten has a white top (memory). */
const LINER = { brightest: 1.9, white: 0.1, whiteSrgb: [0.86, 0.85, 0.82] } as const;

/** Gives a board the liner of its kind; what has aged stays as much darker as it was. */
function lineBoard({ body }: Palette, random: Noise): void {
  const white = random.next() < LINER.white;
  const gain = 1 + (LINER.brightest - 1) * random.next();
  const fresh = body.slice(0, 3);
  for (let i = 0; i < 6; i++) {
    const base = white ? decodeSrgb(LINER.whiteSrgb[i % 3]!) * (body[i]! / fresh[i % 3]!) : body[i]! * gain;
    body[i] = base;
  }
}

/** Mixes the colours of an item's parts; `random`: draws its caps and tapes. */
export function paletteOf(item: ItemState, by: Colorimeter, random: Noise): Palette {
  const { look, optics } = materialById(item.materialId);
  const metal = optics.kind === 'metal';
  const palette: Palette = {
    body: new Float32Array(6),
    through: new Float32Array(6),
    metal,
    soil: new Float32Array(3),
    product: new Float32Array(3),
    stain: Float32Array.from(stains[item.stainKind], (value) => decodeSrgb(value / 255)),
    gloss: matt.has(look.texture) ? MATT : 1,
    partKind: new Uint8Array(PARTS),
    parts: new Float32Array(3 * PARTS),
    soilCover: item.soilGPerM2 > 0 ? soilCover(item.soilGPerM2) : 0,
    productCover: metal ? oxideCover(item) : 0,
    wetCover: item.waterFilmUm > 0 ? wetCover(item.waterFilmUm) : 0,
  };
  if (metal) {
    for (let i = 0; i < 6; i++)
      palette.body[i] = Math.min(BRIGHTEST, METAL_GAIN * decodeSrgb(look.baseSrgb[i % 3]! / 255));
    for (let c = 0; c < 3; c++) palette.product[c] = decodeSrgb(products[item.corrosionKind][c]! / 255);
  } else {
    writeSpots(palette, item, by);
    addHaze(palette, item.haze);
    if (look.texture === 'flute') lineBoard(palette, random);
  }
  if (palette.soilCover > 0) linearRgb(by.weights, soilReflectance(item.soilType, visibleNm), palette.soil);
  writeParts(palette, item, look, random);
  return palette;
}
