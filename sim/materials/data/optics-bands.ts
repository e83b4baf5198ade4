/**
 * Near-infrared absorption of pure substances as sums of Gaussian bands: alpha(l) = floor + sum height exp(-(l-centre)^2 / 2 sigma^2).
 * centre nm, height 1/cm of solid substance, sigma nm. Where each table comes from is said beside it.
 */
export type Band = readonly [centreNm: number, heightPerCm: number, sigmaNm: number];

export interface Absorber {
  readonly bands: readonly Band[];
  readonly source: string;
}

const PE: readonly Band[] = [
  [1214, 2.0, 14],
  [1395, 1.4, 14],
  [1418, 1.6, 12],
  [1540, 0.4, 20],
  [1730, 11, 10],
  [1764, 8, 10],
  [1820, 1.5, 25],
];
const PS: readonly Band[] = [
  [1145, 1.25, 10],
  [1210, 0.5, 14],
  [1414, 0.5, 25],
  [1640, 1.6, 12],
  [1681, 11, 10],
  [1705, 4, 12],
  [1725, 3, 12],
  [1761, 2.5, 14],
];
const PET: readonly Band[] = [
  [1130, 0.5, 9],
  [1178, 0.4, 14],
  [1410, 0.7, 25],
  [1661, 7.5, 9],
  [1685, 3.2, 14],
  [1727, 2.8, 18],
  [1906, 2.5, 14],
  [1952, 1.2, 14],
];
const PVC: readonly Band[] = [
  [1195, 0.8, 16],
  [1422, 0.7, 22],
  [1716, 8, 11],
  [1748, 4.5, 18],
  [1790, 1.5, 25],
];
const CELLULOSE: readonly Band[] = [
  [1216, 1.0, 40],
  [1480, 8, 55],
  [1590, 3, 50],
  [1771, 3, 40],
  [1927, 12, 28],
  [2102, 22, 45],
  [2274, 14, 30],
  [2337, 12, 28],
];

const START = 'materials.md 3.1 start values, fitted by eye to measured depths';

/** Absorbers by id. */
export const ABSORBERS: Readonly<Record<string, Absorber>> = {
  'pe-hd': { bands: PE, source: START },
  'pe-ld': { bands: PE, source: START },
  pp: {
    bands: [
      [1152, 0.6, 11],
      [1192, 2, 11],
      [1215, 1.2, 13],
      [1395, 1.8, 16],
      [1695, 5, 9],
      [1707, 5.5, 9],
      [1728, 8, 11],
      [1760, 6, 14],
    ],
    source: START,
  },
  ps: { bands: PS, source: START },
  abs: { bands: PS, source: START },
  pet: { bands: PET, source: START },
  pvc: { bands: PVC, source: START },
  pc: {
    bands: [
      [1137, 0.65, 10],
      [1187, 0.4, 12],
      [1390, 0.5, 25],
      [1668, 8, 11],
      [1692, 4.6, 10],
      [1730, 2, 16],
      [1900, 1.6, 9],
    ],
    source: START,
  },
  pmma: {
    bands: [
      [1172, 0.85, 18],
      [1380, 1, 30],
      [1430, 0.7, 20],
      [1680, 5.5, 12],
      [1712, 4.2, 16],
      [1742, 2.5, 18],
      [1907, 3, 12],
    ],
    source: START,
  },
  pa: {
    bands: [
      [1202, 1.3, 18],
      [1395, 0.8, 14],
      [1412, 0.7, 14],
      [1537, 1.7, 20],
      [1573, 0.9, 18],
      [1716, 6.5, 16],
      [1750, 5, 16],
      [2050, 10, 20],
    ],
    source: START,
  },
  cellulose: { bands: CELLULOSE, source: START },
  petg: { bands: PET, source: START },
  pbt: { bands: PET, source: START },
  'pvc-plasticised': { bands: PVC, source: START },
  lignin: { bands: CELLULOSE, source: START },
  cotton: { bands: CELLULOSE, source: START },
  starch: { bands: CELLULOSE, source: START },
  eva: { bands: PE, source: START },
  fat: { bands: PE, source: START },
  butadiene: { bands: PE, source: START },
  bitumen: { bands: PE, source: START },
  grp: { bands: PS, source: START },
  epoxy: { bands: PS, source: START },
  pla: { bands: PVC, source: START },
  pom: { bands: PVC, source: START },
  pur: { bands: PVC, source: START },
  silicone: { bands: PVC, source: START },
  pan: { bands: PVC, source: START },
  keratin: { bands: CELLULOSE, source: START },
  ptfe: { bands: [[1400, 0.2, 20]], source: START },
  gypsum: { bands: [[1400, 0.2, 20]], source: START },
  calcite: { bands: [[1400, 0.2, 20]], source: START },
  clay: { bands: [[1400, 0.2, 20]], source: START },
  'soda-lime': { bands: [[1400, 0.2, 20]], source: START },
  'soda-lime-green': { bands: [[1400, 0.2, 20]], source: START },
  'soda-lime-brown': { bands: [[1400, 0.2, 20]], source: START },
  talc: { bands: [[1400, 0.2, 20]], source: START },
  carbon: { bands: [[1300, 5000, 5000]], source: START },
};
