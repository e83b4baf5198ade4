/** The surface between air and a body: Fresnel reflection outside, partial internal reflection inside (Saunderson 1942). */

/** Share reflected at normal incidence by a surface of refractive index n (Fresnel). */
export function fresnelNormal(n: number): number {
  const q = (n - 1) / (n + 1);
  return q * q;
}

/** Internal reflection of diffuse light at n = 1.5 (Saunderson; materials.md 3.2, from memory there). */
const DIFFUSE_INTERNAL_AT_1_5 = 0.6;

/** Internal reflection (0..1) for light that is `diffuse` (0 = collimated, 1 = fully diffuse) under a surface of index n. */
export function internalReflection(n: number, diffuse: number): number {
  const collimated = fresnelNormal(n);
  // Total internal reflection outside the critical angle keeps 1 - 1/n^2 of diffuse light inside; scaled to 0.6 at n = 1.5.
  const trapped = Math.min((1 - 1 / (n * n)) * (DIFFUSE_INTERNAL_AT_1_5 / (1 - 1 / 2.25)), 0.95);
  return collimated + (trapped - collimated) * diffuse;
}

/** Reflectance seen from outside, specular part excluded: (1 - k1)(1 - k2) R / (1 - k2 R). */
export function throughSurface(r: number, k1: number, k2: number): number {
  return ((1 - k1) * (1 - k2) * r) / (1 - k2 * r);
}
