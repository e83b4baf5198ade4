import { noise } from '../kernel/noise.ts';
import { drawKey } from '../kernel/random.ts';
import { materialById } from '../materials/catalogue.ts';
import type { ItemState } from '../materials/item.ts';
import type { ThermographState } from './thermograph-state.ts';

/** Apparent temperatures in K, [frames, size, size], after the flash. */
export function renderThermal(
  item: ItemState,
  thermograph: ThermographState,
  seed: number,
  out?: Float32Array,
): Float32Array {
  const { sizePx, frames } = thermograph;
  const film = out ?? new Float32Array(frames * sizePx * sizePx);
  const { thermal } = materialById(item.materialId);
  const grain = noise(drawKey(seed, 0, 'sensing/thermograph', 'pixels'), item.itemId);
  const heat = thermal.densityKgPerM3 * item.relativeDensity * thermal.heatCapacityJPerKgK;
  const effusivity = Math.sqrt(heat * thermal.conductivityWPerMK);
  for (let f = 0; f < frames; f++) {
    const t = (f + 1) / thermograph.rateHz;
    const rise =
      0.6 *
      thermograph.flashJPerM2 *
      Math.max(1 / (effusivity * Math.sqrt(Math.PI * t)), 1 / (heat * item.thicknessM));
    for (let i = 0; i < sizePx * sizePx; i++) {
      film[f * sizePx * sizePx + i] =
        item.tempK + thermal.emissivity * rise + thermograph.netdK * grain.gaussian();
    }
  }
  return film;
}
