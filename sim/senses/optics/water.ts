import water from '../../materials/data/optics-water.json' with { type: 'json' };
import { tableOf } from './tables.ts';

/** A film of free water on a surface: darkening by total internal reflection and two passes through the water. */

/**
 * Share of light that enters and leaves a wet diffuse surface, and share turned back inside at the water's surface. Derived by
 * Fresnel for diffuse light at n = 1.333: 0.066 is sent back outside, 1 - 0.934 / n^2 = 0.475 inside; 0.934 (1 - 0.475) = 0.490.
 */
const WET_ENTRY = 0.49;
const WET_INTERNAL = 0.475;
/** Mean thickness at which a film closes, um: thinner water stands in drops (estimate). */
const CLOSED_FILM_UM = 15;

/** Share of the surface that a film of `filmUm` (>= 0) covers. */
export function wetCover(filmUm: number): number {
  return 1 - Math.exp(-filmUm / CLOSED_FILM_UM);
}

/**
 * Reflectance of a body of reflectance `dry` under a closed water film.
 * alphaPerCm: absorption of water; filmUm: thickness; light passes the film twice.
 */
export function underWater(dry: number, alphaPerCm: number, filmUm: number): number {
  const t = Math.exp(-alphaPerCm * filmUm * 1e-4);
  const twoPass = t * t * dry;
  return (WET_ENTRY * twoPass) / (1 - WET_INTERNAL * twoPass);
}

/** Absorption of liquid water, 1/cm, on the 1 nm grid. */
export const waterAbsorption: Float32Array = tableOf((nm) => {
  const x = (nm - water.fromNm) / water.stepNm;
  const i = Math.min(Math.floor(x), water.alphaPerCm.length - 2);
  const [below, above] = [water.alphaPerCm[i]!, water.alphaPerCm[i + 1]!];
  return below + (x - i) * (above - below);
});
