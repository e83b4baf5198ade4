/** Near-infrared instruments as data. Figures: materials.md 6.3 (from memory there unless marked). */

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
  /** Energy of lamp and electronics for one look, J, and time, us (lamp 20 W and 50 ms: estimate). */
  readonly lookEnergyJ: number;
  readonly lookTimeUs: number;
}

export const INSTRUMENTS: Readonly<Record<InstrumentName, Instrument>> = {
  'ingaas-1.7': {
    name: 'ingaas-1.7',
    rangeNm: [900, 1700],
    fromNm: 900,
    toNm: 1700,
    bands: 128,
    slitFwhmNm: 10,
    quietNm: [950, 1650],
    edgeNoise: 5,
    noiseFloor: 6e-4,
    noiseShot: 1e-3,
    lookEnergyJ: 1,
    lookTimeUs: 50_000,
  },
  // A laboratory instrument that averages scans: Knaeps spectra show a noise of 4e-5 to 1e-4 at 1 nm (measured).
  extended: {
    name: 'extended',
    rangeNm: [400, 2500],
    fromNm: 1000,
    toNm: 1900,
    bands: 181,
    slitFwhmNm: 8,
    quietNm: [500, 2400],
    edgeNoise: 5,
    noiseFloor: 1.5e-4,
    noiseShot: 1.5e-4,
    lookEnergyJ: 2,
    lookTimeUs: 100_000,
  },
};

/** Finds an instrument by name; throws with the names that exist. */
export function instrumentByName(name: string): Instrument {
  for (const known of Object.values(INSTRUMENTS)) if (known.name === name) return known;
  const names = Object.keys(INSTRUMENTS).join(', ');
  throw new Error(`spectrometer: instrument must be one of ${names}; got '${name}'`);
}
