// Readers of the measured spectra and optical constants that the optical tables are made from (run by make-optics-*.mjs).
import { readFileSync } from 'node:fs';

/** USGS splib07 subset: rows {name, class, r: Float64Array over 350..2500 nm at 1 nm}. */
export function readUsgs(folder) {
  const [, ...rows] = lines(`${folder}/usgs-splib07/usgs_waste_subset_350_2500nm.csv`);
  return rows.map((row) => {
    const cells = row.split(',');
    return { name: cells[1], class: cells[2], r: numbers(cells.slice(3)) };
  });
}

/** USGS splib07 powders and minerals: rows {name, r over 350..2500 nm, interpolated from 2 nm; blanks stay NaN}. */
export function readExtras(folder) {
  const [, ...rows] = lines(`${folder}/usgs-splib07/usgs_extras_400_2500nm_2nm.csv`);
  return rows.map((row) => {
    const cells = row.split(',');
    const even = numbers(cells.slice(2));
    const r = new Float64Array(2151).fill(Number.NaN);
    for (let nm = 400; nm <= 2500; nm++) {
      const i = (nm - 400) / 2;
      r[nm - 350] = (even[Math.floor(i)] + even[Math.ceil(i)]) / 2;
    }
    return { name: cells[0], r };
  });
}

/** Knaeps et al. 2021: rows {name, row, r} over 350..2500 nm at 1 nm; `row` counts from 0 because names repeat. */
export function readKnaeps(folder) {
  const [, ...rows] = lines(`${folder}/knaeps/knaeps_dry_wet_350_2500nm.csv`);
  return rows.map((row, i) => {
    const cells = row.split(',');
    return { name: cells[0], row: i, r: numbers(cells.slice(1)) };
  });
}

/** Absorption 4 pi k / lambda in 1/cm from a refractive-index file with lines "wavelength_um n k". */
export function readAbsorption(folder, file) {
  return lines(`${folder}/refractiveindex/nk/${file}.yml`)
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter((row) => row.length === 3 && row.every(Number.isFinite))
    .map(([um, , k]) => ({ nm: um * 1000, alpha: ((4 * Math.PI * k) / um) * 1e4 }));
}

function lines(path) {
  return readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.length > 0);
}

function numbers(cells) {
  return Float64Array.from(cells, (cell) => (cell === '' ? Number.NaN : Number(cell)));
}
