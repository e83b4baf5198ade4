import data from '../../materials/data/optics-metals.json' with { type: 'json' };
import type { ItemState } from '../../materials/item.ts';
import type { Material } from '../../materials/material.ts';
import { lookUp, tableNamed, tableOf, tablesOf } from './tables.ts';

/** Metals: Fresnel reflectance from n and k, the share that roughness sends into the probe, and corrosion side by side with it. */

/** Depth of corrosion that covers the metal once, um (rust, from memory; used for all products). */
const OXIDE_COVER_UM = 2;
/** Tarnish is a film, not a crust: it darkens by this share at most (estimate). */
const TARNISH_SHARE = 0.6;

/** Clean metals at normal incidence from n and k (CC0 refractive-index database), made by make-optics-metals.mjs. */
const metals = tablesOf(data.metals, curveTable);
/** Closed layers of corrosion products as measured (USGS splib07, public domain); tarnish is black iron oxide, a stand-in. */
const products = tablesOf(data.products, curveTable);

/** A reflectance curve: [nm, R] points, linear between them. */
function curveTable({ points }: { readonly points: readonly (readonly number[])[] }): Float32Array {
  let i = 1;
  return tableOf((nm) => {
    while (i < points.length - 1 && points[i]![0]! < nm) i++;
    const [x0, y0] = points[i - 1]! as [number, number];
    const [x1, y1] = points[i]! as [number, number];
    return y0 + (y1 - y0) * Math.min(Math.max((nm - x0) / (x1 - x0), 0), 1);
  });
}

/**
 * Share of the reflected light that reaches a probe which rejects the specular direction: rough surfaces scatter more.
 * Brushed aluminium of USGS sends 0.45 of its 0.97 into the probe (estimate of the curve between mirror and matt).
 */
function diffuseShare(roughnessUm: number): number {
  return 0.15 + 0.6 * (1 - Math.exp(-roughnessUm));
}

/** Reflectance of a metal item on a grid in nm, corrosion included, written into `out`. */
export function metalReflectance(
  item: ItemState,
  optics: Material['optics'],
  wavelengthsNm: ArrayLike<number>,
  out: Float32Array | Float64Array,
): void {
  const clean = tableNamed(metals, 'metal', optics.metal ?? 'steel');
  const share = diffuseShare(item.roughnessUm);
  const corroded = item.corrosionUm > 0 && item.corrosionKind !== 'none';
  const product = corroded ? tableNamed(products, 'corrosion', item.corrosionKind) : clean;
  const cover = corroded ? 1 - Math.exp(-item.corrosionUm / OXIDE_COVER_UM) : 0;
  const most = item.corrosionKind === 'tarnish' ? TARNISH_SHARE : 1;
  for (let i = 0; i < wavelengthsNm.length; i++) {
    const nm = wavelengthsNm[i]!;
    const bare = lookUp(clean, nm) * share;
    out[i] = bare + cover * most * (lookUp(product, nm) - bare);
  }
}
