import type { ItemState } from '../record/item-state.ts';
import { materialById } from './catalogue.ts';

/** Best next uses, from best to last. */
export const grades = ['reuse', 'repair', 'recycle-high', 'recycle-low', 'recover', 'dispose'] as const;
export type Grade = (typeof grades)[number];

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

/** The best next use, from material, state and contamination; thresholds are the sorter's rules of thumb (estimates). */
export function gradeOf(item: ItemState): Grade {
  const { fate } = materialById(item.materialId);
  const state = stateOf(item);
  const soil = contaminationOf(item);
  const black = item.carbonBlackPct >= 0.5;
  if (fate.reusable && state <= 1 && soil < 0.5) return 'reuse';
  if (fate.repairable && state <= 4) return 'repair';
  if (fate.recycling === 'high' && state <= 6 && soil < 0.6 && !black) return 'recycle-high';
  if (fate.recycling !== 'none' && state <= 8 && soil < 0.9) return 'recycle-low';
  return fate.heatingValueMJPerKg >= 8 ? 'recover' : 'dispose';
}
