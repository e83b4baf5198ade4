import type { Fields, RecordOf } from './field.ts';
import { shapes } from './shape.ts';

export const soilTypes = ['dust', 'clay', 'fat', 'sugar', 'biofilm', 'soot'] as const;
export type SoilType = (typeof soilTypes)[number];

/** Weight percentages of pigments in a part, by name. */
export const pigments = {
  tio2Pct: 'number',
  carbonBlackPct: 'number',
  ironOxidePct: 'number',
  bluePct: 'number',
  greenPct: 'number',
  redPct: 'number',
  yellowPct: 'number',
  /** Black dye that absorbs visible light only and lets the near infrared pass. */
  blackDyePct: 'number',
} as const satisfies Fields;
export type Pigments = RecordOf<typeof pigments>;

/**
 * Everything that is true of one item, known to nobody in the twin. The three senses, the value of every action and
 * the grade follow from this record alone. Flat plain data: it survives JSON.
 */
export const itemState = {
  ...pigments,
  itemId: 'whole',
  materialId: 'text',
  shape: shapes,

  // form
  lengthM: 'number',
  widthM: 'number',
  /** One wall. */
  thicknessM: 'number',
  wallCount: 'number',
  /** Share of solid in the volume: 1 = solid, 0.03 = foam. */
  relativeDensity: 'number',
  massKg: 'number',
  /** 0 = as made, 1 = crushed to a ball. */
  crumple: 'number',
  /** How it lies on the belt. */
  yawRad: 'number',
  pitchRad: 'number',
  labelCover: 'number',
  /** Label colour, sRGB 0..1. */
  labelRed: 'number',
  labelGreen: 'number',
  labelBlue: 'number',
  /** Name of the colour recipe, for people. */
  colour: 'text',

  // optics of the clean, new body
  /** Kubelka-Munk scattering at 1300 nm without pigments, 1/cm; S(l) = S(1300) (1300/l)^p. */
  scatterPerCm: 'number',
  scatterExponent: 'number',
  /** Absorption of this very piece against the tabulated curve, about 1. */
  alphaScale: 'number',
  /** Share 0..1 of the second absorption curve of the substance. */
  blendShare: 'number',
  talcPct: 'number',
  crystallinity: 'number',
  /** Lacquer on metal, um. */
  coatingUm: 'number',

  // what use and weather did; irreversible
  /** Carbonyl index of photo-oxidation, 1 = embrittled; for paper and textiles the share bleached or yellowed. */
  oxidation: 'number',
  /** Chromophore at 420 nm, 1/mm. */
  yellowingPerMm: 'number',
  /** Share 0..1 of lignin and colour left in a wood surface. */
  lignin: 'number',
  crackPerMm: 'number',
  /** Share 0..1 of light that wear scatters. */
  haze: 'number',
  /** Surface wear 0..1: scratches, fibre loss, dents. */
  wear: 'number',
  roughnessUm: 'number',
  corrosionUm: 'number',
  corrosionKind: ['none', 'rust', 'white', 'patina', 'tarnish'],
  /** Chain length left, 0..1: no sensor sees it. */
  chainRatio: 'number',
  plasticiserLoss: 'number',
  delaminationUm: 'number',
  /** The one damage scale 0..1; states are its tenths. */
  damage: 'number',
  ageYears: 'number',

  // what comes and goes
  moistureKgPerKg: 'number',
  waterFilmUm: 'number',
  soilGPerM2: 'number',
  soilType: soilTypes,
  tempK: 'number',

  // what further ageing needs
  oxidationDose: 'number',
  greyingDose: 'number',
  wearDose: 'number',
  corrosionDose: 'number',
  chainDose: 'number',
  delaminationDose: 'number',
  oxidationSensitivity: 'number',
  greyingSensitivity: 'number',
  wearSensitivity: 'number',
  corrosionSensitivity: 'number',
  chainSensitivity: 'number',
  delaminationSensitivity: 'number',
  freshRoughnessUm: 'number',
} as const satisfies Fields;
export type ItemState = RecordOf<typeof itemState>;
