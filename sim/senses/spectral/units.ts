import { drawKey, normalAt, uniformAt } from '../../kernel/random/random.ts';
import { instrumentByName } from './presets.ts';
import type { SpectrometerState } from './state.ts';

/**
 * Unit-to-unit spread of an instrument: every unit has its own axis, slit, noise, lamp and window, and is used at its own
 * distance. Figures from memory. The axis errs by 3 nm in all: of the spreads tried in training (0.5, 1.5, 3 and 5 nm) that one
 * left a classifier best off when the true axis was off by 5 nm (0.95 to 0.96 right; USGS and Knaeps, six polymers). Noise differs
 * by a factor e up or down, from a cooled laboratory detector to a pocket one (2e-4 to 2e-3).
 */
const AXIS_OFFSET_NM = 2.5;
const AXIS_SCALE = 1.5e-3;
const SLIT_LN = 0.25;
const NOISE_LN = 1;
const LAMP_SLOPE = 0.06;
const STRAY: readonly [number, number] = [0.0005, 0.005];
const DIRT_MAX = 0.03;
/**
 * Fringes of windows, fibres and lamp that stay after the white reference: 0.05 to 1 % from unit to unit (memory). Without them a
 * classifier that whitens (LDA, an SVM) trusts details of some 1e-4 in which no two real instruments agree: on the USGS and Knaeps
 * objects at raw reflectance, seven polymers, plain LDA named 72 % right before and 93 % after; nearest neighbours did not change.
 */
const RIPPLE = { median: 0.002, ln: 0.7 } as const;

/** The `unitId`-th unit of an instrument in use: the given state with the drawn faults of that unit. */
export function unitOf(state: SpectrometerState, seed: number, unitId: number): SpectrometerState {
  const key = drawKey(seed, 0, 'sensing/spectrometer', 'unit');
  const normal = (index: number) => normalAt(key, unitId, index);
  const noise = Math.exp(NOISE_LN * normal(0));
  const [low, high] = STRAY;
  return {
    ...state,
    axisOffsetNm: state.axisOffsetNm + AXIS_OFFSET_NM * normal(1),
    axisScale: state.axisScale + AXIS_SCALE * normal(2),
    slitFwhmNm: instrumentByName(state.instrument).slitFwhmNm * Math.exp(SLIT_LN * normal(3)),
    noiseFloor: state.noiseFloor * noise,
    noiseShot: state.noiseShot * noise,
    lampSlope: state.lampSlope + LAMP_SLOPE * normal(4),
    strayShare: low * Math.exp(uniformAt(key, unitId, 5) * Math.log(high / low)),
    rippleShare: state.rippleShare + RIPPLE.median * Math.exp(RIPPLE.ln * normal(7)),
    windowDirt: DIRT_MAX * uniformAt(key, unitId, 6),
  };
}
