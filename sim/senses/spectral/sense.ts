import type { SenseModel } from '../interface/sense.ts';
import type { InstrumentName } from './presets.ts';
import { Spectrometer } from './spectrometer.ts';
import {
  defaultSpectrometer,
  SPECTRAL_RULES,
  type SpectrometerState,
  spectralCost,
  wavelengthsOf,
} from './state.ts';

/**
 * Spectrometer with lamp and probe, EUR: an InGaAs array to 1.7 um 3000-10 000; a laboratory instrument to 2.5 um 20 000-60 000
 * (memory).
 */
const INSTRUMENT_EUR: Readonly<Record<InstrumentName, number>> = { 'ingaas-1.7': 5000, extended: 35_000 };

/** What a near-infrared spectrometer reads: reflectance by band. */
export const spectral: SenseModel<SpectrometerState> = {
  name: 'spectral',
  title: 'Spectrum',
  fresh: defaultSpectrometer,
  ...SPECTRAL_RULES,
  cost: spectralCost,
  partsEur: ({ instrument }) => INSTRUMENT_EUR[instrument],
  worn: (state, { dirt }) => ({ ...state, windowDirt: Math.min(1, state.windowDirt + dirt) }),
  tested(condition) {
    const good = defaultSpectrometer();
    return condition === 'shifted'
      ? { ...good, windowDirt: 0.15, axisOffsetNm: good.axisOffsetNm + 2, gainSpread: 0.1 }
      : { ...good, deadBands: [30, 31, 32, 33, 34, 35] };
  },
  shape: ({ bands }) => [bands],
  input: { kind: 'vector', variate: true, hidden: 256, features: 128 },
  drawing: (state) => ({
    kind: 'curve',
    xs: Array.from(wavelengthsOf(state)),
    xLabel: 'nm',
    yLabel: 'reflectance',
  }),
  open(seed) {
    const spectrometer = new Spectrometer(seed);
    return { render: (item, state, noise = true) => spectrometer.render(item, state, undefined, noise) };
  },
};
