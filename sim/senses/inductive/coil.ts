import { besselJ1, gaussLegendre } from './quadrature.ts';

/** Permeability of empty space, H/m (CODATA 2018: 4 pi 1e-7 to ten digits). */
export const MU_0 = 4e-7 * Math.PI;

/** The winding of an air-cored coil: a ring of rectangular section, wound evenly. */
export interface CoilForm {
  readonly innerRadiusM: number;
  readonly outerRadiusM: number;
  readonly heightM: number;
  readonly turns: number;
}

/**
 * The field of a coil as plane conductors below or above it meet it: a sum over spatial frequencies. The conductor throws back the
 * share `reflection` of each, and the coil's inductance changes by the sum of weightH exp(-2 alpha h) reflection(alpha).
 */
export interface CoilField {
  /** Spatial frequencies, 1/m, and their weights, H. */
  readonly alphaPerM: Float64Array;
  readonly weightH: Float64Array;
}

/** Resistivity of annealed copper at 20 C, ohm m (International Annealed Copper Standard). */
const COPPER_OHM_M = 1.7241e-8;
/** Share of the winding's section that is copper: round enamelled wire or litz 0.4-0.65 (memory). */
const COPPER_SHARE = 0.5;
/** Where the sum over spatial frequencies ends: exp(-16) = 1e-7 of the field at the nearest conductor is left out. */
const FIELD_END = 8;
/** Where the sum of the coil's own inductance ends, in radians across the winding; what lies beyond is below 1e-4 of it. */
const OWN_END = 20;

/**
 * The field of a coil whose nearest conductor is `nearestM` from its face. Dodd and Deeds, J. Appl. Phys. 39 (1968) 2829-2838,
 * their coil of rectangular section, with the field averaged over the section by a rule instead of in closed form.
 */
export function fieldOf(form: CoilForm, nearestM: number): CoilField {
  const { alpha, radialSquare } = spectrumOf(form, FIELD_END / nearestM);
  const weightH = alpha.map((each, i) => {
    const mean = axialMean(each * form.heightM);
    return scaleH(form) * radialSquare[i]! * mean * mean;
  });
  return { alphaPerM: alpha, weightH };
}

/** Inductance of the coil alone, H (Dodd and Deeds 1968, the coil without conductors). */
export function ownInductance(form: CoilForm): number {
  const endPerM = OWN_END / Math.min(form.outerRadiusM - form.innerRadiusM, form.heightM);
  const { alpha, radialSquare } = spectrumOf(form, endPerM);
  let sum = 0;
  for (let i = 0; i < alpha.length; i++) {
    const across = alpha[i]! * form.heightM;
    sum += radialSquare[i]! * (2 / across) * (1 - axialMean(across));
  }
  return scaleH(form) * sum;
}

/** Resistance of the winding to direct current at 20 C, ohm. */
export function windingOhm({ innerRadiusM, outerRadiusM, heightM, turns }: CoilForm): number {
  const lengthM = turns * Math.PI * (innerRadiusM + outerRadiusM);
  const wireM2 = (COPPER_SHARE * heightM * (outerRadiusM - innerRadiusM)) / turns;
  return (COPPER_OHM_M * lengthM) / wireM2;
}

function scaleH({ turns }: CoilForm): number {
  return Math.PI * MU_0 * turns * turns;
}

/** Spatial frequencies up to `endPerM`, and for each the square of the mean of r J1(alpha r) over the winding times its weight, m. */
function spectrumOf(form: CoilForm, endPerM: number) {
  const { innerRadiusM, outerRadiusM } = form;
  const depthM = outerRadiusM - innerRadiusM;
  const radii = gaussLegendre(6 + Math.ceil(0.6 * endPerM * depthM), innerRadiusM, outerRadiusM);
  const { at: alpha, weight } = gaussLegendre(24 + Math.ceil(endPerM * outerRadiusM), 0, endPerM);
  const radialSquare = alpha.map((each, i) => {
    let mean = 0;
    for (let j = 0; j < radii.at.length; j++)
      mean += (radii.weight[j]! / depthM) * radii.at[j]! * besselJ1(each * radii.at[j]!);
    return mean * mean * weight[i]!;
  });
  return { alpha, radialSquare };
}

/** Mean of exp(-x) along a winding that is x high in units of 1 / alpha. */
function axialMean(x: number): number {
  return -Math.expm1(-x) / x;
}
