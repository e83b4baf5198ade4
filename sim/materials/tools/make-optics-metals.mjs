// Writes optics-metals.json: reflectance of clean metals at normal incidence, ((n-1)^2 + k^2) / ((n+1)^2 + k^2), and of corrosion
// products as measured (USGS splib07, public domain).
// Use: node make-optics-metals.mjs DATA_FOLDER > optics-metals.json   (n, k: CC0 refractive-index database)
import { readFileSync } from 'node:fs';
import { readExtras, readUsgs } from './make-read-spectra.mjs';

/** Files in order of preference; the first that covers a wavelength is used. */
const METALS = {
  aluminium: ['Al_Cheng', 'Al_Ordal'],
  steel: ['Fe_Querry', 'Fe_Ordal'],
  stainless: ['alloys_stainless-steel_nk_Karlsson-austenitic'],
  copper: ['Cu_Johnson', 'Cu_Ordal'],
  brass: ['alloys_Cu-Zn_nk_Querry-Cu70Zn30'],
  zinc: ['Zn_Querry', 'Zn_Werner'],
};
const NM = [
  400, 450, 500, 550, 600, 650, 700, 750, 800, 830, 860, 900, 950, 1000, 1030, 1060, 1100, 1200, 1300, 1500,
  1700, 2000, 2250, 2500,
];

function readNk(file) {
  return readFileSync(`${process.argv[2]}/refractiveindex/nk/${file}.yml`, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter((row) => row.length === 3 && row.every(Number.isFinite))
    .sort((a, b) => a[0] - b[0]);
}

function reflectanceAt(nm, tables) {
  for (const rows of tables) {
    const i = rows.findIndex((row) => row[0] * 1000 >= nm);
    if (i < 1) continue;
    const [a, b] = [rows[i - 1], rows[i]];
    const t = (nm / 1000 - a[0]) / (b[0] - a[0]);
    const n = a[1] + t * (b[1] - a[1]);
    const k = a[2] + t * (b[2] - a[2]);
    return Number((((n - 1) ** 2 + k * k) / ((n + 1) ** 2 + k * k)).toFixed(3));
  }
  return null;
}

/** What covers the metal: measured object for each kind of corrosion. */
const PRODUCTS = {
  rust: 'Rusted Tin Can',
  white: 'Zinc oxide',
  patina: 'Malachite HS254.1B',
  tarnish: 'Iron oxide GDS810',
};

const metals = Object.entries(METALS).map(([metal, files]) => {
  const tables = files.map(readNk);
  const points = NM.map((nm) => [nm, reflectanceAt(nm, tables)]).filter(([, r]) => r !== null);
  return `    ${JSON.stringify(metal)}: { "source": ${JSON.stringify(files.join(', '))}, "points": ${JSON.stringify(points)} }`;
});
const measured = [...readUsgs(process.argv[2]), ...readExtras(process.argv[2])];
const products = Object.entries(PRODUCTS).map(([kind, object]) => {
  const { name, r } = measured.find((spectrum) => spectrum.name.startsWith(object));
  const points = NM.map((nm) => [nm, Number(r[nm - 350].toFixed(3))]);
  return `    ${JSON.stringify(kind)}: { "source": ${JSON.stringify(name)}, "points": ${JSON.stringify(points)} }`;
});
console.log(
  `{\n  "metals": {\n${metals.join(',\n')}\n  },\n  "products": {\n${products.join(',\n')}\n  }\n}`,
);
