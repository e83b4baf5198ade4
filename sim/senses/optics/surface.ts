/** The surface between air and a body: Fresnel reflection outside, partial internal reflection inside (Saunderson 1942). */

/** Share reflected at normal incidence by a surface of refractive index n (Fresnel). */
export function fresnelNormal(n: number): number {
  const q = (n - 1) / (n + 1);
  return q * q;
}

/** Internal reflection of diffuse light at n = 1.5 (Saunderson, J. Opt. Soc. Am. 32, 727, 1942; from memory). */
const DIFFUSE_INTERNAL_AT_1_5 = 0.6;

/** What a surface sends back. */
export interface Surface {
  /** Of light from outside at normal incidence, and of collimated light from inside. */
  readonly outside: number;
  /** Of fully diffuse light from inside. */
  readonly trapped: number;
}

/** The surface of a body of refractive index n. */
export function surfaceOf(n: number): Surface {
  // Total internal reflection outside the critical angle keeps 1 - 1/n^2 of diffuse light inside; scaled to 0.6 at n = 1.5.
  const trapped = (1 - 1 / (n * n)) * (DIFFUSE_INTERNAL_AT_1_5 / (1 - 1 / 2.25));
  return { outside: fresnelNormal(n), trapped: Math.min(trapped, 0.95) };
}

/** Internal reflection (0..1) for light that is `diffuse` (0 = collimated, 1 = fully diffuse) under a surface. */
export function insideReflection({ outside, trapped }: Surface, diffuse: number): number {
  return outside + (trapped - outside) * diffuse;
}

/** The same for a surface of refractive index n. */
export function internalReflection(n: number, diffuse: number): number {
  return insideReflection(surfaceOf(n), diffuse);
}

/** Reflectance seen from outside, specular part excluded: (1 - k1)(1 - k2) R / (1 - k2 R). */
export function throughSurface(r: number, k1: number, k2: number): number {
  return ((1 - k1) * (1 - k2) * r) / (1 - k2 * r);
}

/** Half of what a rough surface scatters stays inside the cone that a probe rejects with the specular beam (estimate). */
const OUTSIDE_CONE = 0.5;

/**
 * Share of the surface reflection k1 that roughness sends out diffusely: total integrated scatter 1 - exp(-(4 pi Ra / l)^2)
 * (Bennett and Porteus 1961). It is what remains of a black piece: measured R 0.01 to 0.06.
 */
export function roughShare(roughnessUm: number, nm: number): number {
  const phase = (4 * Math.PI * roughnessUm * 1000) / nm;
  return OUTSIDE_CONE * (1 - Math.exp(-phase * phase));
}
