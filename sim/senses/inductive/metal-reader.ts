import { type DrawKey, drawKeys, normalAt } from '../../kernel/random/random.ts';
import type { ItemState } from '../../materials/item.ts';
import type { Instrument } from '../interface/sense.ts';
import { type CoilField, fieldOf, ownInductance, windingOhm } from './coil.ts';
import { layersOf } from './conductor.ts';
import { placementOf } from './placement.ts';
import { type Layer, reflectedInductance } from './reflection.ts';
import type { InductiveState } from './state.ts';

/** Resistance and length of the copper winding a kelvin of warming, and with its size its inductance (memory). */
const OHM_PER_K = 0.0039;
const HENRY_PER_K = 3e-5;
/** The frame: endless mild steel (middle of `metals.json`). */
const FRAME: readonly Layer[] = [
  { thicknessM: Number.POSITIVE_INFINITY, conductivitySPerM: 7e6, relativePermeability: 150 },
];

/** What all looks of one winding at one place share. */
interface Winding {
  readonly key: string;
  readonly field: CoilField;
  readonly inductanceH: number;
  readonly resistanceOhm: number;
  /** What the frame adds, as the values of a frame. */
  readonly frame: Float64Array;
}

type Purpose = 'distance' | 'miss' | 'drift' | 'mineral' | 'noise';
const purposes: readonly Purpose[] = ['distance', 'miss', 'drift', 'mineral', 'noise'];

/**
 * Reads the change of the coil's impedance as a share of its reactance: resistance and reactance of each frequency. It keeps the
 * field of the last winding; a reading is all the same a pure function of item, state and seed.
 */
export class MetalReader implements Instrument<InductiveState> {
  readonly #keys: Readonly<Record<Purpose, DrawKey>>;
  readonly #change = { re: 0, im: 0 };
  #winding: Winding | null = null;

  /** `seed` names all draws of its looks. */
  constructor(seed: number) {
    this.#keys = drawKeys(seed, 0, 'sensing/inductive', purposes);
  }

  /** [2 frequencies] shares; `noise` false leaves out the noise of the bridge only. */
  render(item: ItemState, state: InductiveState, noise = true): Float32Array {
    const winding = this.#windingOf(state);
    const values = Float64Array.from(winding.frame);
    this.#addItem(item, state, winding, values);
    this.#addDrift(item.itemId, state, winding, values);
    const { noise: key } = this.#keys;
    if (noise)
      for (let i = 0; i < values.length; i++) values[i]! += state.noiseShare * normalAt(key, item.itemId, i);
    for (const channel of state.deadChannels) values.fill(0, 2 * channel, 2 * channel + 2);
    return Float32Array.from(values);
  }

  #addItem(item: ItemState, state: InductiveState, winding: Winding, values: Float64Array): void {
    const layers = layersOf(item);
    if (layers.length === 0) return;
    const radiusM = (state.innerRadiusM + state.outerRadiusM) / 2;
    const missM = state.missSpreadM * normalAt(this.#keys.miss, item.itemId);
    const bounceM = state.liftOffSpreadM * Math.abs(normalAt(this.#keys.distance, item.itemId));
    const { riseM, coverage, edgePerM } = placementOf(item, radiusM, missM);
    const liftOffM = state.liftOffM + bounceM + riseM;
    const scale = coverage / winding.inductanceH;
    state.frequenciesHz.forEach((hz, i) => {
      reflectedInductance(winding.field, 2 * Math.PI * hz, liftOffM, layers, this.#change, edgePerM);
      // Impedance j omega dL as a share of omega L: the loss is the negative imaginary part.
      values[2 * i]! -= scale * this.#change.im;
      values[2 * i + 1]! += scale * this.#change.re;
    });
  }

  /** What the coil's warmth and the belt add. */
  #addDrift(itemId: number, state: InductiveState, winding: Winding, values: Float64Array): void {
    const warmerK = state.coilDriftK + state.driftSpreadK * normalAt(this.#keys.drift, itemId);
    const mineral = state.mineralSpread * normalAt(this.#keys.mineral, itemId);
    state.frequenciesHz.forEach((hz, i) => {
      const reactanceOhm = 2 * Math.PI * hz * winding.inductanceH;
      values[2 * i]! += (OHM_PER_K * warmerK * winding.resistanceOhm) / reactanceOhm;
      values[2 * i + 1]! += HENRY_PER_K * warmerK + mineral;
    });
  }

  #windingOf(state: InductiveState): Winding {
    const { innerRadiusM, outerRadiusM, heightM, turns, liftOffM, frameM, frameResidue, frequenciesHz } =
      state;
    const parts = [innerRadiusM, outerRadiusM, heightM, turns, liftOffM, frameM, frameResidue, frequenciesHz];
    const key = parts.join(' ');
    if (this.#winding?.key === key) return this.#winding;
    const field = fieldOf(state, Math.min(liftOffM, frameM));
    const inductanceH = ownInductance(state);
    const frame = new Float64Array(2 * frequenciesHz.length);
    frequenciesHz.forEach((hz, i) => {
      reflectedInductance(field, 2 * Math.PI * hz, frameM, FRAME, this.#change);
      frame[2 * i] = (-frameResidue * this.#change.im) / inductanceH;
      frame[2 * i + 1] = (frameResidue * this.#change.re) / inductanceH;
    });
    this.#winding = { key, field, inductanceH, resistanceOhm: windingOhm(state), frame };
    return this.#winding;
  }
}
