import { drawKey, normalAt, uniformAt } from '../../../sim/kernel/random/random.ts';
import { type ItemState, makeItem } from '../../../sim/materials/item.ts';
import type { Sense } from '../../../sim/record/frames.ts';
import { at, must } from '../../../sim/record/must.ts';
import { SENSES } from '../../../sim/senses/registry.ts';
import { defaultSpectrometer } from '../../../sim/senses/spectral/state.ts';
import { defaultThermograph, type ThermographState } from '../../../sim/senses/thermal/state.ts';
import { type CameraState, cameraBefore } from '../../../sim/senses/visual/state.ts';

/** What decides a data set of frames: equal specs give equal bytes. */
export interface SetSpec {
  readonly materials: readonly string[];
  readonly perMaterial: number;
  /** Degradation states that occur, equally often. */
  readonly states: readonly number[];
  readonly senses: readonly Sense[];
  /** Side of the colour frames and their masks. */
  readonly sizePx: number;
  /** Reflectance 0..1 of the belt or board that a thing lies on. */
  readonly background: number;
  readonly masks: boolean;
  readonly seed: number;
  /** How far substances show in their looks, 0..1. */
  readonly lookCoupling: number;
}

/** Rows in all. */
export function rowsOf({ materials, perMaterial }: SetSpec): number {
  return materials.length * perMaterial;
}

/** The piece of row `row`: materials take turns, and the states of each take turns. Its id is the row. */
export function pieceOf({ materials, states, seed, lookCoupling }: SetSpec, row: number): ItemState {
  const materialId = must(materials[row % materials.length], 'material of the row');
  const state = at(states, Math.floor(row / materials.length) % states.length);
  return makeItem({ seed, itemId: row, materialId, state, lookCoupling });
}

/** How far lamps and lens differ from row to row: a set for training must hold more than one camera (choices). */
const SPREAD = {
  lightTempK: [3500, 6500],
  vignette: [0, 0.4],
  blur: [0.6, 1.7],
  motion: [0, 2],
  exposureLn: 0.25,
  whiteBalance: 0.06,
} as const;
/** The weights of a lamp are worked out once for each colour temperature: they come in steps. */
const LIGHT_STEP_K = 100;
/** Spread of what lies behind a piece on the spectrometer's spot, around the background, relative: the belt's own (as the camera's). */
const BACKING_SPREAD = 0.2;

/** The camera that looks at row `row`, drawn anew: light, exposure, white balance, lens. */
export function cameraOf(spec: SetSpec, row: number): CameraState {
  const key = drawKey(spec.seed, 0, 'scenarios/dataset', 'camera');
  const base = cameraBefore(spec.background, spec.sizePx);
  const between = ([low, high]: readonly [number, number], index: number) =>
    low + (high - low) * uniformAt(key, row, index);
  return {
    ...base,
    lightTempK: LIGHT_STEP_K * Math.round(between(SPREAD.lightTempK, 0) / LIGHT_STEP_K),
    vignette: between(SPREAD.vignette, 1),
    blurPx: base.blurPx * between(SPREAD.blur, 2),
    motionPx: base.motionPx * between(SPREAD.motion, 3),
    exposure: base.exposure * Math.exp(SPREAD.exposureLn * normalAt(key, row, 4)),
    whiteBalanceSpread: SPREAD.whiteBalance,
  };
}

/** The thermograph beside the camera: it looks from the same place, so that footprints and masks agree over a belt and over a board. */
function thermographOf({ background, sizePx }: SetSpec): ThermographState {
  const { misregistration, uprightShare, tiltDeg, distanceM, fill } = cameraBefore(background, sizePx);
  return { ...defaultThermograph(), misregistration, uprightShare, tiltDeg, distanceM, fill };
}

/** The state of the sensor of a sense for row `row`; `background` is what all of them have behind the piece. */
export function sensorOf(spec: SetSpec, sense: Sense, row: number): object {
  if (sense === 'visual') return cameraOf(spec, row);
  if (sense === 'thermal') return thermographOf(spec);
  if (sense !== 'spectral') return SENSES.need(sense).fresh();
  const [low, high] = [1 - BACKING_SPREAD, 1 + BACKING_SPREAD];
  const backing = [low * spec.background, Math.min(1, high * spec.background)] as const;
  return { ...defaultSpectrometer(), backing };
}
