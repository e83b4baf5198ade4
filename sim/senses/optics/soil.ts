import { SOILS } from '../../materials/data/optics-soils.ts';
import { lookUp, tableNamed, tableOf, tablesOf } from './tables.ts';

/** Soil on a surface: covered and clean places side by side (areal mixing). */

/** Areal density at which spheres of 5 um radius and 2600 kg/m3 cover once: 4 rho r / 3, g/m2 (materials.md 3.4). */
const COVER_G_PER_M2 = 17;

/** Share of the surface covered by `soilGPerM2` of soil: 1 - exp(-m / m0). */
export function soilCover(soilGPerM2: number): number {
  return 1 - Math.exp(-soilGPerM2 / COVER_G_PER_M2);
}

const tables = tablesOf(SOILS, ({ reflectance }) => tableOf(reflectance));

/** Reflectance of a closed layer of soil on the 1 nm grid; throws with the known types. */
export function soilTable(soilType: string): Float32Array {
  return tableNamed(tables, 'soil', soilType);
}

/** Reflectance of a closed layer of soil on any grid in 400..2500 nm. */
export function soilReflectance(soilType: string, wavelengthsNm: Float64Array): Float64Array {
  const table = soilTable(soilType);
  return wavelengthsNm.map((nm) => lookUp(table, nm));
}
