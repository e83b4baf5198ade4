/** Bound water: sorption isotherms and the way to equilibrium. */

/**
 * Equilibrium moisture of wood in kg/kg from temperature in K and relative humidity 0..1
 * (Hailwood-Horrobin with the Wood Handbook's coefficients, as coded in several public repositories; 20 C, 65 %: 0.120).
 */
export function woodMoisture(tempK: number, rh: number): number {
  const t = tempK - 273.15;
  const h = Math.min(Math.max(rh, 0), 0.99);
  const w = 349 + 1.29 * t + 0.0135 * t * t;
  const k = 0.805 + 0.000736 * t - 2.73e-6 * t * t;
  const k1 = 6.27 - 0.00938 * t - 3.03e-4 * t * t;
  const k2 = 1.91 + 0.0407 * t - 2.93e-4 * t * t;
  const kh = k * h;
  const chain = k1 * kh + k1 * k2 * kh * kh;
  const dissolved = k1 * kh + 2 * k1 * k2 * kh * kh;
  return (18 / w) * (kh / (1 - kh) + dissolved / (1 + chain));
}

/** GAB isotherm: monolayer um in kg/kg, constants C and K. */
function gab(rh: number, monolayer: number, c: number, k: number): number {
  const kh = k * Math.min(Math.max(rh, 0), 0.99);
  return (monolayer * c * kh) / ((1 - kh) * (1 - kh + c * kh));
}

/** Equilibrium moisture of paper, kg/kg (GAB, constants from memory: 6.7 % at 50 % RH). */
export function paperMoisture(rh: number): number {
  return gab(rh, 0.045, 12, 0.8);
}

/** Isotherms by id: moisture in kg/kg at (tempK, rh). Constants of all but wood are from memory or estimated. */
const isotherms: Readonly<Record<string, (tempK: number, rh: number) => number>> = {
  none: () => 0,
  wood: woodMoisture,
  paper: (_tempK, rh) => paperMoisture(rh),
  cotton: (_tempK, rh) => gab(rh, 0.045, 11, 0.79),
  viscose: (_tempK, rh) => gab(rh, 0.075, 10, 0.76),
  wool: (_tempK, rh) => gab(rh, 0.08, 10, 0.76),
  pa: (_tempK, rh) => 0.085 * rh,
  pet: (_tempK, rh) => 0.006 * rh,
  pla: (_tempK, rh) => 0.01 * rh,
  polar: (_tempK, rh) => 0.006 * rh,
  concrete: (_tempK, rh) => gab(rh, 0.012, 20, 0.75),
  gypsum: (_tempK, rh) => gab(rh, 0.003, 10, 0.8),
};

/** Equilibrium moisture in kg/kg of an isotherm id; throws for an unknown one. */
export function equilibriumMoisture(isotherm: string, tempK: number, rh: number): number {
  const law = isotherms[isotherm];
  if (!law)
    throw new Error(`unknown isotherm "${isotherm}"; moisture.ts has ${Object.keys(isotherms).join(', ')}`);
  return law(tempK, rh);
}

/** Diffusion of bound water, m2/s: the middle of 1e-10 to 1e-9 (memory). */
const MOISTURE_DIFFUSIVITY_M2_PER_S = 3e-10;

/** Moisture after `seconds` at an equilibrium, from both faces of a slab: exact exponential, tau = L^2 / (pi^2 D). */
export function relaxMoisture(
  start: number,
  equilibrium: number,
  thicknessM: number,
  seconds: number,
): number {
  const tauS = (thicknessM * thicknessM) / (Math.PI * Math.PI * MOISTURE_DIFFUSIVITY_M2_PER_S);
  return equilibrium + (start - equilibrium) * Math.exp(-seconds / Math.max(tauS, 1e-6));
}
