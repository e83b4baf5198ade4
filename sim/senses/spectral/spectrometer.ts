import { noise as noiseOf } from '../../kernel/random/noise.ts';
import { type DrawKey, drawKeys, normalAt, uniformAt } from '../../kernel/random/random.ts';
import type { ItemState } from '../../materials/item.ts';
import { ItemOptics } from '../optics/reflectance.ts';
import { instrumentByName } from './presets.ts';
import { type SpectrometerState, wavelengthsOf } from './state.ts';

/** What all looks on one grid share. */
interface Grid {
  readonly instrument: string;
  readonly fromNm: number;
  readonly toNm: number;
  readonly wavelengthsNm: Float64Array;
  /** How much larger the noise of each band is than in the quiet range. */
  readonly edge: Float64Array;
  /** Where the bands really lie in this look, nm, and what an ideal instrument would read there. */
  readonly shiftedNm: Float64Array;
  readonly ideal: Float64Array;
}

function gridOf(state: SpectrometerState): Grid {
  const { instrument, fromNm, toNm, bands } = state;
  const preset = instrumentByName(instrument);
  const wavelengthsNm = wavelengthsOf(state);
  const edge = wavelengthsNm.map((nm) => edgeNoise(preset, nm));
  const columns = { shiftedNm: new Float64Array(bands), ideal: new Float64Array(bands) };
  return { instrument, fromNm, toNm, wavelengthsNm, edge, ...columns };
}

/**
 * Diffuse-reflectance spectrometer: raw = G [Lamp (R (1 - s) + s mean R) + dark] + noise, R_hat = (raw - dark) / (white - dark).
 * Written in reflectance units: what gain, lamp and dark share with the white reference cancels, what has changed since
 * the white reference stays (slope), and so do geometry, slit, axis error, stray light and noise. It keeps the last grid and its
 * columns, so each owner makes its own; a spectrum is all the same a pure function of hidden state, instrument and seed.
 */
export class Spectrometer {
  readonly #keys: Readonly<Record<'backing' | 'geometry' | 'axis' | 'noise' | 'ripple', DrawKey>>;
  readonly #itemOptics = new ItemOptics();
  #grid: Grid | null = null;

  /** `seed` names all draws of its looks. */
  constructor(seed: number) {
    this.#keys = drawKeys(seed, 0, 'sensing/spectrometer', [
      'backing',
      'geometry',
      'axis',
      'noise',
      'ripple',
    ]);
  }

  /**
   * What the spectrometer reads from an item: [bands] reflectance 0..1, every draw keyed by (seed, item, purpose).
   * `noise: false` leaves out detector noise only (the noise-free frame of the same look).
   */
  render(
    item: ItemState,
    spectrometer: SpectrometerState,
    out: Float32Array = new Float32Array(spectrometer.bands),
    noise = true,
  ): Float32Array {
    const { bands } = spectrometer;
    const keys = this.#keys;
    const { wavelengthsNm, shiftedNm, ideal, edge } = this.#onGrid(spectrometer);
    const errorNm = spectrometer.axisOffsetNm + spectrometer.axisJitterNm * normalAt(keys.axis, item.itemId);
    for (let i = 0; i < bands; i++) {
      const nm = wavelengthsNm[i]!;
      // A band read at `nm` really lies at nm - error.
      shiftedNm[i] = nm - errorNm - spectrometer.axisScale * (nm - 1300);
    }
    const [lowest, highest] = spectrometer.backing;
    const backing = lowest + (highest - lowest) * uniformAt(keys.backing, item.itemId);
    this.#itemOptics.reflectance(item, shiftedNm, backing, ideal);
    collect(item.itemId, spectrometer, keys.geometry, backing, ideal, out);
    if (spectrometer.rippleShare > 0) addRipple(item.itemId, spectrometer, keys.ripple, shiftedNm, out);
    if (noise) addNoise(item.itemId, spectrometer, keys.noise, edge, out);
    for (const band of spectrometer.deadBands) out[band] = 0;
    for (let i = 0; i < bands; i++)
      out[i] = Math.min(Math.max(out[i]!, 0), Math.min(spectrometer.saturation, 1));
    return out;
  }

  #onGrid(state: SpectrometerState): Grid {
    const last = this.#grid;
    const { instrument, fromNm, toNm, bands } = state;
    if (
      last?.instrument === instrument &&
      last.fromNm === fromNm &&
      last.toNm === toNm &&
      last.wavelengthsNm.length === bands
    )
      return last;
    this.#grid = gridOf(state);
    return this.#grid;
  }
}

/** Optics of the instrument: spill, slit, stray light, geometry, lamp slope and window dirt, from `ideal` (which it changes) into `out`. */
function collect(
  itemId: number,
  spectrometer: SpectrometerState,
  geometry: DrawKey,
  backing: number,
  ideal: Float64Array,
  out: Float32Array,
): void {
  const { bands } = spectrometer;
  // A spot that misses the item and a glint are rare: small most of the time (squares of uniform numbers).
  const miss = uniformAt(geometry, itemId, 0);
  const spill = spectrometer.spillMax * miss * miss;
  // The white reference lies flat and near: an item that is tilted or farther away sends less light, never more.
  const gain = Math.exp(-spectrometer.gainSpread * Math.abs(normalAt(geometry, itemId, 1)));
  const glint = uniformAt(geometry, itemId, 2);
  const specular = spectrometer.specularMax * glint * glint;
  let mean = 0;
  for (let i = 0; i < bands; i++) {
    ideal[i]! += spill * (backing - ideal[i]!);
    mean += ideal[i]!;
  }
  mean /= bands;
  slit(spectrometer, ideal, out);
  const direct = 1 - spectrometer.strayShare;
  const clean = 1 - spectrometer.windowDirt;
  for (let i = 0; i < bands; i++) {
    const lamp = 1 - spectrometer.lampSlope * (i / (bands - 1));
    const seen = direct * out[i]! + spectrometer.strayShare * mean;
    out[i] = gain * lamp * clean * seen + specular + 0.05 * spectrometer.windowDirt;
  }
}

/** Convolves `ideal` with a Gaussian slit of the given width into `out`; the ends repeat. */
function slit(spectrometer: SpectrometerState, ideal: Float64Array, out: Float32Array): void {
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

/** Fringes of a look: how many plates make them, their shortest period and how far periods go in a look and from look to look, nm (choices). */
const RIPPLE = { waves: 8, shortestNm: 10, wider: 8, spread: 4 } as const;

/** Multiplies by fringes of several plates of unlike thickness. A look has its own, as they move with warmth and seating. */
function addRipple(
  itemId: number,
  { rippleShare }: SpectrometerState,
  key: DrawKey,
  nm: Float64Array,
  out: Float32Array,
): void {
  const { waves, shortestNm, wider, spread } = RIPPLE;
  const base = shortestNm * Math.exp(uniformAt(key, itemId, 0) * Math.log(wider));
  const each = rippleShare * Math.sqrt(2 / waves);
  for (let wave = 0; wave < waves; wave++) {
    const at = 1 + 3 * wave;
    const turns = (2 * Math.PI) / (base * (1 + (spread - 1) * uniformAt(key, itemId, at)));
    const phase = 2 * Math.PI * uniformAt(key, itemId, at + 1);
    const strength = each * normalAt(key, itemId, at + 2);
    for (let i = 0; i < out.length; i++) out[i] = out[i]! * (1 + strength * Math.cos(nm[i]! * turns + phase));
  }
}

/** Full width at half maximum of a Gaussian in standard deviations: 2 sqrt(2 ln 2). */
const FWHM_PER_SIGMA = 2.3548;

function addNoise(
  itemId: number,
  spectrometer: SpectrometerState,
  noise: DrawKey,
  edge: Float64Array,
  out: Float32Array,
): void {
  const floor2 = spectrometer.noiseFloor * spectrometer.noiseFloor;
  const shot2 = spectrometer.noiseShot * spectrometer.noiseShot;
  const gaussians = noiseOf(noise, itemId);
  for (let i = 0; i < out.length; i++) {
    const sigma = Math.sqrt(floor2 + shot2 * Math.max(out[i]!, 0)) * edge[i]!;
    out[i] = out[i]! + sigma * gaussians.gaussian();
  }
}

/** How much larger the noise is at `nm` than in the quiet range (1 there, growing linearly to `edgeNoise` at the ends). */
function edgeNoise(preset: ReturnType<typeof instrumentByName>, nm: number): number {
  const [low, high] = preset.quietNm;
  const [from, to] = preset.rangeNm;
  const outside = nm < low ? (low - nm) / (low - from) : nm > high ? (nm - high) / (to - high) : 0;
  return 1 + (preset.edgeNoise - 1) * outside;
}
