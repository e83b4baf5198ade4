import { type Pigments, pigments } from '../record/item-state.ts';
import type { Shape } from '../record/shape.ts';

/**
 * What a material is: a substance (what it is made of) in a look (what the eye sees of it).
 * Materials that share a look differ to the camera by what the substance makes of it (appearance.ts), as far as the dial
 * `lookCoupling` lets it: at 0 they are identical and only the other senses can part them.
 */

/** How far a number can be trusted. */
export type Doubt = 'measured' | 'table' | 'derived' | 'memory' | 'estimate';

/** A range that items are drawn from, [low, high]. */
export type Range = readonly [number, number];

/** One number of the catalogue with everything that is known about it. */
export interface SourcedValue {
  readonly value: number | Range;
  readonly unit: string;
  readonly source: string;
  readonly doubt: Doubt;
}

export type Family =
  | 'polymer'
  | 'fibre'
  | 'textile'
  | 'metal'
  | 'mineral'
  | 'wood'
  | 'elastomer'
  | 'composite';

export type Texture =
  | 'smooth'
  | 'ribbed'
  | 'creased'
  | 'weave'
  | 'knit'
  | 'fibre'
  | 'flute'
  | 'grain'
  | 'granular'
  | 'brushed'
  | 'spangle'
  | 'beads'
  | 'hide'
  | 'circuit'
  | 'plain';

export type Pigment = keyof Pigments;
export const pigmentNames = Object.keys(pigments) as readonly Pigment[];

/** One colour that a look comes in: its share of the items and its recipe in weight percent. */
export interface Colour {
  readonly name: string;
  readonly share: number;
  readonly pigments: Readonly<Partial<Record<Pigment, Range>>>;
}

/** What the eye sees: form, surface, colours and how they age. */
export interface Look {
  readonly id: string;
  readonly shape: Shape;
  readonly texture: Texture;
  readonly wallCount: 1 | 2;
  readonly lengthM: Range;
  readonly widthM: Range;
  readonly thicknessM: Range;
  /** Share of solid in the volume, 1 = solid, 0.03 = expanded foam. */
  readonly relativeDensity: Range;
  readonly roughnessUm: Range;
  /** Kubelka-Munk scattering at 1300 nm without pigments, 1/cm, and its exponent in (1300/lambda)^p. */
  readonly scatterPerCm: Range;
  readonly scatterExponent: Range;
  readonly colours: readonly Colour[];
  /** Visible absorption of the unpigmented body: an id of the optical tables, `none` for clear polymers. */
  readonly visible: string;
  /** Colour of the clean unpigmented body, sRGB 0..255; white where `visible` is `none`. */
  readonly baseSrgb: readonly [number, number, number];
  /** Probability of a label or print and the share of the surface that it covers. */
  readonly labelShare: number;
  readonly labelCover: Range;
  readonly crumple: Range;
  /** Chromophore at the end of life, 1/mm at 420 nm; haze 0..1; crack density 1/mm. */
  readonly yellowingAtEndPerMm: number;
  readonly hazeAtEnd: number;
  readonly cracksAtEndPerMm: number;
  /** Ids of the laws of kinetics.json that change what can be seen. */
  readonly laws: readonly string[];
  /** Kind of use that the look is made for: an id of places.json. */
  readonly use: string;
}

export interface Optics {
  readonly kind: 'layer' | 'metal' | 'glass';
  /** Near-infrared absorption curves by id of the optical tables; weights sum to 1. */
  readonly bands: readonly { readonly id: string; readonly weight: number }[];
  /** Share of the second curve in an item, drawn per item (0 when there is one curve). */
  readonly blendShare: Range;
  /** Talc filler, wt%. */
  readonly talcPct: Range;
  /** n,k table of the bare metal, or null. */
  readonly metal: string | null;
  /** Real refractive index at 1.3 um. */
  readonly refractiveIndex: number;
  readonly visible: string;
  readonly crystallinity: Range;
  /** Lacquer on metal, um of dry polymer. */
  readonly coatingUm: Range;
}

/** Bulk values at 20 C: kg/m3, W/m/K, J/kg/K, hemispheric 8-14 um emissivity of an opaque clean piece. */
export interface Thermal {
  readonly densityKgPerM3: number;
  readonly conductivityWPerMK: number;
  readonly heatCapacityJPerKgK: number;
  readonly emissivity: number;
  /** Mean 8-14 um absorption, 1/mm: makes thin films transparent. Metals: above 1000. */
  readonly lwAbsorptionPerMm: number;
  /** Row of the computed emissivity-against-thickness table, or null: then one exponential is used. */
  readonly lwTable: string | null;
}

/** What can become of the substance. */
export interface Fate {
  readonly reusable: boolean;
  readonly repairable: boolean;
  readonly recycling: 'high' | 'low' | 'none';
  readonly heatingValueMJPerKg: number;
}

export interface Material {
  readonly id: string;
  readonly name: string;
  /** Polymer, alloy, fibre: `PET`. */
  readonly class: string;
  readonly family: Family;
  readonly substance: string;
  readonly look: Look;
  readonly optics: Optics;
  readonly thermal: Thermal;
  /** Sorption isotherm: `none` or an id of moisture.ts. */
  readonly isotherm: string;
  /** Laws that change what no sensor sees: chain length and strength. */
  readonly hiddenLaws: readonly string[];
  readonly fate: Fate;
  /** Every number with unit, source and doubt, by dotted path. */
  readonly cells: Readonly<Record<string, SourcedValue>>;
}
