// Sharpens the PE tables of make-optics-bands.mjs where HDPE and LDPE differ by a few per cent of slope: their C-H windows come
// from THIN pieces alone, whose -ln R is linear in absorption, joined without a step to the fit of the HDPE pieces between the windows:
// there both are the same, so that no classifier parts them by what the two fits left over.
// From 950 to 1850 nm the result is a non-negative sum of narrow Gaussians on a fixed grid.
// Use: node make-optics-thin.mjs DATA_FOLDER all-by-make-optics-bands.json > thin.json
import { readFileSync } from 'node:fs';
import { readUsgs } from './make-read-spectra.mjs';

/** Films, fibre sheet and thin bottles (depth at 1730 nm 0.06 to 0.46); the thick pieces of both stay for the tests. */
const THIN = {
  'pe-hd': ['GDS390', 'GDS391', 'GDS394', 'GDS373', 'GDS392', 'GDS393'],
  'pe-ld': ['GDS402', 'GDS370', 'GDS404'],
};
/** from, to nm. */
const WINDOWS = [
  { from: 1160, to: 1262 },
  { from: 1342, to: 1478 },
  { from: 1640, to: 1840 },
];
/** Grid of the Gaussians, nm: coarser where bands are wider. */
const RANGE = { from: 950, to: 1850 };
const GRIDS = [
  { from: 944, to: 1610, spacing: 6, sigma: 7 },
  { from: 1615, to: 1856, spacing: 5, sigma: 5.5 },
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

/** Shape per unit of the main band: least squares over all pieces, so that a film near the noise counts as little as it says. */
function meanShape(codes, window) {
  const pieces = codes.map((code) => {
    const { r } = usgs.find((row) => row.name.includes(code));
    return { main: aboveLine(r, WINDOWS[2])[ANCHOR.nm - WINDOWS[2].from], shape: aboveLine(r, window) };
  });
  const weight = pieces.reduce((sum, { main }) => sum + main * main, 0);
  return pieces[0].shape.map(
    (_, i) => pieces.reduce((sum, { main, shape }) => sum + main * shape[i], 0) / weight,
  );
}

function alphaAt(bands, nm) {
  return bands.reduce((sum, [centre, height, sigma]) => sum + height * bell(nm, centre, sigma), 0);
}

function bell(nm, centre, sigma) {
  const z = (nm - centre) / sigma;
  return z * z < 60 ? Math.exp(-0.5 * z * z) : 0;
}

/** Absorption in 1/cm at each nm of RANGE: the fit of all pieces, in the windows the thin pieces above a line between its ends. */
function targetOf(bands, codes) {
  const target = Array.from({ length: RANGE.to - RANGE.from + 1 }, (_, i) => alphaAt(bands, RANGE.from + i));
  const lineOf = ({ from, to }) => {
    const [a, b] = [from, to].map((nm) => alphaAt(bands, nm));
    return (nm) => a + ((b - a) * (nm - from)) / (to - from);
  };
  const scale = ANCHOR.alphaPerCm - lineOf(WINDOWS[2])(ANCHOR.nm);
  for (const window of WINDOWS) {
    const line = lineOf(window);
    meanShape(codes, window).forEach((value, i) => {
      target[window.from + i - RANGE.from] = value * scale + line(window.from + i);
    });
  }
  return target;
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

/** A band this wide, nm, is the grey of the pieces and no band. */
const GREY_NM = 200;

/** Bands of `own` beyond RANGE, narrow ones within it, where `common` rules between the windows. */
function sharpened(own, common, codes) {
  const beyond = own.filter(([centre]) => centre < RANGE.from || centre > RANGE.to);
  const target = targetOf(common, codes).map((value, i) => value - alphaAt(beyond, RANGE.from + i));
  const grid = GRIDS.flatMap(({ from, to, spacing, sigma }) =>
    Array.from({ length: Math.floor((to - from) / spacing) + 1 }, (_, i) => [from + i * spacing, sigma]),
  );
  const heights = nonNegative(
    grid.map(([centre, sigma]) => target.map((_, i) => bell(RANGE.from + i, centre, sigma))),
    target,
  );
  const narrow = grid.flatMap(([centre, sigma], j) =>
    heights[j] > 0.004 ? [[centre, Number(heights[j].toPrecision(3)), sigma]] : [],
  );
  const misfit = target.map((value, i) => alphaAt(narrow, RANGE.from + i) - value);
  console.error(
    `  rms ${Math.sqrt(misfit.reduce((sum, v) => sum + v * v, 0) / misfit.length).toFixed(4)} 1/cm`,
  );
  return [...beyond, ...narrow].sort((a, b) => a[0] - b[0]);
}

const common = fitted['pe-hd'].bands.filter(([, , sigma]) => sigma < GREY_NM);
for (const [id, codes] of Object.entries(THIN)) {
  console.error(id);
  fitted[id].bands = sharpened(fitted[id].bands, common, codes);
  const windows = WINDOWS.map(({ from, to }) => `${from}-${to}`).join(', ');
  fitted[id].source = `${fitted[id].source}; windows ${windows} nm from thin ${codes.join(' ')}`;
}
const entries = Object.entries(fitted).map(
  ([id, { source, bands }]) =>
    `  ${JSON.stringify(id)}: {\n    "source": ${JSON.stringify(source)},\n    "bands": ${JSON.stringify(bands)}\n  }`,
);
console.log(`{\n${entries.join(',\n')}\n}`);
