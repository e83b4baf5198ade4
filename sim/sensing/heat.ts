/** Closed forms of heat conduction that active thermography lives on. SI units; theta = (T - Tair) / (T0 - Tair). */

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

/** Lumped body: theta = exp(-t / tau), tau = rho cp L / (2 h). Right at Bi <= 0.01. */
export function lumped(timeS: number, tauS: number): number {
  return Math.exp(-timeS / tauS);
}

/** Surface of a semi-infinite body in a convective bath: theta = exp(b^2) erfc(b), b = h sqrt(t) / effusivity. */
export function semiInfinite(b: number): number {
  return erfcx(b);
}

/** Root number n (from 0) of zeta tan zeta = Bi, by bisection between n pi and n pi + pi / 2. */
function slabRoot(biot: number, n: number): number {
  let low = n * Math.PI;
  let high = low + Math.PI / 2;
  for (let i = 0; i < 52; i++) {
    const z = (low + high) / 2;
    if (z * Math.sin(z) < biot * Math.cos(z)) low = z;
    else high = z;
  }
  return (low + high) / 2;
}

/** Surface of a slab cooled from both faces: series in the roots of zeta tan zeta = Bi; half-thickness l, Fo = a t / l^2. */
export function slabSurface(fourier: number, biot: number, terms = 60): number {
  let sum = 0;
  for (let n = 0; n < terms; n++) {
    const z = slabRoot(biot, n);
    const decay = Math.exp(-z * z * fourier);
    sum += ((4 * Math.sin(z)) / (2 * z + Math.sin(2 * z))) * Math.cos(z) * decay;
    if (decay < 1e-12) break;
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

/** Slab cooling on a log grid of Fo and Bi, [FO_STEPS][BI_STEPS]: a look-up instead of a series per item. */
const FO_STEPS = 61;
const BI_STEPS = 49;
const [FO_LOW, FO_HIGH] = [Math.log(1e-5), Math.log(1e3)];
const [BI_LOW, BI_HIGH] = [Math.log(1e-4), Math.log(100)];
let slabTable: Float32Array | null = null;

function makeSlabTable(): Float32Array {
  const table = new Float32Array(FO_STEPS * BI_STEPS);
  for (let i = 0; i < FO_STEPS; i++) {
    const fo = Math.exp(FO_LOW + ((FO_HIGH - FO_LOW) * i) / (FO_STEPS - 1));
    for (let j = 0; j < BI_STEPS; j++) {
      const bi = Math.exp(BI_LOW + ((BI_HIGH - BI_LOW) * j) / (BI_STEPS - 1));
      // The series needs many terms at small Fo, where the slab is a half-space: b = Bi sqrt(Fo).
      table[i * BI_STEPS + j] = fo < 0.02 ? semiInfinite(bi * Math.sqrt(fo)) : slabSurface(fo, bi);
    }
  }
  return table;
}

/** `slabSurface` from a table, bilinear in the logarithms; arguments are held inside Fo 1e-5..1e3 and Bi 1e-4..100. */
export function slabSurfaceFast(fourier: number, biot: number): number {
  slabTable ??= makeSlabTable();
  const at = (x: number, low: number, high: number, steps: number) =>
    Math.min(steps - 1.001, Math.max(0, ((Math.log(x) - low) / (high - low)) * (steps - 1)));
  const i = at(fourier, FO_LOW, FO_HIGH, FO_STEPS);
  const j = at(biot, BI_LOW, BI_HIGH, BI_STEPS);
  const [i0, j0] = [Math.floor(i), Math.floor(j)];
  const [fi, fj] = [i - i0, j - j0];
  const row = (k: number) =>
    slabTable![k * BI_STEPS + j0]! * (1 - fj) + slabTable![k * BI_STEPS + j0 + 1]! * fj;
  return row(i0) * (1 - fi) + row(i0 + 1) * fi;
}
