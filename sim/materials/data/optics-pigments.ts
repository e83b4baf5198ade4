/**
 * Absorption of pigments and dyes in plastic, 1/cm per wt%, as smooth functions of the wavelength in nm.
 * Shapes follow the edges and bands of the pigment powders in USGS splib07 (public domain); strengths from memory (order of magnitude).
 */
export interface Pigment {
  readonly absorptionPerCm: (nm: number) => number;
  readonly source: string;
}

export type PigmentField =
  | 'tio2Pct'
  | 'carbonBlackPct'
  | 'ironOxidePct'
  | 'bluePct'
  | 'greenPct'
  | 'redPct'
  | 'yellowPct'
  | 'blackDyePct';

function bell(nm: number, centreNm: number, sigmaNm: number): number {
  const z = (nm - centreNm) / sigmaNm;
  return Math.exp(-0.5 * z * z);
}

/** 1 far below the edge, 0 far above. */
function edge(nm: number, atNm: number, widthNm: number): number {
  return 1 / (1 + Math.exp((nm - atNm) / widthNm));
}

export const PIGMENTS: Readonly<Record<PigmentField, Pigment>> = {
  tio2Pct: { absorptionPerCm: (nm) => 400 * edge(nm, 385, 7), source: 'USGS GDS798: band edge near 400 nm' },
  carbonBlackPct: {
    absorptionPerCm: (nm) => (200 * 1300) / nm,
    source: 'materials.md 3.5: K = 5e3-5e4 c 1/cm, from memory there; 1/lambda of small absorbers',
  },
  ironOxidePct: {
    absorptionPerCm: (nm) => 250 * edge(nm, 575, 14) + 12 * bell(nm, 870, 70) + 10 * bell(nm, 650, 45),
    source: 'USGS GDS782: edge 520-600 nm, band 874 nm',
  },
  bluePct: {
    absorptionPerCm: (nm) => 300 * bell(nm, 640, 55) + 150 * bell(nm, 720, 28) + 60 * bell(nm, 345, 40),
    source: 'USGS GDS799 phthalocyanine blue',
  },
  greenPct: {
    absorptionPerCm: (nm) => 250 * bell(nm, 670, 55) + 120 * bell(nm, 740, 25) + 180 * edge(nm, 455, 18),
    source: 'phthalocyanine green, from memory',
  },
  redPct: { absorptionPerCm: (nm) => 220 * edge(nm, 585, 12), source: 'organic red, edge from memory' },
  yellowPct: { absorptionPerCm: (nm) => 200 * edge(nm, 505, 11), source: 'organic yellow, edge from memory' },
  blackDyePct: {
    absorptionPerCm: (nm) => 250 * edge(nm, 715, 16),
    source: 'USGS GDS434 black polyester pile: R550 0.012, R1300 0.744',
  },
};
