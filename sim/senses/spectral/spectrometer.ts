import { noise as noiseOf } from '../../kernel/random/noise.ts';
import { type DrawKey, drawKey, normalAt, uniformAt } from '../../kernel/random/random.ts';
import type { ItemState } from '../../materials/item.ts';
import type { Cost } from '../../record/frames.ts';
import { reflectance } from '../optics/reflectance.ts';
import { type InstrumentName, instrumentByName } from './presets.ts';

/**
 * Diffuse-reflectance spectrometer: raw = G [Lamp (R (1 - s) + s mean R) + dark] + noise, R_hat = (raw - dark) / (white - dark).
 * Written in reflectance units: what gain, lamp and dark share with the white reference cancels, what has changed since
 * the white reference stays (slope), and so do geometry, slit, axis error, stray light and noise.
 */
export interface SpectrometerState {
  readonly instrument: InstrumentName;
  readonly fromNm: number;
  readonly toNm: number;
  readonly bands: number;
  readonly slitFwhmNm: number;
  /** Axis error of this unit: a band at l is read at l + offset + scale (l - 1300). */
  readonly axisOffsetNm: number;
  readonly axisScale: number;
  /** Axis error that changes from look to look (temperature, reseating), standard deviation in nm. */
  readonly axisJitterNm: number;
  readonly noiseFloor: number;
  readonly noiseShot: number;
  /** Share of light that reaches the wrong band, 0..1. */
  readonly strayShare: number;
  /** Relative fall of the lamp from the first to the last band of the grid since the white reference, 0 = fresh reference. */
  readonly lampSlope: number;
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
    windowDirt: 0,
    backing: [0.05, 0.6],
    gainSpread: 0.15,
    specularMax: 0.04,
    spillMax: 0,
    deadBands: [],
    saturation: 1.2,
    ...overrides,
  };
  checkRange(state);
  return state;
}

/** The spectrometer of the default sorting cell: `ingaas-1.7`, 128 bands from 900 to 1700 nm. */
export function defaultSpectrometer(): SpectrometerState {
  return spectrometerOf('ingaas-1.7');
}

/** Energy and time of one look. */
export function spectralCost(spectrometer: SpectrometerState): Cost {
  const preset = instrumentByName(spectrometer.instrument);
  return { energyJ: preset.lookEnergyJ, timeUs: preset.lookTimeUs };
}

function checkRange(state: SpectrometerState): void {
  const [lowest, highest] = instrumentByName(state.instrument).rangeNm;
  const where = `spectrometer '${state.instrument}'`;
  if (!(state.bands >= 2) || !Number.isInteger(state.bands)) {
    throw new Error(`${where}: bands must be a whole number >= 2, got ${state.bands}`);
  }
  if (!(state.fromNm < state.toNm)) {
    throw new Error(
      `${where}: wavelengths must ascend, got from ${state.fromNm} to ${state.toNm} nm; swap them`,
    );
  }
  if (state.fromNm < lowest || state.toNm > highest) {
    const cure =
      state.instrument === 'ingaas-1.7' ? "; use 'extended' (400-2500 nm) or a narrower range" : '';
    throw new Error(`${where}: answers ${lowest}-${highest} nm, got ${state.fromNm}-${state.toNm} nm${cure}`);
  }
}

let lastGrid = { fromNm: 0, toNm: 0, bands: 0, wavelengthsNm: new Float64Array(0) };

/** Nominal band centres in nm, evenly spaced from `fromNm` to `toNm` (the last grid is kept: do not write into it). */
export function wavelengthsOf(spectrometer: SpectrometerState): Float64Array {
  const { fromNm, toNm, bands } = spectrometer;
  if (lastGrid.fromNm !== fromNm || lastGrid.toNm !== toNm || lastGrid.bands !== bands) {
    const step = (toNm - fromNm) / (bands - 1);
    const wavelengthsNm = Float64Array.from({ length: bands }, (_, i) => fromNm + i * step);
    lastGrid = { fromNm, toNm, bands, wavelengthsNm };
  }
  return lastGrid.wavelengthsNm;
}

/** Keys of all draws of one seed, by purpose: a draw added for one purpose shifts no other. */
interface Keys {
  readonly backing: DrawKey;
  readonly geometry: DrawKey;
  readonly axis: DrawKey;
  readonly noise: DrawKey;
}

let keysSeed: number | undefined;
let keys: Keys;

function keysOf(seed: number): Keys {
  if (keysSeed !== seed) {
    const of = (purpose: string) => drawKey(seed, 0, 'sensing/spectrometer', purpose);
    keys = { backing: of('backing'), geometry: of('geometry'), axis: of('axis'), noise: of('noise') };
    keysSeed = seed;
  }
  return keys;
}

let shifted = new Float64Array(0);
let ideal = new Float64Array(0);

/**
 * What the spectrometer reads from an item: [bands] reflectance 0..1, every draw keyed by (seed, item, purpose).
 * `noise: false` leaves out detector noise only (the noise-free frame of the same look).
 */
export function renderSpectrum(
  item: ItemState,
  spectrometer: SpectrometerState,
  seed: number,
  out: Float32Array = new Float32Array(spectrometer.bands),
  noise = true,
): Float32Array {
  const { bands } = spectrometer;
  const key = keysOf(seed);
  const wavelengthsNm = wavelengthsOf(spectrometer);
  if (shifted.length !== bands) {
    shifted = new Float64Array(bands);
    ideal = new Float64Array(bands);
  }
  const errorNm = spectrometer.axisOffsetNm + spectrometer.axisJitterNm * normalAt(key.axis, item.itemId);
  for (let i = 0; i < bands; i++) {
    const nm = wavelengthsNm[i]!;
    // A band read at `nm` really lies at nm - error.
    shifted[i] = nm - errorNm - spectrometer.axisScale * (nm - 1300);
  }
  const [lowest, highest] = spectrometer.backing;
  const backing = lowest + (highest - lowest) * uniformAt(key.backing, item.itemId);
  reflectance(item, shifted, backing, ideal);
  collect(item.itemId, spectrometer, key, backing, out);
  if (noise) addNoise(item.itemId, spectrometer, key, wavelengthsNm, out);
  for (const band of spectrometer.deadBands) out[band] = 0;
  for (let i = 0; i < bands; i++)
    out[i] = Math.min(Math.max(out[i]!, 0), Math.min(spectrometer.saturation, 1));
  return out;
}

/** Optics of the instrument: spill, slit, stray light, geometry, lamp slope and window dirt, from `ideal` into `out`. */
function collect(
  itemId: number,
  spectrometer: SpectrometerState,
  key: Keys,
  backing: number,
  out: Float32Array,
): void {
  const { bands } = spectrometer;
  // A spot that misses the item and a glint are rare: small most of the time (squares of uniform numbers).
  const miss = uniformAt(key.geometry, itemId, 0);
  const spill = spectrometer.spillMax * miss * miss;
  // The white reference lies flat and near: an item that is tilted or farther away sends less light, never more.
  const gain = Math.exp(-spectrometer.gainSpread * Math.abs(normalAt(key.geometry, itemId, 1)));
  const glint = uniformAt(key.geometry, itemId, 2);
  const specular = spectrometer.specularMax * glint * glint;
  let mean = 0;
  for (let i = 0; i < bands; i++) {
    ideal[i]! += spill * (backing - ideal[i]!);
    mean += ideal[i]!;
  }
  mean /= bands;
  slit(spectrometer, out);
  const direct = 1 - spectrometer.strayShare;
  const clean = 1 - spectrometer.windowDirt;
  for (let i = 0; i < bands; i++) {
    const lamp = 1 - spectrometer.lampSlope * (i / (bands - 1));
    const seen = direct * out[i]! + spectrometer.strayShare * mean;
    out[i] = gain * lamp * clean * seen + specular + 0.05 * spectrometer.windowDirt;
  }
}

/** Convolves `ideal` with a Gaussian slit of the given width into `out`; the ends repeat. */
function slit(spectrometer: SpectrometerState, out: Float32Array): void {
  const { bands } = spectrometer;
  const stepNm = (spectrometer.toNm - spectrometer.fromNm) / (bands - 1);
  const sigma = spectrometer.slitFwhmNm / FWHM_PER_SIGMA / stepNm;
  const reach = Math.min(Math.ceil(2.5 * sigma), bands - 1);
  let total = 1;
  const weights = [1];
  for (let j = 1; j <= reach; j++) {
    weights[j] = Math.exp((-0.5 * j * j) / (sigma * sigma));
    total += 2 * weights[j]!;
  }
  for (let i = 0; i < bands; i++) {
    let sum = ideal[i]!;
    for (let j = 1; j <= reach; j++) {
      sum += weights[j]! * (ideal[Math.max(i - j, 0)]! + ideal[Math.min(i + j, bands - 1)]!);
    }
    out[i] = sum / total;
  }
}

/** Full width at half maximum of a Gaussian in standard deviations: 2 sqrt(2 ln 2). */
const FWHM_PER_SIGMA = 2.3548;

function addNoise(
  itemId: number,
  spectrometer: SpectrometerState,
  key: Keys,
  wavelengthsNm: Float64Array,
  out: Float32Array,
): void {
  const edge = edgeNoiseOf(spectrometer.instrument, wavelengthsNm);
  const floor2 = spectrometer.noiseFloor * spectrometer.noiseFloor;
  const shot2 = spectrometer.noiseShot * spectrometer.noiseShot;
  const gaussians = noiseOf(key.noise, itemId);
  for (let i = 0; i < out.length; i++) {
    const sigma = Math.sqrt(floor2 + shot2 * Math.max(out[i]!, 0)) * edge[i]!;
    out[i] = out[i]! + sigma * gaussians.gaussian();
  }
}

let lastEdge: { instrument: string; wavelengthsNm: Float64Array; factors: Float64Array } = {
  instrument: '',
  wavelengthsNm: new Float64Array(0),
  factors: new Float64Array(0),
};

/** Edge noise of each band; kept for the last grid, since all items of a run are seen on one. */
function edgeNoiseOf(instrument: InstrumentName, wavelengthsNm: Float64Array): Float64Array {
  if (lastEdge.instrument !== instrument || lastEdge.wavelengthsNm !== wavelengthsNm) {
    const preset = instrumentByName(instrument);
    lastEdge = { instrument, wavelengthsNm, factors: wavelengthsNm.map((nm) => edgeNoise(preset, nm)) };
  }
  return lastEdge.factors;
}

/** How much larger the noise is at `nm` than in the quiet range (1 there, growing linearly to `edgeNoise` at the ends). */
function edgeNoise(preset: ReturnType<typeof instrumentByName>, nm: number): number {
  const [low, high] = preset.quietNm;
  const [from, to] = preset.rangeNm;
  const outside = nm < low ? (low - nm) / (low - from) : nm > high ? (nm - high) / (to - high) : 0;
  return 1 + (preset.edgeNoise - 1) * outside;
}
