import { METALS } from '../materials/data/optics-metals.ts';
import type { ItemState } from '../materials/item.ts';
import type { Material } from '../materials/material.ts';
import { lookUp, tableOf } from './optics-tables.ts';

/** Metals: Fresnel reflectance from n and k, the share that roughness sends into the probe, and oxide side by side with it. */

/** Oxide depth that covers the metal once, um (materials.md 3.5 for rust; used for all oxides). */
const OXIDE_COVER_UM = 2;

const tables = new Map<string, Float32Array>();

function metalTable(name: string): Float32Array {
  let table = tables.get(name);
  if (table === undefined) {
    const points = METALS[name];
    if (points === undefined) {
      throw new Error(`optics: metal '${name}' is unknown; known: ${Object.keys(METALS).join(', ')}`);
    }
    table = tableOf((nm) => between(points, nm));
    tables.set(name, table);
  }
  return table;
}

function between(points: readonly (readonly [number, number])[], nm: number): number {
  let i = 1;
  while (i < points.length - 1 && points[i][0] < nm) i++;
  const [[x0, y0], [x1, y1]] = [points[i - 1], points[i]];
  return y0 + ((y1 - y0) * (nm - x0)) / (x1 - x0);
}

/** Share of the reflected light that reaches a probe which rejects the specular direction: rough surfaces scatter more. */
function diffuseShare(roughnessUm: number): number {
  return 0.15 + 0.6 * (1 - Math.exp(-roughnessUm));
}

/** Oxides in place of metal: iron oxide hydrate (USGS rusted can), white zinc/aluminium oxide, copper patina, tarnish. */
function oxideReflectance(kind: ItemState['corrosionKind'], nm: number): number {
  const red = 1 / (1 + Math.exp(-(nm - 580) / 35));
  const z = (nm - 1020) / 110;
  if (kind === 'rust')
    return 0.05 + 0.13 * red + 0.04 * Math.exp(-0.5 * z * z) * -1 + 0.04 * ((nm - 600) / 700);
  if (kind === 'white') return 0.55;
  if (kind === 'patina') return 0.25 - 0.15 * Math.exp(-0.5 * z * z * 0.3);
  return 0.12 + 0.25 * red;
}

/** Reflectance of a metal item at one wavelength in nm, oxide included. */
export function metalReflectance(item: ItemState, optics: Material['optics'], nm: number): number {
  const clean = lookUp(metalTable(optics.metal ?? 'steel'), nm) * diffuseShare(item.roughnessUm);
  if (!(item.corrosionUm > 0)) return clean;
  const cover = 1 - Math.exp(-item.corrosionUm / OXIDE_COVER_UM);
  return clean + cover * (oxideReflectance(item.corrosionKind, nm) - clean);
}
