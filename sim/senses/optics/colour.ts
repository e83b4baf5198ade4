import cie from './cie.json' with { type: 'json' };

/** Colorimetry on one grid: 31 bands, 400 to 700 nm in steps of 10. */

/** Wavelengths in nm, [31]. */
export const visibleNm: Float64Array = Float64Array.from({ length: 31 }, (_, i) => 400 + 10 * i);

/** CIE 1931 2-degree colour matching functions and standard illuminant D65 (relative power), [31] each; sources in the file. */
export const xBar: readonly number[] = cie.xBar;
export const yBar: readonly number[] = cie.yBar;
export const zBar: readonly number[] = cie.zBar;
export const d65: readonly number[] = cie.d65;

/** Second radiation constant, m K (CODATA 2018). */
const C2_M_K = 0.01438776877;

/** Relative spectral power of a black body at a colour temperature in K, [31], 1 at 560 nm. */
export function blackBodyLight(tempK: number): Float64Array {
  const power = (nm: number) => {
    const um = nm / 1000;
    return 1 / (um * um * um * um * um * Math.expm1(C2_M_K / (nm * 1e-9 * tempK)));
  };
  const middle = power(560);
  return visibleNm.map((nm) => power(nm) / middle);
}

/** Linear sRGB from XYZ (IEC 61966-2-1). */
const fromXyz = [
  [3.2404542, -1.5371385, -0.4985314],
  [-0.969266, 1.8760108, 0.041556],
  [0.0556434, -0.2040259, 1.0572252],
] as const;

/**
 * Weights that turn a reflectance spectrum [31] into linear RGB under a light, white-balanced: R = 1 gives (1, 1, 1).
 * Row-major [3, 31].
 */
export function rgbWeights(light: ArrayLike<number>): Float64Array {
  const weights = new Float64Array(93);
  for (let c = 0; c < 3; c++) {
    const [x, y, z] = fromXyz[c]!;
    let white = 0;
    for (let i = 0; i < 31; i++) {
      const w = light[i]! * (x * xBar[i]! + y * yBar[i]! + z * zBar[i]!);
      weights[c * 31 + i] = w;
      white += w;
    }
    for (let i = 0; i < 31; i++) weights[c * 31 + i]! /= white;
  }
  return weights;
}

/** Linear RGB of a reflectance spectrum [31], written to out[at .. at + 2], never negative. */
export function linearRgb(
  weights: Float64Array,
  spectrum: ArrayLike<number>,
  out: Float32Array | Float64Array,
  at = 0,
): void {
  for (let c = 0; c < 3; c++) {
    let sum = 0;
    for (let i = 0; i < 31; i++) sum += weights[c * 31 + i]! * spectrum[i]!;
    out[at + c] = Math.max(0, sum);
  }
}

/** sRGB code value 0..1 of a linear value 0..1 (IEC 61966-2-1). */
export function encodeSrgb(linear: number): number {
  if (linear <= 0.0031308) return 12.92 * Math.max(0, linear);
  return 1.055 * Math.exp(Math.log(linear) / 2.4) - 0.055;
}

/** Linear value 0..1 of an sRGB code value 0..1. */
export function decodeSrgb(code: number): number {
  if (code <= 0.04045) return code / 12.92;
  return Math.exp(2.4 * Math.log((code + 0.055) / 1.055));
}
