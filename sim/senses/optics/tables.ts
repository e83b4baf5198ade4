import type { Band } from '../../materials/data/optics-band.ts';
import { ABSORBERS } from '../../materials/data/optics-bands.ts';

/** Optical tables on one grid: 1 nm from 400 to 2500 nm, so that a look-up is an index and a fraction. */
export const TABLE_FROM_NM = 400;
export const TABLE_TO_NM = 2500;
const LENGTH = TABLE_TO_NM - TABLE_FROM_NM + 1;

/** Below this wavelength colour belongs to the look and polymers do not absorb by kind (design of the catalogue). */
export const VISIBLE_END_NM = 780;

/** Fills a 1 nm table from a function of the wavelength in nm. */
export function tableOf(at: (nm: number) => number): Float32Array {
  const table = new Float32Array(LENGTH + 1);
  for (let i = 0; i < LENGTH; i++) table[i] = at(TABLE_FROM_NM + i);
  table[LENGTH] = table[LENGTH - 1]!;
  return table;
}

/** Linear interpolation in a 1 nm table; `nm` outside 400..2500 takes the value at the end. */
export function lookUp(table: Float32Array, nm: number): number {
  const x = nm - TABLE_FROM_NM;
  if (!(x > 0)) return table[0]!;
  if (x >= LENGTH - 1) return table[LENGTH - 1]!;
  const i = x | 0;
  const a = table[i]!;
  return a + (table[i + 1]! - a) * (x - i);
}

const absorption = new Map<string, Float32Array>();

/** Absorption of a pure substance in 1/cm on the 1 nm grid (cached); throws with the known ids. */
export function absorptionTable(id: string): Float32Array {
  const known = absorption.get(id);
  if (known !== undefined) return known;
  const absorber = ABSORBERS[id];
  if (absorber === undefined) {
    const ids = Object.keys(ABSORBERS).sort().join(', ');
    throw new Error(`optics: absorber '${id}' has no band table; known in sim/materials/data: ${ids}`);
  }
  const table = tableOf((nm) => (nm < VISIBLE_END_NM ? 0 : bandSum(absorber.bands, nm)));
  absorption.set(id, table);
  return table;
}

function bandSum(bands: readonly Band[], nm: number): number {
  let sum = 0;
  for (const [centreNm, heightPerCm, sigmaNm] of bands) {
    const z = (nm - centreNm) / sigmaNm;
    if (z * z < 60) sum += heightPerCm * Math.exp(-0.5 * z * z);
  }
  return sum;
}
