import data from './instruments.json' with { type: 'json' };

/** Near-infrared instruments as data; where the figures come from is said there. */

export type InstrumentName = 'ingaas-1.7' | 'extended';

export interface Instrument {
  readonly name: InstrumentName;
  /** Range in which the detector answers, nm. */
  readonly rangeNm: readonly [number, number];
  /** Default band centres: from, to, count. */
  readonly fromNm: number;
  readonly toNm: number;
  readonly bands: number;
  readonly slitFwhmNm: number;
  /** Range in which the noise is nominal, nm; outside it grows to `edgeNoise` times at the end of the range. */
  readonly quietNm: readonly [number, number];
  readonly edgeNoise: number;
  /** Noise of reflectance: sqrt(noiseFloor^2 + noiseShot^2 R). */
  readonly noiseFloor: number;
  readonly noiseShot: number;
  /** Energy of lamp and electronics for one look, J, its share of glowing between looks included, and time of the look itself, us. */
  readonly lookEnergyJ: number;
  readonly lookTimeUs: number;
}

// JSON has no pairs, only lists.
export const INSTRUMENTS = data.instruments as unknown as Readonly<Record<InstrumentName, Instrument>>;

/** Finds an instrument by name; throws with the names that exist. */
export function instrumentByName(name: string): Instrument {
  for (const known of Object.values(INSTRUMENTS)) if (known.name === name) return known;
  const names = Object.keys(INSTRUMENTS).join(', ');
  throw new Error(`spectrometer: instrument must be one of ${names}; got '${name}'`);
}
