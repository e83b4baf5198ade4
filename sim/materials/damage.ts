import type { Grade, ItemState } from '../record/item-state.ts';
import { materialById } from './catalogue.ts';
import type { Material } from './material.ts';

/** Number of degradation states. */
export const STATE_COUNT = 10;

/**
 * Degradation state 0..9: tenths of the damage scale. State s means that between s and s + 1 tenths of the item's
 * functional life are used up by all mechanisms together.
 */
export function stateOf(item: ItemState): number {
  return Math.min(STATE_COUNT - 1, Math.floor(item.damage * STATE_COUNT));
}

/** Share 0..1 of a surface that soil spoils for recycling: 20 g/m2 of soil is taken as half (estimate). */
export function contaminationOf(item: ItemState): number {
  return 1 - Math.exp((-Math.LN2 * item.soilGPerM2) / 20);
}

/** Weight of soil and moisture in the remaining value (estimates): all soil costs 40 %, each kg/kg of water its share. */
const SOIL_WEIGHT = 0.4;

/** Remaining value 0..1: undamaged share, less what contamination and water take. */
export function qualityOf(item: ItemState): number {
  const clean = 1 - SOIL_WEIGHT * contaminationOf(item);
  const dry = 1 / (1 + item.moistureKgPerKg);
  return (1 - item.damage) * clean * dry;
}

/** Carbon black from which a part counts as black, wt%. */
const BLACK_PCT = 0.5;

/** Water from which a thing must dry before it can be used again: wood and cloth mould above 20 % (Wood Handbook, memory). */
const WET_KG_PER_KG = 0.2;

/** The best next use of an item. */
export function gradeOf(item: ItemState): Grade {
  return gradeFor(materialById(item.materialId), {
    state: stateOf(item),
    soil: contaminationOf(item),
    wet: item.moistureKgPerKg > WET_KG_PER_KG,
    black: item.carbonBlackPct >= BLACK_PCT,
  });
}

/** Undamaged share 0..1 in the middle of a degradation state. */
export const undamagedShare = (state: number): number => 1 - (state + 0.5) / STATE_COUNT;

/** Soil 0..1 that a quality tells of: what it lacks beside an undamaged share. Water is not told apart from soil. */
export function soilBelieved(undamaged: number, quality: number): number {
  return Math.min(1, Math.max(0, (1 - quality / undamaged) / SOIL_WEIGHT));
}

/** The best next use as far as state and soil tell it: only what is always black counts as black. */
export function gradeUnder(material: Material, state: number, soil: number): Grade {
  const black = material.look.colours.every(
    ({ pigments }) => (pigments.carbonBlackPct?.[0] ?? 0) >= BLACK_PCT,
  );
  return gradeFor(material, { state, soil, wet: false, black });
}

/** The best next use as far as state and quality tell it. */
export function gradeBelieved(material: Material, state: number, quality: number): Grade {
  return gradeUnder(material, state, soilBelieved(undamagedShare(state), quality));
}

interface Condition {
  readonly state: number;
  readonly soil: number;
  readonly wet: boolean;
  readonly black: boolean;
}

/** The best next use, from material, state and contamination; thresholds are the sorter's rules of thumb (estimates). */
function gradeFor(material: Material, { state, soil, wet, black }: Condition): Grade {
  const { fate } = material;
  if (fate.reusable && state <= 1 && soil < 0.5 && !wet) return 'reuse';
  if (fate.repairable && state <= 4 && soil < 0.9) return 'repair';
  if (fate.recycling === 'high' && state <= 6 && soil < 0.6 && !wet && !black) return 'recycle-high';
  const lasts = state <= 8 || isMelted(material);
  if (fate.recycling !== 'none' && lasts && soil < 0.9) return 'recycle-low';
  return fate.heatingValueMJPerKg >= 8 ? 'recover' : 'dispose';
}

/** Metal and glass are molten anew: wear takes nothing from them that the furnace needs. */
const isMelted = ({ family, class: kind }: Material): boolean => family === 'metal' || kind === 'GLASS';
