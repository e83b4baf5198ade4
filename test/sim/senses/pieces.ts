import { type ItemState, makeItem } from '../../../sim/materials/item.ts';

/** Classes of the catalogue that are one polymer, as the spectral tests name them. */
export const SAME: Readonly<Record<string, string>> = {
  HDPE: 'PE',
  LDPE: 'PE',
  POLYESTER: 'PET',
  'PA-FIBRE': 'PA',
};
export const polymerOf = (code: string): string => SAME[code] ?? code;

/** A new, dry and clean piece. */
export function cleanItem(materialId: string, itemId: number, seed = 1): ItemState {
  const item = makeItem({ seed, itemId, materialId, state: 0 });
  return { ...item, waterFilmUm: 0, soilGPerM2: 0 };
}

/** Even wavelengths, ends included. */
export function gridNm(from: number, to: number, step: number): Float64Array {
  return Float64Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);
}
