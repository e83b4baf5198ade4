import type { ItemState } from '../../sim/materials/item.ts';

/** Seed of the pieces that look-alikes are told apart by. */
export const SEED = 8;

/** What a substance makes of its look, by cue; each cue can be taken from the look-alike. */
export const cues: Readonly<Record<string, readonly (keyof ItemState)[]>> = {
  body: [
    ...(['haze', 'bodyHaze', 'visibleScatterScale', 'visibleIndex'] as const),
    ...(['tintRedPerMm', 'tintGreenPerMm', 'tintBluePerMm', 'yellowingPerMm'] as const),
  ],
  surface: ['glossSigmaDeg', 'glossLeft', 'chalk', 'corrosionKind'],
  form: ['crushKind', 'stiffness', 'foldWhitening', 'processMark', 'breaks', 'crackPerMm'],
  goods: [
    ...(['goods', 'labelKind', 'labelCover', 'labelRed', 'labelGreen', 'labelBlue'] as const),
    ...(['capped', 'lidMissing'] as const),
  ],
};

/** The second piece with some fields of the first. */
export function swapped(item: ItemState, twin: ItemState, fields: readonly (keyof ItemState)[]): ItemState {
  return { ...item, ...Object.fromEntries(fields.map((field) => [field, twin[field]])) };
}
