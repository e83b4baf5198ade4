// Writes optics-water.json from a refractive-index file (YAML lines "wavelength_um n k").
// Use: node make-optics-water.mjs water_Segelstein.yml > optics-water.json
import { readFileSync } from 'node:fs';

const rows = readFileSync(process.argv[2], 'utf8')
  .split('\n')
  .map((line) => line.trim().split(/\s+/).map(Number))
  .filter((row) => row.length === 3 && row.every(Number.isFinite));

function kAt(um) {
  const i = rows.findIndex((row) => row[0] >= um);
  const [a, b] = [rows[i - 1], rows[i]];
  return a[2] + ((um - a[0]) / (b[0] - a[0])) * (b[2] - a[2]);
}

const alphaPerCm = [];
for (let nm = 400; nm <= 2500; nm += 10) {
  alphaPerCm.push(Number((((4 * Math.PI * kAt(nm / 1000)) / nm) * 1e7).toPrecision(3)));
}
console.log(
  JSON.stringify({
    about:
      'Absorption of liquid water at 25 C, 1/cm, 400 to 2500 nm in steps of 10 nm: 4 pi k / lambda; made by make-optics-water.mjs.',
    source: 'Segelstein 1981 through the CC0 refractive-index database',
    fromNm: 400,
    stepNm: 10,
    alphaPerCm,
  }),
);
