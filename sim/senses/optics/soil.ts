import data from '../../materials/data/optics-soils.json' with { type: 'json' };
import { lookUp, tableNamed, tableOf, tablesOf } from './tables.ts';

/** Soil on a surface: covered and clean places side by side (areal mixing). */

/** Areal density at which spheres of 5 um radius and 2600 kg/m3 cover once: 4 rho r / 3, g/m2 (derived). */
const COVER_G_PER_M2 = 17;

/** Share of the surface covered by `soilGPerM2` of soil: 1 - exp(-m / m0). */
export function soilCover(soilGPerM2: number): number {
  return 1 - Math.exp(-soilGPerM2 / COVER_G_PER_M2);
}

/** Width of the edge between the visible and the infrared level of every soil, nm (estimate). */
const EDGE_NM = 60;

const tables = tablesOf(data.soils, ({ visible, infrared, edgeNm, dips }) =>
  tableOf((nm) => {
    let r = visible + (infrared - visible) / (1 + Math.exp(-(nm - edgeNm) / EDGE_NM));
    for (const [centreNm, depth, sigmaNm] of dips as [number, number, number][]) {
      const z = (nm - centreNm) / sigmaNm;
      r *= 1 - depth * Math.exp(-0.5 * z * z);
    }
    return r;
  }),
);

/** Reflectance of a closed layer of soil on the 1 nm grid; throws with the known types. */
export function soilTable(soilType: string): Float32Array {
  return tableNamed(tables, 'soil', soilType);
}

/** Reflectance of a closed layer of soil on any grid in 400..2500 nm. */
export function soilReflectance(soilType: string, wavelengthsNm: Float64Array): Float64Array {
  const table = soilTable(soilType);
  return wavelengthsNm.map((nm) => lookUp(table, nm));
}
