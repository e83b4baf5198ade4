import type { Fields, RecordOf } from './field.ts';
import { shapes } from './shape.ts';

export const soilTypes = ['dust', 'clay', 'fat', 'sugar', 'biofilm', 'soot'] as const;
export type SoilType = (typeof soilTypes)[number];

/** How it was made, where that leaves marks: a gate dot, a pinch-off line with seams, a gate pip, ribs and a flange, a seamless can, a welded one. */
export const processMarks = [
  'none',
  'stretch-blown',
  'extrusion-blown',
  'injected',
  'thermoformed',
  'drawn',
  'three-piece',
] as const;
export type ProcessMark = (typeof processMarks)[number];

/** What it does when it is crushed: flat facets with sharp ridges, smooth dents, shards, shallow dents, sharp folds, fine wrinkles, a crumpled sheet. */
export const crushKinds = [
  'none',
  'facets',
  'dents',
  'shards',
  'shallow',
  'folds',
  'wrinkles',
  'crumples',
] as const;
export type CrushKind = (typeof crushKinds)[number];

/** Best next uses of a thing, from best to last. */
export const grades = ['reuse', 'repair', 'recycle-high', 'recycle-low', 'recover', 'dispose'] as const;
export type Grade = (typeof grades)[number];

/** What a recording says of a grade; recordings before version 5 say nothing. */
export const toldGrades = [...grades, 'untold'] as const;

/** What was sold in it. */
export const goods = [
  'none',
  'water',
  'soft-drink',
  'juice',
  'milk',
  'detergent',
  'shampoo',
  'oil',
  'yogurt',
  'margarine',
  'cold-drink',
  'berries',
  'meat',
  'ready-meal',
  'food',
] as const;
export type Goods = (typeof goods)[number];

/** How label or print are put on. */
export const labelKinds = ['wrap', 'sleeve', 'sticker', 'print', 'in-mould'] as const;
export type LabelKind = (typeof labelKinds)[number];

export const stainKinds = ['none', 'grease', 'drink', 'mould', 'glue', 'dirt'] as const;
export type StainKind = (typeof stainKinds)[number];

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

  // what the substance makes of the look: as far from the mean of its look-alikes as lookCoupling lets it be
  /** The dial 0..1 that the item was made with: 0 = look-alikes are equal to the camera, 1 = as in reality. */
  lookCoupling: 'number',
  /** Real refractive index at 590 nm: strength of rim and highlights. */
  visibleIndex: 'number',
  /** Absorption of the clean body around 620, 540 and 450 nm, 1/mm: it shows at edges and where walls overlap. */
  tintRedPerMm: 'number',
  tintGreenPerMm: 'number',
  tintBluePerMm: 'number',
  /** Share 0..1 of the light that one new wall spreads. */
  bodyHaze: 'number',
  /** Scattering of the body below 780 nm against scatterPerCm, about 1. */
  visibleScatterScale: 'number',
  /** Half-width of the highlight of the new surface, degrees: 0.2 mirror, 4 satin, 12 matt. */
  glossSigmaDeg: 'number',
  /** 0 = limp as film, 1 = rigid. */
  stiffness: 'number',
  crushKind: crushKinds,
  /** Scattering depth S d that a sharp fold adds: the white line of PP, HIPS, PVC. */
  foldWhitening: 'number',
  processMark: processMarks,
  goods,
  labelKind: labelKinds,
  /** 1 = it was sold with a cap or lid; its colour, sRGB 0..1. */
  capped: 'number',
  capRed: 'number',
  capGreen: 'number',
  capBlue: 'number',
  /** How readily this piece stains, tears, dents, loses its lid: uniform 0..1. */
  stainProneness: 'number',
  tearProneness: 'number',
  dentProneness: 'number',
  lidHold: 'number',
  /** 1 = its corrosion is that of its own metal, 0 = the one that its look-alikes share. */
  ownCorrosion: 'number',

  // what use and weather did; irreversible
  /** Years of sun at 7 W/m2 of 300-400 nm and 298 K. */
  sunYears: 'number',
  /** Share 0..1 of the surface in brown spots (PVC), under white powder (PP, ABS, PS). */
  brownSpots: 'number',
  chalk: 'number',
  /** Gloss against new, 1 = new. */
  glossLeft: 'number',
  /** Colour of body, dye or board against new, and density left of the inks of label and print. */
  colourLeft: 'number',
  inkYellowLeft: 'number',
  inkMagentaLeft: 'number',
  inkCyanLeft: 'number',
  /** Share 0..1 of the surface that is stained, and by what. */
  stainCover: 'number',
  stainKind: stainKinds,
  /** 0..1: torn edges; dents of use (beside `crumple`, which is how it was thrown away); cracks through the wall. */
  tears: 'number',
  dents: 'number',
  breaks: 'number',
  /** 1 = cap, lid or end is gone. */
  lidMissing: 'number',
  /** Carbonyl index of photo-oxidation, 1 = embrittled; for paper and textiles the share bleached or yellowed. */
  oxidation: 'number',
  /** Chromophore at 420 nm, 1/mm. */
  yellowingPerMm: 'number',
  /** Share 0..1 of lignin and colour left in a wood surface. */
  lignin: 'number',
  crackPerMm: 'number',
  /** Share 0..1 of light that body and wear spread. */
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
