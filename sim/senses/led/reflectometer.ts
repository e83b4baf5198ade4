import { noise as noiseOf } from '../../kernel/random/noise.ts';
import { type DrawKey, drawKeys, normalAt, uniformAt } from '../../kernel/random/random.ts';
import type { ItemState } from '../../materials/item.ts';
import type { Instrument } from '../interface/sense.ts';
import { ItemOptics } from '../optics/reflectance.ts';
import { type AnswerGrid, ambientShares, answerGrid, answerTo, type Emission, emissionOf } from './bands.ts';
import { whiteUaOf } from './currents.ts';
import { currentNoiseUa } from './noise.ts';
import type { LedState } from './state.ts';

const PURPOSES = ['backing', 'geometry', 'place', 'temperature', 'ambient', 'noise', 'unit'] as const;
type Keys = Readonly<Record<(typeof PURPOSES)[number], DrawKey>>;

/** One LED of a unit as it was when the white reference was taken. */
interface UnitLed {
  readonly emission: Emission;
  /** What the photodiode makes of a watt of it from a white surface, A/W, and the current then, uA. */
  readonly whiteAnswer: number;
  readonly whiteUa: number;
  /** Share of its power that it has lost by age. */
  readonly lost: number;
}

/** What all looks of one board share, and the columns of the look. */
interface Board {
  readonly state: LedState;
  readonly grid: AnswerGrid;
  readonly leds: readonly UnitLed[];
  readonly ambient: Float64Array;
  readonly reflectance: Float64Array;
}

/** How one item lies in front of the board. */
interface Pose {
  /** Light that comes back against that of the white reference. */
  readonly gain: number;
  /** Glint and haze of the window, in reflectance. */
  readonly offset: number;
}

/**
 * Board of LEDs that are lit one after the other around one photodiode: reading = (signal - dark) / (white - dark), in currents.
 * What LED, photodiode and amplifier share with the white reference cancels; what has changed since stays. It keeps the last board
 * and its columns, so each owner makes its own; a reading is all the same a pure function of hidden state, board and seed.
 */
export class LedReflectometer implements Instrument<LedState> {
  readonly #keys: Keys;
  readonly #itemOptics = new ItemOptics();
  #board: Board | null = null;

  /** `seed` names all draws of its looks. */
  constructor(seed: number) {
    this.#keys = drawKeys(seed, 0, 'sensing/led', PURPOSES);
  }

  /**
   * What the board reads from an item: [LEDs] reflectance 0..1, every draw keyed by (seed, item, purpose). `noise` false
   * leaves out the noise of detector, converter and drivers only.
   */
  render(item: ItemState, state: LedState, noise = true): Float32Array {
    const { itemId } = item;
    const keys = this.#keys;
    const { grid, leds, ambient, reflectance } = this.#boardOf(state);
    this.#see(item, state, grid, reflectance);
    const ambientUa = state.ambientUa * uniformAt(keys.ambient, itemId) * weighted(ambient, reflectance);
    const answers = reflectance;
    for (let i = 0; i < answers.length; i++) answers[i]! *= grid.responsivity[i]!;
    const pose = poseOf(itemId, state, keys.geometry);
    const warmerK = state.warmerK + state.temperatureSpreadK * normalAt(keys.temperature, itemId);
    const gaussians = noiseOf(keys.noise, itemId);
    return Float32Array.from(leds, (led, k) => {
      const drive = gaussians.gaussian();
      const detector = gaussians.gaussian();
      // An error of the unit may move a narrow LED out of what the photodiode answers: nothing is read then.
      if (led.whiteAnswer === 0) return 0;
      const place = Math.exp(state.placeSpread * normalAt(keys.place, itemId, k));
      const seen = answerTo(warmer(led.emission, state, warmerK), grid, answers) / led.whiteAnswer;
      const back = pose.gain * place * seen + pose.offset;
      const power = state.deadLeds.includes(k) ? 0 : powerOf(led, state, warmerK);
      const litUa = led.whiteUa * power * back * (noise ? 1 + state.driveSpread * drive : 1);
      let currentUa = measuredUa(litUa, ambientUa, state);
      if (noise) currentUa += currentNoiseUa(litUa, ambientUa, state) * detector;
      return Math.min(Math.max(currentUa / (led.whiteUa * (1 - state.whiteLoss)), 0), 1);
    });
  }

  /** Reflectance of the item on the grid of the board, with what of the spot misses it. */
  #see(item: ItemState, state: LedState, grid: AnswerGrid, reflectance: Float64Array): void {
    const { backing, geometry } = this.#keys;
    const [lowest, highest] = state.backing;
    const behind = lowest + (highest - lowest) * uniformAt(backing, item.itemId);
    this.#itemOptics.reflectance(item, grid.wavelengthsNm, behind, reflectance);
    // A spot that misses the item is rare: small most of the time (square of a uniform number).
    const miss = uniformAt(geometry, item.itemId, 0);
    const spill = state.spillMax * miss * miss;
    if (spill === 0) return;
    for (let i = 0; i < reflectance.length; i++) reflectance[i]! += spill * (behind - reflectance[i]!);
  }

  #boardOf(state: LedState): Board {
    if (this.#board?.state !== state) this.#board = openBoard(state, this.#keys.unit, this.#board);
    return this.#board;
  }
}

/** The board with the errors of its unit; what belongs to the photodiode is taken from the last board where that has the same one. */
function openBoard(state: LedState, unit: DrawKey, last: Board | null): Board {
  const same =
    last !== null &&
    last.state.responsivityNm === state.responsivityNm &&
    last.state.responsivityAPerW === state.responsivityAPerW &&
    last.state.ambientTempK === state.ambientTempK;
  const grid = same ? last.grid : answerGrid(state);
  const ambient = same ? last.ambient : ambientShares(grid, state.ambientTempK);
  const reflectance = same ? last.reflectance : new Float64Array(grid.wavelengthsNm.length);
  const leds = state.centresNm.map((centreNm, k): UnitLed => {
    const error = (index: number) => (state.unit === 0 ? 0 : normalAt(unit, state.unit, 3 * k + index));
    const peakNm = centreNm + state.centreSpreadNm * error(0);
    const emission = emissionOf(peakNm, state.widthsNm[k]!, state.shortSideShare);
    const whiteAnswer = answerTo(emission, grid, grid.responsivity);
    const power = Math.exp(state.powerSpread * error(1));
    const lost =
      state.ageLoss * state.ledAge * Math.exp(state.ageSpread * normalAt(unit, state.unit, 3 * k + 2));
    return {
      emission,
      whiteAnswer,
      whiteUa: whiteUaOf(state, k, whiteAnswer) * power,
      lost: Math.min(lost, 1),
    };
  });
  return { state, grid, leds, ambient, reflectance };
}

/** How the item lies: the white reference touches the stop, so an item is as near or farther away, never nearer. */
function poseOf(itemId: number, state: LedState, geometry: DrawKey): Pose {
  const { distanceMm, spotRadiusMm, windowDirt } = state;
  const awayMm = distanceMm + state.distanceSpreadMm * Math.abs(normalAt(geometry, itemId, 1));
  const spread2 = spotRadiusMm * spotRadiusMm;
  const gain = (distanceMm * distanceMm + spread2) / (awayMm * awayMm + spread2);
  const glint = uniformAt(geometry, itemId, 2);
  const offset = state.specularMax * glint * glint + HAZE * windowDirt;
  return { gain: gain * (1 - windowDirt), offset };
}

/** Reflectance that a window adds where all of it is covered (choice, as for the spectrometer). */
const HAZE = 0.05;

/** The spectrum of an LED that is warmer than at the white reference. */
function warmer(emission: Emission, { centreDriftNmPerK }: LedState, warmerK: number): Emission {
  const { peakNm } = emission;
  return { ...emission, peakNm: peakNm + centreDriftNmPerK * (peakNm / 1000) * warmerK };
}

/** Power of an LED against that at the white reference. */
function powerOf({ lost }: UnitLed, { powerDriftPerK }: LedState, warmerK: number): number {
  return Math.max(0, 1 + powerDriftPerK * warmerK) * (1 - lost);
}

/** Reading with the LED lit less that of the pause, uA; the converter cuts off what is above its full scale. */
function measuredUa(litUa: number, ambientUa: number, state: LedState): number {
  const on = Math.min(litUa + ambientUa + state.darkDriftUa, state.fullScaleUa);
  return on - Math.min(ambientUa * (1 - state.ambientLeft), state.fullScaleUa);
}

function weighted(shares: Float64Array, values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < shares.length; i++) sum += shares[i]! * values[i]!;
  return sum;
}
