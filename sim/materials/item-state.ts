import type { Pigments, Shape } from './material.ts';
import type { SoilType } from './stay.ts';

/**
 * Everything that is true of one item, known to nobody in the twin. The three senses, the value of every action and
 * the grade follow from this record alone. Flat plain data: it survives JSON.
 */
export interface ItemState extends Pigments {
  readonly itemId: number;
  readonly materialId: string;
  readonly shape: Shape;

  // form
  readonly lengthM: number;
  readonly widthM: number;
  /** One wall. */
  readonly thicknessM: number;
  readonly wallCount: number;
  /** Share of solid in the volume: 1 = solid, 0.03 = foam. */
  readonly relativeDensity: number;
  readonly massKg: number;
  /** 0 = as made, 1 = crushed to a ball. */
  readonly crumple: number;
  /** How it lies on the belt. */
  readonly yawRad: number;
  readonly pitchRad: number;
  readonly labelCover: number;
  /** Label colour, sRGB 0..1. */
  readonly labelRed: number;
  readonly labelGreen: number;
  readonly labelBlue: number;
  /** Name of the colour recipe, for people. */
  readonly colour: string;

  // optics of the clean, new body
  /** Kubelka-Munk scattering at 1300 nm without pigments, 1/cm; S(l) = S(1300) (1300/l)^p. */
  readonly scatterPerCm: number;
  readonly scatterExponent: number;
  /** Absorption of this very piece against the tabulated curve, about 1. */
  readonly alphaScale: number;
  /** Share 0..1 of the second absorption curve of the substance. */
  readonly blendShare: number;
  readonly talcPct: number;
  readonly crystallinity: number;
  /** Lacquer on metal, um. */
  readonly coatingUm: number;

  // what use and weather did; irreversible
  /** Carbonyl index of photo-oxidation, 1 = embrittled; for paper and textiles the share bleached or yellowed. */
  readonly oxidation: number;
  /** Chromophore at 420 nm, 1/mm. */
  readonly yellowingPerMm: number;
  /** Share 0..1 of lignin and colour left in a wood surface. */
  readonly lignin: number;
  readonly crackPerMm: number;
  /** Share 0..1 of light that wear scatters. */
  readonly haze: number;
  /** Surface wear 0..1: scratches, fibre loss, dents. */
  readonly wear: number;
  readonly roughnessUm: number;
  readonly corrosionUm: number;
  readonly corrosionKind: 'none' | 'rust' | 'white' | 'patina' | 'tarnish';
  /** Chain length left, 0..1: no sensor sees it. */
  readonly chainRatio: number;
  readonly plasticiserLoss: number;
  readonly delaminationUm: number;
  /** The one damage scale 0..1; states are its tenths. */
  readonly damage: number;
  readonly ageYears: number;

  // what comes and goes
  readonly moistureKgPerKg: number;
  readonly waterFilmUm: number;
  readonly soilGPerM2: number;
  readonly soilType: SoilType;
  readonly tempK: number;

  // what further ageing needs
  readonly oxidationDose: number;
  readonly greyingDose: number;
  readonly wearDose: number;
  readonly corrosionDose: number;
  readonly chainDose: number;
  readonly delaminationDose: number;
  readonly oxidationSensitivity: number;
  readonly greyingSensitivity: number;
  readonly wearSensitivity: number;
  readonly corrosionSensitivity: number;
  readonly chainSensitivity: number;
  readonly delaminationSensitivity: number;
  readonly freshRoughnessUm: number;
}
