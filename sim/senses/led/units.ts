import { drawKey, normalAt, uniformAt } from '../../kernel/random/random.ts';
import type { LedState } from './state.ts';

/** In what state boards in use are (memory): K warmer or colder than at their white reference, age since it, dirt, spread of drivers. */
const WARMER_K = 3;
const AGE_MAX = 0.2;
const DIRT_MAX = 0.03;
const DRIVE_LN = 0.5;

/**
 * The `unitId`-th board in use: the given state with the LEDs' errors of that unit (of `state.unit` where that names one), and with
 * the temperature, age, dirt and driver that are drawn for it.
 */
export function ledUnitOf(state: LedState, seed: number, unitId: number): LedState {
  const key = drawKey(seed, 0, 'sensing/led', 'use');
  return {
    ...state,
    unit: state.unit === 0 ? unitId + 1 : state.unit,
    warmerK: state.warmerK + WARMER_K * normalAt(key, unitId, 0),
    ledAge: Math.min(1, state.ledAge + AGE_MAX * uniformAt(key, unitId, 1)),
    windowDirt: Math.min(1, state.windowDirt + DIRT_MAX * uniformAt(key, unitId, 2)),
    driveSpread: state.driveSpread * Math.exp(DRIVE_LN * normalAt(key, unitId, 3)),
  };
}
