import type { ItemState } from '../materials/item.ts';
import type { Cost, Frames, Sense } from '../record/frames.ts';
import { lookCost, type Sensors, sensorKey } from './sensors.ts';
import { renderSpectrum } from './spectral/spectrometer.ts';
import { renderThermal } from './thermal/thermograph.ts';
import { renderRgb } from './visual/camera.ts';

/**
 * What the asked senses see of an item: a pure function of its hidden state, the sensors' state and the seed. Every
 * draw is named by (seed, sensor, purpose, item), so the order of rendering changes nothing.
 */
export function renderFrames(
  item: ItemState,
  sensors: Sensors,
  senses: readonly Sense[],
  seed: number,
): Frames {
  const cost: Partial<Record<Sense, Cost>> = {};
  for (const sense of senses) cost[sense] = lookCost(sensors, sense);
  return {
    itemId: item.itemId,
    sensorKey: sensorKey(sensors),
    rgb: senses.includes('visual') ? renderRgb(item, sensors.visual, seed) : null,
    thermalK: senses.includes('thermal') ? renderThermal(item, sensors.thermal, seed) : null,
    reflectance: senses.includes('spectral') ? renderSpectrum(item, sensors.spectral, seed) : null,
    cost,
  };
}
