import { type DrawKey, drawKey, uniformAt } from '../kernel/random/random.ts';
import type { ItemState, Pigments } from '../record/item-state.ts';
import { drawAppearance } from './appearance.ts';
import { drawGoods, saturated } from './goods.ts';
import type { Colour, Look, Material, Pigment, Range } from './material.ts';
import { pigmentNames } from './material.ts';

/** Fixed places of the draws: a new draw takes a new number and shifts nothing. */
const draw = {
  length: 0,
  width: 1,
  thickness: 2,
  density: 3,
  roughness: 4,
  scatter: 5,
  scatterExponent: 6,
  colour: 7,
  labelled: 8,
  labelCover: 9,
  labelHue: 10,
  labelLight: 11,
  crumple: 12,
  yaw: 13,
  pitch: 14,
  pigment: 20,
} as const;

function linear(range: Range, u: number): number {
  return range[0] + (range[1] - range[0]) * u;
}

/** Log-uniform between the ends of a range; the range must be positive. */
function logarithmic(range: Range, u: number): number {
  return range[0] * Math.exp(u * Math.log(range[1] / range[0]));
}

function pickColour(look: Look, u: number): Colour {
  let left = u;
  for (const colour of look.colours) {
    left -= colour.share;
    if (left < 0) return colour;
  }
  return look.colours[look.colours.length - 1]!;
}

function drawPigments(colour: Colour, at: (index: number) => number): Pigments {
  const pigments: Partial<Record<Pigment, number>> = {};
  pigmentNames.forEach((name, i) => {
    const range = colour.pigments[name];
    pigments[name] = range ? linear(range, at(draw.pigment + i)) : 0;
  });
  return pigments as Pigments;
}

/** Area of all walls in units of length x width, from the developed surface of each shape. */
const wallArea: Readonly<Record<ItemState['shape'], (lengthM: number, widthM: number) => number>> = {
  bottle: (l, w) => Math.PI * w * l * 0.9 + (Math.PI * w * w) / 4,
  cup: (l, w) => Math.PI * w * l * 0.9 + (Math.PI * w * w) / 4,
  can: (l, w) => Math.PI * w * l + (Math.PI * w * w) / 2,
  tube: (l, w) => Math.PI * w * l,
  tray: (l, w) => 1.4 * l * w,
  box: (l, w) => 2.4 * l * w,
  film: (l, w) => 1.3 * l * w,
  bag: (l, w) => 2.4 * l * w,
  sheet: (l, w) => l * w,
  block: (l, w) => l * w,
  cloth: (l, w) => 1.5 * l * w,
  part: (l, w) => 1.6 * l * w,
  shard: (l, w) => 0.7 * l * w,
};

/** Draws of the substance have their own key, so that they cannot shift or reveal anything of the look. */
function substanceDraws(seed: number, itemId: number, material: Material) {
  const key = drawKey(seed, 0, 'materials/item', 'substance');
  const { optics } = material;
  // Spread of absorption between pieces of one polymer: Beer-Lambert on measured vinyl holds to 30 %, sigma 5 % (notes of the anchor data).
  const spread = uniformAt(key, itemId, 0) + uniformAt(key, itemId, 1) + uniformAt(key, itemId, 2) - 1.5;
  return {
    alphaScale: 1 + 0.1 * spread,
    blendShare: optics.bands.length > 1 ? linear(optics.blendShare, uniformAt(key, itemId, 3)) : 0,
    talcPct: linear(optics.talcPct, uniformAt(key, itemId, 4)),
    crystallinity: linear(optics.crystallinity, uniformAt(key, itemId, 5)),
    coatingUm: linear(optics.coatingUm, uniformAt(key, itemId, 6)),
  };
}

function drawForm(look: Look, key: DrawKey, itemId: number) {
  const at = (index: number) => uniformAt(key, itemId, index);
  const colour = pickColour(look, at(draw.colour));
  const [red, green, blue] = saturated(at(draw.labelHue), 0.35 + 0.6 * at(draw.labelLight));
  const labelled = at(draw.labelled) < look.labelShare;
  return {
    lengthM: linear(look.lengthM, at(draw.length)),
    widthM: linear(look.widthM, at(draw.width)),
    thicknessM: logarithmic(look.thicknessM, at(draw.thickness)),
    relativeDensity: logarithmic(look.relativeDensity, at(draw.density)),
    freshRoughnessUm: logarithmic(look.roughnessUm, at(draw.roughness)),
    scatterPerCm: logarithmic(look.scatterPerCm, at(draw.scatter)),
    scatterExponent: linear(look.scatterExponent, at(draw.scatterExponent)),
    crumple: linear(look.crumple, at(draw.crumple)),
    yawRad: (at(draw.yaw) - 0.5) * Math.PI,
    pitchRad: (at(draw.pitch) - 0.5) * 0.4,
    labelCover: labelled ? linear(look.labelCover, at(draw.labelCover)) : 0,
    labelRed: red,
    labelGreen: green,
    labelBlue: blue,
    colour: colour.name,
    ...drawPigments(colour, at),
  };
}

/** What sun and hands have not touched yet. */
const asNew = {
  sunYears: 0,
  brownSpots: 0,
  chalk: 0,
  glossLeft: 1,
  colourLeft: 1,
  inkYellowLeft: 1,
  inkMagentaLeft: 1,
  inkCyanLeft: 1,
  stainCover: 0,
  stainKind: 'none',
  tears: 0,
  dents: 0,
  breaks: 0,
  lidMissing: 0,
} as const;

/** The new, clean, dry item at 293 K before anything happened to it. */
export function drawBody(seed: number, itemId: number, material: Material, lookCoupling: number): ItemState {
  const { look, thermal } = material;
  const form = drawForm(look, drawKey(seed, 0, 'materials/item', 'look'), itemId);
  const appearance = drawAppearance(seed, itemId, material, lookCoupling);
  const area = wallArea[look.shape](form.lengthM, form.widthM);
  return {
    itemId,
    materialId: material.id,
    shape: look.shape,
    ...form,
    wallCount: look.wallCount,
    massKg: area * form.thicknessM * form.relativeDensity * thermal.densityKgPerM3,
    ...substanceDraws(seed, itemId, material),
    ...drawGoods(seed, itemId, material, lookCoupling),
    ...appearance,
    ...asNew,
    haze: appearance.bodyHaze,
    oxidation: 0,
    yellowingPerMm: 0,
    lignin: 1,
    crackPerMm: 0,
    wear: 0,
    roughnessUm: form.freshRoughnessUm,
    corrosionUm: 0,
    corrosionKind: 'none',
    chainRatio: 1,
    plasticiserLoss: 0,
    delaminationUm: 0,
    damage: 0,
    ageYears: 0,
    moistureKgPerKg: 0,
    waterFilmUm: 0,
    soilGPerM2: 0,
    soilType: 'dust',
    tempK: 293.15,
    oxidationDose: 0,
    greyingDose: 0,
    wearDose: 0,
    corrosionDose: 0,
    chainDose: 0,
    delaminationDose: 0,
    oxidationSensitivity: 1,
    greyingSensitivity: 1,
    wearSensitivity: 1,
    corrosionSensitivity: 1,
    chainSensitivity: 1,
    delaminationSensitivity: 1,
  };
}
