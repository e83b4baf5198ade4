import { SOILS } from '../../materials/data/optics-soils.ts';
import { lookUp, tableOf } from './tables.ts';

/** Soil on a surface: covered and clean places side by side (areal mixing). */

/** Areal density at which spheres of 5 um radius and 2600 kg/m3 cover once: 4 rho r / 3, g/m2 (materials.md 3.4). */
const COVER_G_PER_M2 = 17;

/** Share of the surface covered by `soilGPerM2` of soil: 1 - exp(-m / m0). */
export function soilCover(soilGPerM2: number): number {
  return 1 - Math.exp(-soilGPerM2 / COVER_G_PER_M2);
}

const tables = new Map<string, Float32Array>();

/** Reflectance of a closed layer of soil on the 1 nm grid (cached); throws with the known types. */
export function soilTable(soilType: string): Float32Array {
  let table = tables.get(soilType);
  if (table === undefined) {
    const soil = SOILS[soilType];
    if (soil === undefined) {
      throw new Error(`optics: soil '${soilType}' is unknown; known: ${Object.keys(SOILS).join(', ')}`);
    }
    table = tableOf(soil.reflectance);
    tables.set(soilType, table);
  }
  return table;
}

const grids = new Map<string, { wavelengthsNm: ArrayLike<number>; values: Float64Array }>();

/** Reflectance of a closed layer of soil on any grid in 400..2500 nm (the last grid of a type is cached by identity). */
export function soilReflectance(soilType: string, wavelengthsNm: ArrayLike<number>): Float64Array {
  const last = grids.get(soilType);
  if (last !== undefined && last.wavelengthsNm === wavelengthsNm) return last.values;
  const table = soilTable(soilType);
  const values = Float64Array.from(wavelengthsNm, (nm) => lookUp(table, nm));
  grids.set(soilType, { wavelengthsNm, values });
  return values;
}
