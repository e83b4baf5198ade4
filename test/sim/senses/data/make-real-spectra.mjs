// Writes real-spectra.csv: the measured polymers and natural bodies the spectral tests compare with, 900-2450 nm by 5 nm.
// Use: node make-real-spectra.mjs DATA_FOLDER > real-spectra.csv
// Sources: USGS splib07 (public domain), Knaeps et al. 2021 (CC0). Left out: duplicates (_d_0_75, _d_0_321), tank rows, bottles filled
// with water, and the orange, blue and yellow placemats, whose spectra are blends of PE and PP (1190 and 1696 nm beside 1215 and 1730 nm).
import { readKnaeps, readUsgs } from '../../../../sim/materials/tools/make-read-spectra.mjs';

const USGS = {
  PET: 'GDS379 GDS380 GDS381 GDS382 GDS383 GDS434 GDS435 GDS429',
  HDPE: 'GDS351 GDS373 GDS384 GDS385 GDS386 GDS387 GDS389 GDS390 GDS391 GDS392 GDS393 GDS394 GDS400 GDS369',
  LDPE: 'GDS401 GDS402 GDS404 GDS405 GDS406 GDS370',
  PE: 'GDS339 GDS340',
  PVC: 'GDS338 GDS344 GDS372 GDS395 GDS396 GDS397 GDS398',
  PS: 'GDS345',
  ABS: 'GDS341',
  PA: 'GDS535 GDS536 GDS431 GDS432 GDS433 GDS436 GDS428 GDS438',
  COTTON: 'GDS437 GDS537',
  PAPER: 'PAPR1',
  CARDBOARD: 'GDS371',
  WOOD: 'GDS363 GDS365',
  GRP: 'GDS399 GDS335',
};
const KNAEPS = {
  PET: [11, 15, 16, 39, 44, 45, 46],
  PE: [1, 4, 5, 18, 19, 20, 21, 23, 26],
  PP: [6, 7, 8, 9, 10, 12, 13, 22, 25, 36, 37, 38, 41, 42, 43, 53, 55, 57],
  PS: [33],
};

const folder = process.argv[2];
const grid = Array.from({ length: 311 }, (_, i) => 900 + 5 * i);
/** Mean over 5 nm: what an instrument of this step would see. */
const coarse = (r) =>
  grid.map((nm) => ([-2, -1, 0, 1, 2].reduce((sum, d) => sum + r[nm + d - 350], 0) / 5).toFixed(4));

console.log(['material', 'class', ...grid.map((nm) => `nm_${nm}`)].join(','));
const usgs = readUsgs(folder);
for (const [label, codes] of Object.entries(USGS)) {
  for (const code of codes.split(' ')) {
    const row = usgs.find((spectrum) => spectrum.name.includes(code));
    console.log([`usgs ${row.name}`, label, ...coarse(row.r)].join(',').replaceAll('NaN', ''));
  }
}
const knaeps = readKnaeps(folder);
for (const [label, rows] of Object.entries(KNAEPS)) {
  for (const row of rows)
    console.log([`knaeps ${row} ${knaeps[row].name}`, label, ...coarse(knaeps[row].r)].join(','));
}
