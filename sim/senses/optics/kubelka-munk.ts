/**
 * Light in a scattering and absorbing slab after Kubelka and Munk (1931), and stacks of such slabs.
 * K and S are per length of any unit, thickness in the same unit; R and T are fractions of the incident flux.
 */

/** Reflectance over black and transmittance of one slab. */
export interface Slab {
  r: number;
  t: number;
}

/** Below this relative absorption (K/S) the absorption-free limit is exact to 1e-9. */
const LIMIT_B = 1e-6;
/** Optical depth b S d beyond which the slab is semi-infinite to 1e-17. */
const SEMI_INFINITE = 20;

/**
 * R over black and T of a slab with absorption `k`, scattering `s` (both >= 0) and thickness `d`, written into `out`.
 * s = 0 is Beer-Lambert (R = 0, T = exp(-k d)); k = 0 gives R = s d/(1 + s d), T = 1 - R.
 */
export function slab(k: number, s: number, d: number, out: Slab): Slab {
  // b S = sqrt(K (K + 2 S)) stays finite when S goes to 0, a = 1 + K/S does not: everything below is multiplied by S.
  const aS = k + s;
  const bS = Math.sqrt(k * (k + 2 * s));
  const x = bS * d;
  if (x < LIMIT_B) {
    const sd = s * d;
    out.r = sd / (1 + sd);
    out.t = 1 - out.r;
    return out;
  }
  if (x > SEMI_INFINITE) {
    out.r = s / (aS + bS);
    out.t = 0;
    return out;
  }
  const e = Math.exp(-x);
  const e2 = e * e;
  const denominator = aS * (1 - e2) + bS * (1 + e2);
  out.r = (s * (1 - e2)) / denominator;
  out.t = (2 * bS * e) / denominator;
  return out;
}
