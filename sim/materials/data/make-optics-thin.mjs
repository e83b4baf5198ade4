// Sharpens the PE tables of optics-bands-fitted.json where HDPE and LDPE differ by a few per cent of slope: their C-H windows are
// replaced by non-negative sums of narrow Gaussians on a fixed grid, fitted to THIN pieces alone, whose -ln R is linear in absorption.
// Use: node make-optics-thin.mjs DATA_FOLDER optics-bands-fitted.json > new.json
import { readFileSync } from 'node:fs';
import { readUsgs } from './make-read-spectra.mjs';

/** Films and thin bottles (depth at 1730 nm 0.06 to 0.46); the thick pieces of both stay for the tests. */
const THIN = {
  'pe-hd': ['GDS390', 'GDS391', 'GDS394', 'GDS373', 'GDS392', 'GDS393'],
  'pe-ld': ['GDS402', 'GDS370', 'GDS404'],
};
/** from, to nm; absorption at both ends (1/cm, tails of the earlier fit); spacing and sigma of the Gaussians, nm. */
const WINDOWS = [
  { from: 1160, to: 1262, ends: [0.25, 0.15], spacing: 6, sigma: 7 },
  { from: 1342, to: 1478, ends: [0.1, 0.3], spacing: 6, sigma: 7 },
  { from: 1640, to: 1840, ends: [0.2, 1.3], spacing: 5, sigma: 5.5 },
];
const ANCHOR = { nm: 1730, alphaPerCm: 12.65 };

const [folder, table] = process.argv.slice(2);
const usgs = readUsgs(folder);
const fitted = JSON.parse(readFileSync(table, 'utf8'));

/** -ln R of a piece above the line through the ends of a window, at each nm. */
function aboveLine(r, { from, to }) {
  const a = (nm) => -Math.log(r[nm - 350]);
  return Array.from(
    { length: to - from + 1 },
    (_, i) => a(from + i) - a(from) - ((a(to) - a(from)) * i) / (to - from),
  );
}

function meanShape(codes, window) {
  const shapes = codes.map((code) => {
    const { r } = usgs.find((row) => row.name.includes(code));
    const main = aboveLine(r, WINDOWS[2])[ANCHOR.nm - WINDOWS[2].from];
    return aboveLine(r, window).map((value) => value / main);
  });
  return shapes[0].map((_, i) => shapes.reduce((sum, shape) => sum + shape[i], 0) / shapes.length);
}

/** Non-negative least squares by cyclic coordinate descent: minimises |basis x - target|. */
function nonNegative(basis, target) {
  const x = new Float64Array(basis.length);
  const rest = Float64Array.from(target);
  const squares = basis.map((column) => column.reduce((sum, v) => sum + v * v, 0));
  for (let sweep = 0; sweep < 4000; sweep++) {
    basis.forEach((column, j) => {
      const step = column.reduce((sum, v, i) => sum + v * rest[i], 0) / squares[j];
      const next = Math.max(0, x[j] + step);
      column.forEach((v, i) => {
        rest[i] -= (next - x[j]) * v;
      });
      x[j] = next;
    });
  }
  return x;
}

function windowBands(codes, window) {
  const { from, to, ends, spacing, sigma } = window;
  const shape = meanShape(codes, window);
  const lineAt = (nm) => ends[0] + ((ends[1] - ends[0]) * (nm - from)) / (to - from);
  const third = WINDOWS[2];
  const atAnchor =
    third.ends[0] + ((third.ends[1] - third.ends[0]) * (ANCHOR.nm - third.from)) / (third.to - third.from);
  const target = shape.map((value, i) => value * (ANCHOR.alphaPerCm - atAnchor) + lineAt(from + i));
  const centres = [];
  for (let c = from - spacing; c <= to + spacing; c += spacing) centres.push(c);
  const basis = centres.map((c) => target.map((_, i) => Math.exp(-0.5 * ((from + i - c) / sigma) ** 2)));
  const heights = nonNegative(basis, target);
  const misfit = Math.sqrt(
    target.reduce(
      (sum, t, i) => sum + (t - basis.reduce((s, column, j) => s + heights[j] * column[i], 0)) ** 2,
      0,
    ) / target.length,
  );
  console.error(`  ${from}-${to} nm: rms ${misfit.toFixed(4)} of ${Math.max(...target).toFixed(2)} 1/cm`);
  return centres.flatMap((c, j) =>
    heights[j] > 0.004 ? [[c, Number(heights[j].toPrecision(3)), sigma]] : [],
  );
}

for (const [id, codes] of Object.entries(THIN)) {
  console.error(id);
  const outside = fitted[id].bands.filter(([c]) => WINDOWS.every(({ from, to }) => c < from || c > to));
  const inside = WINDOWS.flatMap((window) => windowBands(codes, window));
  fitted[id].bands = [...outside, ...inside].sort((a, b) => a[0] - b[0]);
  fitted[id].source =
    `${fitted[id].source.replace(/; windows.*/, '')}; windows 1160-1262, 1342-1478, 1640-1840 nm from thin ${codes.join(' ')}`;
}
const entries = Object.entries(fitted).map(
  ([id, { source, bands }]) =>
    `  ${JSON.stringify(id)}: {\n    "source": ${JSON.stringify(source)},\n    "bands": ${JSON.stringify(bands)}\n  }`,
);
console.log(`{\n${entries.join(',\n')}\n}`);
