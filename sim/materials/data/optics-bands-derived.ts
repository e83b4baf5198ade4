import type { Absorber } from './optics-band.ts';

/** Band tables of substances without a usable measured spectrum: derived from relatives or from memory, each marked. */

/** The aliphatic first overtones of PE moved by the ratio of fundamentals and scaled by C-H per volume (harmonic shift, derived here). */
export const CH2 =
  'CH2 bands of PE shifted by the ratio of IR fundamentals, scaled by CH2 per volume; not measured';

export const ACRYLONITRILE: Absorber = {
  // Fundamentals 2940/2870 against 2920/2850 of PE; 0.33 of its CH2 per volume, one tertiary C-H; nitrile combinations from memory.
  bands: [
    [1165, 0.15, 14],
    [1203, 0.7, 13],
    [1370, 0.35, 14],
    [1402, 0.5, 14],
    [1430, 0.3, 16],
    [1692, 0.9, 12],
    [1706, 1.5, 11],
    [1720, 3.2, 10],
    [1752, 2, 11],
    [1785, 0.8, 14],
    [1820, 0.5, 20],
    [1908, 1, 12],
    [1930, 0.6, 16],
    [2030, 1.8, 18],
    [2250, 5, 18],
    [2290, 9, 14],
    [2330, 6, 16],
    [2375, 5, 18],
    [2440, 7, 20],
  ],
  source: CH2,
};

export const BUTADIENE: Absorber = {
  // Half the CH2 per volume of PE; olefinic C-H of cis units 1680, 2143, 2190 nm as in fats, vinyl =CH2 1636 nm (Goddu, from memory).
  bands: [
    [1160, 0.35, 13],
    [1213, 1.2, 12],
    [1395, 0.75, 12],
    [1417, 0.7, 13],
    [1450, 0.3, 18],
    [1636, 0.6, 8],
    [1663, 0.7, 12],
    [1680, 1.4, 11],
    [1697, 0.9, 11],
    [1712, 2, 10],
    [1729, 4.4, 9],
    [1747, 1.4, 10],
    [1764, 3, 9],
    [1800, 1, 18],
    [1850, 0.5, 25],
    [2110, 1.2, 14],
    [2143, 2.2, 12],
    [2190, 2, 14],
    [2275, 7, 14],
    [2310, 20, 10],
    [2350, 15, 11],
    [2390, 9, 16],
    [2440, 12, 20],
  ],
  source: CH2,
};

export const PLA: Absorber = {
  // Methyl on an ester carbon: first overtones 1674/1690/1718 (methyl, methine), C=O second overtone 1900-1920; from memory.
  bands: [
    [1160, 0.35, 12],
    [1182, 0.75, 11],
    [1210, 0.2, 14],
    [1363, 0.45, 12],
    [1387, 0.55, 13],
    [1415, 0.4, 14],
    [1450, 0.25, 18],
    [1660, 0.7, 10],
    [1676, 3, 8],
    [1689, 3.4, 8],
    [1703, 2, 9],
    [1720, 2.2, 10],
    [1745, 1.6, 12],
    [1770, 0.9, 14],
    [1820, 0.6, 22],
    [1880, 0.9, 14],
    [1911, 2.8, 10],
    [1945, 1.2, 14],
    [2092, 2, 14],
    [2127, 5, 12],
    [2165, 3, 14],
    [2250, 11, 14],
    [2278, 10, 12],
    [2335, 9, 16],
    [2390, 8, 18],
    [2440, 10, 20],
  ],
  source: 'anchor table (about 1680 1720 1900 2130) and ester/methyl positions from memory; not measured',
};

export const POM: Absorber = {
  bands: [
    [1155, 0.2, 12],
    [1183, 0.7, 12],
    [1365, 0.4, 14],
    [1392, 0.6, 14],
    [1420, 0.4, 15],
    [1672, 2.2, 10],
    [1690, 3.6, 10],
    [1712, 2.6, 11],
    [1735, 3.4, 11],
    [1768, 1.6, 14],
    [1810, 0.7, 20],
    [2085, 2, 16],
    [2240, 7, 16],
    [2275, 10, 14],
    [2310, 8, 16],
    [2360, 8, 18],
    [2440, 9, 20],
  ],
  source: 'anchor table (1180 1390 1690 1730, estimate); not measured',
};

export const PUR: Absorber = {
  bands: [
    [1140, 0.3, 12],
    [1192, 0.8, 14],
    [1210, 0.5, 14],
    [1392, 0.7, 14],
    [1415, 0.6, 14],
    [1500, 0.8, 20],
    [1523, 0.7, 16],
    [1650, 1, 12],
    [1672, 1.8, 10],
    [1694, 3, 12],
    [1712, 2.8, 12],
    [1732, 3, 12],
    [1762, 2, 14],
    [1820, 0.8, 22],
    [1970, 1.5, 18],
    [2050, 4, 16],
    [2140, 3, 18],
    [2180, 3.5, 18],
    [2255, 9, 16],
    [2300, 12, 15],
    [2345, 10, 16],
    [2420, 10, 20],
  ],
  source: 'anchor table (1190 1410 1520 1690 1730 1970 2050 2250, estimate); not measured',
};

export const EPOXY: Absorber = {
  bands: [
    [1136, 0.6, 10],
    [1186, 0.45, 12],
    [1390, 0.5, 14],
    [1412, 0.45, 15],
    [1440, 0.4, 22],
    [1627, 0.7, 12],
    [1645, 1, 10],
    [1660, 3.2, 9],
    [1674, 3, 9],
    [1692, 3, 11],
    [1712, 1.8, 12],
    [1732, 1.8, 12],
    [1762, 1.2, 14],
    [1905, 1.2, 16],
    [1950, 1.2, 22],
    [2085, 3, 20],
    [2133, 5, 13],
    [2165, 6, 13],
    [2205, 4, 16],
    [2260, 7, 16],
    [2305, 10, 15],
    [2345, 8, 16],
    [2430, 10, 20],
  ],
  source:
    'bisphenol-A rings as PC, hydroxyl and anchor table (1140 1410 1660 1950 2130 2200, estimate); not measured',
};

export const KERATIN: Absorber = {
  bands: [
    [1190, 0.6, 16],
    [1365, 0.4, 16],
    [1395, 0.5, 16],
    [1420, 0.7, 18],
    [1490, 2.2, 24],
    [1510, 2.4, 20],
    [1575, 1.4, 22],
    [1690, 3, 12],
    [1706, 1.8, 12],
    [1735, 2.6, 14],
    [1762, 1.6, 14],
    [1820, 0.8, 22],
    [1940, 5, 24],
    [1985, 3, 20],
    [2055, 11, 17],
    [2110, 4, 22],
    [2180, 12, 16],
    [2245, 6, 18],
    [2290, 8, 16],
    [2350, 8, 18],
    [2430, 9, 22],
  ],
  source: 'anchor table wool (1500 1690 1738 2055 2180, estimate) and amide combinations; not measured',
};

export const FLUORO: Absorber = {
  bands: [
    [2150, 0.3, 20],
    [2360, 0.6, 22],
  ],
  source: 'anchor table: no C-H bands, weak 2150 and 2360 (estimate)',
};

export const TALC: Absorber = {
  bands: [
    [1391.5, 4.5, 2.5],
    [2077, 1, 8],
    [2128, 0.8, 9],
    [2176, 1, 9],
    [2231, 1.5, 9],
    [2287, 4, 8],
    [2312, 14, 7],
    [2391, 6, 9],
    [2465, 5, 14],
  ],
  source: 'Mg-OH overtone 1391 and combinations 2312, from memory',
};

/** Iron in glass: Fe2+ near 1050 nm and its tail; 0.1 % Fe2O3 in clear glass, more in green and brown (from memory). */
export function glass(fePerCm: number): Absorber {
  return {
    bands: [
      [1060, fePerCm, 190],
      [1850, fePerCm * 0.35, 260],
      [2210, 0.25, 30],
      [2480, 1.5, 250],
    ],
    source: 'Fe2+ band, from memory',
  };
}

export const CARBON: Absorber = {
  bands: [[1300, 20_000, 3000]],
  source: 'opaque black: soot index of the refractive-index database',
};
