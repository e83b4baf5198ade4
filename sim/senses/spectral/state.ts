import type { Cost } from '../../record/frames.ts';
import { beyondProblems, type StateRules, stateProblems } from '../interface/problems.ts';
import type { StateProblem } from '../interface/sense.ts';
import { INSTRUMENTS, type Instrument, type InstrumentName, instrumentByName } from './presets.ts';
import raw from './ranges.json' with { type: 'json' };

/** State of a diffuse-reflectance spectrometer: what its grid is and what is wrong with this unit. */
export interface SpectrometerState
  extends Pick<Instrument, 'fromNm' | 'toNm' | 'bands' | 'slitFwhmNm' | 'noiseFloor' | 'noiseShot'> {
  readonly instrument: InstrumentName;
  /** Axis error of this unit: a band at l is read at l + offset + scale (l - 1300). */
  readonly axisOffsetNm: number;
  readonly axisScale: number;
  /** Axis error that changes from look to look (temperature, reseating), standard deviation in nm. */
  readonly axisJitterNm: number;
  /** Share of light that reaches the wrong band, 0..1. */
  readonly strayShare: number;
  /** Relative fall of the lamp from the first to the last band of the grid since the white reference, 0 = fresh reference. */
  readonly lampSlope: number;
  /** Fringes that the white reference does not take out (windows, fibres and lamp are thin plates to light): relative deviation. */
  readonly rippleShare: number;
  /** Share of the window covered by dust, 0..1: takes signal and adds a flat haze of 0.05 in reflectance where all is covered (choice). */
  readonly windowDirt: number;
  /** Reflectance of what lies behind the item: lowest and highest. */
  readonly backing: readonly [number, number];
  /** Spread of distance and tilt: gain exp(-spread |z|), z standard normal, and highest specular offset. */
  readonly gainSpread: number;
  readonly specularMax: number;
  /** Share of the measured spot that misses the item and sees the backing: highest value. */
  readonly spillMax: number;
  /** Bands that answer nothing (index), and the level at which the detector saturates (reflectance units). */
  readonly deadBands: readonly number[];
  readonly saturation: number;
  /** Energy of lamp and electronics for one look, J. */
  readonly lookEnergyJ: number;
}

/** A spectrometer of the named instrument in good order; `overrides` replaces single fields (checked against the range). */
export function spectrometerOf(name: string, overrides: Partial<SpectrometerState> = {}): SpectrometerState {
  const preset = instrumentByName(name);
  const state: SpectrometerState = {
    instrument: preset.name,
    fromNm: preset.fromNm,
    toNm: preset.toNm,
    bands: preset.bands,
    slitFwhmNm: preset.slitFwhmNm,
    axisOffsetNm: 0,
    axisScale: 0,
    axisJitterNm: 1,
    noiseFloor: preset.noiseFloor,
    noiseShot: preset.noiseShot,
    strayShare: 0.002,
    lampSlope: 0,
    rippleShare: 0,
    windowDirt: 0,
    backing: [0.05, 0.6],
    gainSpread: 0.15,
    specularMax: 0.04,
    spillMax: 0,
    deadBands: [],
    saturation: 1.2,
    lookEnergyJ: preset.lookEnergyJ,
    ...overrides,
  };
  const problems = stateProblems(SPECTRAL_RULES, state);
  if (problems.length === 0) return state;
  const [lowest, highest] = preset.rangeNm;
  const words = problems.map(({ message, got, cure }) => `${message}, got ${String(got)}. ${cure}`);
  throw new Error(
    `spectrometer '${name}': answers ${lowest}-${highest} nm, got ${state.fromNm}-${state.toNm} nm: ${words.join('; ')}`,
  );
}

/** The spectrometer of the default sorting cell: `ingaas-1.7`, 128 bands from 900 to 1700 nm. */
export function defaultSpectrometer(): SpectrometerState {
  return spectrometerOf('ingaas-1.7');
}

/** Energy and time of one look. */
export function spectralCost(spectrometer: SpectrometerState): Cost {
  const { lookTimeUs } = instrumentByName(spectrometer.instrument);
  return { energyJ: spectrometer.lookEnergyJ, timeUs: lookTimeUs };
}

/** What a spectrometer can be; `problems` sees wavelengths that do not ascend or that the instrument does not answer. */
export const SPECTRAL_RULES: StateRules<SpectrometerState> = {
  ranges: raw.ranges,
  choices: { instrument: Object.keys(INSTRUMENTS) },
  problems: (state) => [
    ...axisProblems(state),
    ...backingProblems(state),
    ...beyondProblems('deadBands', state.deadBands, state.bands, 'bands'),
  ],
};

function axisProblems({ instrument, fromNm, toNm }: SpectrometerState): StateProblem[] {
  const [lowest, highest] = instrumentByName(instrument).rangeNm;
  const other = instrument === 'extended' ? '' : ", or take the instrument 'extended' (400-2500 nm)";
  const problems: StateProblem[] = [];
  const add = (key: string, message: string, got: number, cure: string) =>
    problems.push({ key, message, got, cure });
  if (fromNm < lowest) add('fromNm', `${instrument} measures from ${lowest} nm`, fromNm, `Raise it${other}`);
  if (toNm > highest) add('toNm', `${instrument} measures up to ${highest} nm`, toNm, `Lower it${other}`);
  if (fromNm >= toNm) add('toNm', 'wavelengths must ascend', toNm, `Set it above fromNm, which is ${fromNm}`);
  return problems;
}

function backingProblems({ backing }: SpectrometerState): StateProblem[] {
  const [lowest, highest] = backing;
  if (lowest <= highest) return [];
  const message = 'the lowest reflectance must not lie above the highest';
  return [{ key: 'backing', message, got: backing, cure: 'Swap them' }];
}

/** Nominal band centres in nm, evenly spaced from `fromNm` to `toNm`. */
export function wavelengthsOf({ fromNm, toNm, bands }: SpectrometerState): Float64Array {
  const step = (toNm - fromNm) / (bands - 1);
  return Float64Array.from({ length: bands }, (_, i) => fromNm + i * step);
}
