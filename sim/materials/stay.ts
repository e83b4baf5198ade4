import type { SoilType } from '../record/item-state.ts';
import raw from './data/places.json' with { type: 'json' };

/** A time spent under one constant climate; a life is a list of stays. */
export interface Stay {
  /** Id of places.json, for people; the numbers below rule. */
  readonly place: string;
  readonly durationS: number;
  readonly tempK: number;
  /** Relative humidity 0..1. */
  readonly rh: number;
  /** Mean UV 300-400 nm over day and night, W/m2. */
  readonly uvWPerM2: number;
  /** Share of the time with a wet surface, 0..1. */
  readonly wetFraction: number;
  /** Handling, folding, washing or wearing cycles a year. */
  readonly cyclesPerYear: number;
  /** ISO 9223 class as a number: 1 = C1 ... 6 = CX. */
  readonly corrosivity: number;
  readonly soilGPerM2PerYear: number;
  /** First-order cleaning rate by washing and rain, 1/yr. */
  readonly washPerYear: number;
  readonly soilType: SoilType;
}

export interface Environment {
  readonly tempK: number;
  readonly tempSpreadK: number;
  readonly rh: number;
  readonly uvWPerM2: number;
  readonly uvSpreadLn: number;
  readonly wetFraction: number;
  readonly cyclesPerYear: number;
  readonly corrosivity: number;
  readonly soilGPerM2PerYear: number;
  readonly washPerYear: number;
  readonly soilTypes: readonly SoilType[];
  readonly source: string;
}

export const environments = raw.places as Readonly<Record<string, Environment>>;

export const YEAR_S = 31_557_600; // Julian year, IAU
export const DAY_S = 86_400;

/** The mean climate of a place for a duration in seconds; throws for an unknown place. */
export function stayAt(placeId: string, durationS: number): Stay {
  const place = environments[placeId];
  if (!place)
    throw new Error(`unknown place "${placeId}"; places.json has ${Object.keys(environments).join(', ')}`);
  return {
    place: placeId,
    durationS,
    tempK: place.tempK,
    rh: place.rh,
    uvWPerM2: place.uvWPerM2,
    wetFraction: place.wetFraction,
    cyclesPerYear: place.cyclesPerYear,
    corrosivity: place.corrosivity,
    soilGPerM2PerYear: place.soilGPerM2PerYear,
    washPerYear: place.washPerYear,
    soilType: place.soilTypes[0]!,
  };
}
