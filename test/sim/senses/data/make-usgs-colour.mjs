// Picks measured spectra at 31 visible bands with the CIELAB values published beside them.
// Use: node make-usgs-colour.mjs SPECTRA.csv LAB.csv > usgs-colour.json
import fs from 'node:fs';

const NAMES = /brick|cedar|HDPE|PVC|plywood|vinyl|nylon|polyester|concrete|PETE|copper|rust|grass|cardboard/i;

function rows(file) {
  const [head, ...lines] = fs.readFileSync(file, 'utf8').trim().split('\n');
  const cells = (line) =>
    line.match(/("[^"]*"|[^,]*)(,|$)/g).map((cell) => cell.replace(/,$/, '').replace(/^"|"$/g, ''));
  const names = cells(head);
  return lines.map((line) => Object.fromEntries(cells(line).map((value, i) => [names[i], value])));
}

const lab = new Map(rows(process.argv[3]).map((row) => [row.name, row]));
const picked = [];
for (const row of rows(process.argv[2])) {
  const measured = lab.get(row.name);
  if (!measured || !NAMES.test(row.name)) continue;
  const spectrum = Array.from({ length: 31 }, (_, i) => Number(row[400 + 10 * i]));
  if (row['400'] === '' || spectrum.some((value) => !Number.isFinite(value) || value === 0)) continue;
  picked.push({
    name: row.name,
    lab: [Number(measured.L), Number(measured.a), Number(measured.b)],
    spectrum,
  });
}
const source =
  'USGS Spectral Library 7 (Kokaly et al. 2017, doi:10.3133/ds1035), public domain; CIELAB (D65, 2 degrees) computed when the subset was made';
console.log(JSON.stringify({ source, picked }));
