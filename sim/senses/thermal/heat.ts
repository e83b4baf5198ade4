/** Closed forms of heat conduction that active thermography lives on. SI units; theta = (T - Tair) / (T0 - Tair). */

import { lazily } from '../../kernel/random/lazily.ts';

/** Scaled complementary error function exp(x^2) erfc(x), x >= 0; continued fraction above 2, series below; 1e-10. */
export function erfcx(x: number): number {
  if (x < 2) {
    // erf by its Taylor series, exact enough here.
    let term = x;
    let sum = x;
    for (let n = 1; n < 60; n++) {
      term *= (-x * x) / n;
      sum += term / (2 * n + 1);
    }
    return Math.exp(x * x) * (1 - (2 / Math.sqrt(Math.PI)) * sum);
  }
  let fraction = 0;
  for (let n = 60; n >= 1; n--) fraction = n / 2 / (x + fraction);
  return 1 / (Math.sqrt(Math.PI) * (x + fraction));
}

/** Surface of a semi-infinite body in a convective bath: theta = exp(b^2) erfc(b), b = h sqrt(t) / effusivity. */
export function semiInfinite(b: number): number {
  return erfcx(b);
}

/** Root number n (from 0) of zeta tan zeta = Bi, by bisection between n pi and n pi + pi / 2. */
export function slabRoot(biot: number, n: number): number {
  let low = n * Math.PI;
  let high = low + Math.PI / 2;
  for (let i = 0; i < 52; i++) {
    const z = (low + high) / 2;
    // Both sides change sign from one interval to the next.
    if ((z * Math.sin(z) - biot * Math.cos(z)) * (n % 2 === 0 ? 1 : -1) < 0) low = z;
    else high = z;
  }
  return (low + high) / 2;
}

/** Surface of a slab cooled from both faces as a series in the roots of zeta tan zeta = Bi, until a term no longer counts. */
export function slabSeries(fourier: number, roots: readonly number[]): number {
  let sum = 0;
  for (const z of roots) {
    const decay = Math.exp(-z * z * fourier);
    sum += ((4 * Math.sin(z)) / (2 * z + Math.sin(2 * z))) * Math.cos(z) * decay;
    if (decay < 1e-14) break;
  }
  return sum;
}

/**
 * Surface of a slab of thickness L after a flash on its front, adiabatic, in units of Q / (rho cp L), Fo = a t / L^2
 * (Carslaw and Jaeger; Parker et al. 1961 for the rear): 1 when the heat has spread, 1 / sqrt(pi Fo) at first.
 */
export function flashSlab(fourier: number): number {
  if (fourier > 0.3) {
    let sum = 1;
    for (let n = 1; n <= 6; n++) sum += 2 * Math.exp(-n * n * Math.PI * Math.PI * fourier);
    return sum;
  }
  let sum = 1;
  for (let n = 1; n <= 6; n++) sum += 2 * Math.exp((-n * n) / fourier);
  return sum / Math.sqrt(Math.PI * fourier);
}

/** What convection has left of a flash's rise: the heated depth min(L, sqrt(a t / pi)) cools like a lumped body. */
export function flashLoss(
  timeS: number,
  lossWPerM2K: number,
  heatPerM3K: number,
  diffusivity: number,
  thicknessM: number,
): number {
  const depth = Math.min(thicknessM, Math.sqrt((diffusivity * timeS) / Math.PI));
  return Math.exp((-lossWPerM2K * timeS) / (heatPerM3K * depth));
}

/**
 * Slab cooling on a log grid of Fo and Bi, [FO_STEPS][BI_STEPS]: a look-up instead of a series per item. Kept as
 * ln(-ln theta), which is nearly a plane in ln Fo and ln Bi.
 */
const FO_STEPS = 81;
const BI_STEPS = 61;
const [FO_LOW, FO_HIGH] = [Math.log(1e-5), Math.log(1e3)];
const [BI_LOW, BI_HIGH] = [Math.log(1e-4), Math.log(100)];
/** Below this Fourier number the slab is a half-space and the series would need many terms. */
const HALF_SPACE_BELOW = 0.02;
const slabTable = lazily(makeSlabTable);

function makeSlabTable(): Float64Array {
  const table = new Float64Array(FO_STEPS * BI_STEPS);
  for (let j = 0; j < BI_STEPS; j++) {
    const bi = Math.exp(BI_LOW + ((BI_HIGH - BI_LOW) * j) / (BI_STEPS - 1));
    const roots = Array.from({ length: 24 }, (_, n) => slabRoot(bi, n));
    for (let i = 0; i < FO_STEPS; i++) {
      const fo = Math.exp(FO_LOW + ((FO_HIGH - FO_LOW) * i) / (FO_STEPS - 1));
      const theta = fo < HALF_SPACE_BELOW ? semiInfinite(bi * Math.sqrt(fo)) : slabSeries(fo, roots);
      table[i * BI_STEPS + j] = Math.log(-Math.log(Math.max(theta, 1e-300)));
    }
  }
  return table;
}

/** Surface of a slab cooled from both faces, half-thickness l, Fo = a t / l^2: from a table, bilinear in the logarithms; arguments are held inside Fo 1e-5..1e3 and Bi 1e-4..100. */
export function slabSurfaceFast(fourier: number, biot: number): number {
  const at = (x: number, low: number, high: number, steps: number) =>
    Math.min(steps - 1.001, Math.max(0, ((Math.log(x) - low) / (high - low)) * (steps - 1)));
  const i = at(fourier, FO_LOW, FO_HIGH, FO_STEPS);
  const j = at(biot, BI_LOW, BI_HIGH, BI_STEPS);
  const [i0, j0] = [Math.floor(i), Math.floor(j)];
  const fj = j - j0;
  const first = i0 * BI_STEPS + j0;
  const table = slabTable();
  const low = table[first]! * (1 - fj) + table[first + 1]! * fj;
  const high = table[first + BI_STEPS]! * (1 - fj) + table[first + BI_STEPS + 1]! * fj;
  return Math.exp(-Math.exp(low + (high - low) * (i - i0)));
}
