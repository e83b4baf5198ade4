import { lazily } from '../../kernel/random/lazily.ts';
import { ABSORBERS, type Absorber } from '../../materials/data/optics-bands.ts';

/** Optical tables on one grid: 1 nm from 400 to 2500 nm, so that a look-up is an index and a fraction. */
export const TABLE_FROM_NM = 400;
export const TABLE_TO_NM = 2500;
const LENGTH = TABLE_TO_NM - TABLE_FROM_NM + 1;

/** Below this wavelength colour belongs to the look and polymers do not absorb by kind (design of the catalogue). */
export const VISIBLE_END_NM = 780;

/** Tables by name, each made once, when it is first asked for, and never written again. */
export type Tables = ReadonlyMap<string, () => Float32Array>;

/** Fills a 1 nm table from a function of the wavelength in nm. */
export function tableOf(at: (nm: number) => number): Float32Array {
  const table = new Float32Array(LENGTH + 1);
  for (let i = 0; i < LENGTH; i++) table[i] = at(TABLE_FROM_NM + i);
  table[LENGTH] = table[LENGTH - 1]!;
  return table;
}

/** A table for each entry of a record, under its key. */
export function tablesOf<T>(entries: Readonly<Record<string, T>>, make: (entry: T) => Float32Array): Tables {
  return new Map(Object.entries(entries).map(([id, entry]) => [id, lazily(() => make(entry))]));
}

/** The table of that name; throws with the names that there are. `kind`: what the tables are of. */
export function tableNamed(tables: Tables, kind: string, name: string): Float32Array {
  const table = tables.get(name);
  if (table !== undefined) return table();
  const names = [...tables.keys()].sort().join(', ');
  throw new Error(`optics: ${kind} '${name}' is unknown; sim/materials/data knows: ${names}`);
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

/** Squared standard deviations beyond which a band adds nothing to a sum in double precision. */
const REACH2 = 60;

/** Sum of the bands, each only where it reaches; nothing in the visible. */
function bandSum({ bands }: Absorber): Float32Array {
  const sum = new Float64Array(LENGTH);
  for (const [centreNm, heightPerCm, sigmaNm] of bands) {
    const reachNm = Math.sqrt(REACH2) * sigmaNm;
    const lastNm = Math.min(TABLE_TO_NM, Math.ceil(centreNm + reachNm));
    for (let nm = Math.max(VISIBLE_END_NM, Math.floor(centreNm - reachNm)); nm <= lastNm; nm++) {
      const z = (nm - centreNm) / sigmaNm;
      if (z * z < REACH2) sum[nm - TABLE_FROM_NM]! += heightPerCm * Math.exp(-0.5 * z * z);
    }
  }
  return tableOf((nm) => sum[nm - TABLE_FROM_NM]!);
}

const absorption = tablesOf(ABSORBERS, bandSum);

/** Absorption of a pure substance in 1/cm on the 1 nm grid; throws with the known ids. */
export function absorptionTable(id: string): Float32Array {
  return tableNamed(absorption, 'absorber', id);
}
