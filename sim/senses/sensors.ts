import { canonicalJson, sha256Hex } from '../record/canonical.ts';
import type { Cost, Sense } from '../record/frames.ts';
import { defaultSpectrometer, type SpectrometerState, spectralCost } from './spectral/state.ts';
import { checkThermograph, defaultThermograph, type ThermographState, thermalCost } from './thermal/state.ts';
import { type CameraState, checkCamera, defaultCamera, visualCost } from './visual/state.ts';

/** The state of the three senses of one robot: they age, get dirty and drift. */
export interface Sensors {
  readonly visual: CameraState;
  readonly thermal: ThermographState;
  readonly spectral: SpectrometerState;
}

/** Three senses in good order. */
export function defaultSensors(): Sensors {
  return { visual: defaultCamera(), thermal: defaultThermograph(), spectral: defaultSpectrometer() };
}

/** Hash of the sensors' own state: equal keys and item give equal frames. 16 hex digits. */
export function sensorKey(sensors: Sensors): string {
  return sha256Hex(canonicalJson(sensors)).slice(0, 16);
}

/** What one look of a sense costs. */
export function lookCost(sensors: Sensors, sense: Sense): Cost {
  if (sense === 'visual') return visualCost(sensors.visual);
  if (sense === 'thermal') return thermalCost(sensors.thermal);
  return spectralCost(sensors.spectral);
}

/** Throws when a sensor's state is impossible. */
export function checkSensors(sensors: Sensors): void {
  checkCamera(sensors.visual);
  checkThermograph(sensors.thermal);
}
