/**
 * Reflectance of closed layers of soil, as smooth functions of the wavelength in nm: level, visible edge and absorption dips.
 * Band positions: materials.md 7.2 (lignin, starch, kaolinite, hematite; USGS splib07) and 3.4 (fat 1730/1764, biofilm 680); levels are estimates.
 */
export interface Soil {
  readonly reflectance: (nm: number) => number;
  readonly source: string;
}

type Dip = readonly [centreNm: number, depth: number, sigmaNm: number];

function layer(
  visible: number,
  infrared: number,
  edgeNm: number,
  dips: readonly Dip[],
): (nm: number) => number {
  return (nm) => {
    let r = visible + (infrared - visible) / (1 + Math.exp(-(nm - edgeNm) / 60));
    for (const [centreNm, depth, sigmaNm] of dips) {
      const z = (nm - centreNm) / sigmaNm;
      r *= 1 - depth * Math.exp(-0.5 * z * z);
    }
    return r;
  };
}

export const SOILS: Readonly<Record<string, Soil>> = {
  dust: {
    reflectance: layer(0.14, 0.34, 600, [
      [1415, 0.05, 20],
      [1930, 0.1, 35],
      [2208, 0.06, 20],
    ]),
    source: 'road dust: silicate and clay, level estimated',
  },
  clay: {
    reflectance: layer(0.12, 0.5, 580, [
      [874, 0.08, 60],
      [1414, 0.14, 14],
      [1914, 0.16, 28],
      [2207, 0.2, 18],
    ]),
    source: 'kaolinite and hematite bands',
  },
  fat: {
    reflectance: layer(0.25, 0.55, 500, [
      [1210, 0.18, 16],
      [1395, 0.1, 20],
      [1728, 0.4, 12],
      [1764, 0.3, 12],
      [2310, 0.45, 14],
    ]),
    source: 'triglyceride C-H bands; level estimated',
  },
  sugar: {
    reflectance: layer(0.2, 0.6, 520, [
      [1457, 0.35, 50],
      [1580, 0.18, 45],
      [1932, 0.45, 40],
      [2097, 0.5, 45],
    ]),
    source: 'starch bands 1457, 1932, 2097',
  },
  biofilm: {
    reflectance: layer(0.05, 0.4, 710, [
      [680, 0.5, 18],
      [970, 0.08, 25],
      [1450, 0.5, 50],
      [1930, 0.7, 50],
    ]),
    source: 'chlorophyll 680 nm and water',
  },
  soot: { reflectance: () => 0.03, source: 'materials.md 7.5: black bodies 0.01-0.06' },
};
