/** Colorimetry on one grid: 31 bands, 400 to 700 nm in steps of 10. */

/** Wavelengths in nm, [31]. */
export const visibleNm: Float64Array = Float64Array.from({ length: 31 }, (_, i) => 400 + 10 * i);

/** CIE 1931 2-degree colour matching functions, [31] each (CIE 15 table, from memory, 4 digits). */
export const xBar: readonly number[] = [
  0.0143, 0.0435, 0.1344, 0.2839, 0.3483, 0.3362, 0.2908, 0.1954, 0.0956, 0.032, 0.0049, 0.0093, 0.0633,
  0.1655, 0.2904, 0.4334, 0.5945, 0.7621, 0.9163, 1.0263, 1.0622, 1.0026, 0.8544, 0.6424, 0.4479, 0.2835,
  0.1649, 0.0874, 0.0468, 0.0227, 0.0114,
];
export const yBar: readonly number[] = [
  0.0004, 0.0012, 0.004, 0.0116, 0.023, 0.038, 0.06, 0.091, 0.139, 0.208, 0.323, 0.503, 0.71, 0.862, 0.954,
  0.995, 0.995, 0.952, 0.87, 0.757, 0.631, 0.503, 0.381, 0.265, 0.175, 0.107, 0.061, 0.032, 0.017, 0.0082,
  0.0041,
];
export const zBar: readonly number[] = [
  0.0679, 0.2074, 0.6456, 1.3856, 1.7471, 1.7721, 1.6692, 1.2876, 0.813, 0.4652, 0.272, 0.1582, 0.0782,
  0.0422, 0.0203, 0.0087, 0.0039, 0.0021, 0.0017, 0.0011, 0.0008, 0.0003, 0.0002, 0, 0, 0, 0, 0, 0, 0, 0,
];

/** CIE standard illuminant D65, relative power, [31] (CIE 15 table, from memory). */
export const d65: readonly number[] = [
  82.75, 91.49, 93.43, 86.68, 104.86, 117.01, 117.81, 114.86, 115.92, 108.81, 109.35, 107.8, 104.79, 107.69,
  104.41, 104.05, 100, 96.33, 95.79, 88.69, 90.01, 89.6, 87.7, 83.29, 83.7, 80.03, 80.21, 82.28, 78.28, 69.72,
  71.61,
];

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
