// Fits the Gaussian band tables of optics-bands-fitted.json to measured spectra and optical constants.
// Use: node make-optics-bands.mjs DATA_FOLDER [id ...] > all.json, then node make-optics-thin.mjs DATA_FOLDER all.json > thin.json,
// then node make-optics-saturated.mjs DATA_FOLDER thin.json > optics-bands-fitted.json
// The model is the one of sim/senses: slab after Kubelka-Munk between two surfaces over a backing, written out here so that
// the script stands alone. Each object has its own thickness, scattering, grey absorption, moisture, gain and specular offset.
import { leastSquares } from './make-fit.mjs';
import { POLYMER_PLAN } from './make-optics-plan.mjs';
import { NATURAL_PLAN } from './make-optics-plan-natural.mjs';
import { readAbsorption, readExtras, readKnaeps, readUsgs } from './make-read-spectra.mjs';

const PLAN = [...POLYMER_PLAN, ...NATURAL_PLAN];
const [folder, ...only] = process.argv.slice(2);
const usgs = readUsgs(folder);
const knaeps = readKnaeps(folder);
const extras = readExtras(folder);
const water = readAbsorption(folder, 'water_Segelstein').filter((row) => row.nm > 300 && row.nm < 2600);

const SURFACE = 0.04; // Fresnel reflection at n = 1.5
/** Object parameters with prior mean and standard deviation; logs are natural. */
const OBJECT = [
  ['logDepthCm', Math.log(0.08), 1],
  ['logScatter', Math.log(8), 1.5],
  ['exponent', 0.6, 0.6],
  ['logGain', 0, 0.4],
  ['backing', 0.4, 0.25],
  ['specular', 0.01, 0.02],
  ['logGrey', Math.log(0.1), 1.2],
  ['greyExponent', 0, 2.5],
  ['logWater', Math.log(0.002), 1.2],
];

/** Where overtones of C-H lie, nm. */
const OVERTONES = [
  [1120, 1240],
  [1360, 1440],
  [1600, 1800],
];

/**
 * Wavelengths of the fit: every 2 nm where overtones lie and in the `fine` windows of the plan, else every 6 nm; only where
 * the instruments are sound (Knaeps: no lamp, so the water vapour bands and the detector joint are left out).
 */
function gridOf(source, fine = []) {
  const windows = [...OVERTONES, ...fine];
  const grid = [];
  for (let nm = 882; nm <= (source === 'knaeps' ? 2400 : 2452); nm += 2) {
    const narrow = windows.some(([from, to]) => nm > from && nm < to);
    const vapour =
      source === 'knaeps' &&
      ((nm > 1345 && nm < 1380) || (nm > 1795 && nm < 1990) || (nm > 985 && nm < 1012));
    if ((narrow || nm % 6 === 0) && !vapour) grid.push(nm);
  }
  return grid;
}

/** Expected misfit of ln R by source. */
const LEVEL_SD = { usgs: 0.02, extras: 0.02, knaeps: 0.03 };
/**
 * Expected misfit of the difference of ln R between neighbours 2 nm apart: a share of the steepest slope of the object,
 * not below the noise of the source. Shape counts more than level, and thin pieces as much as thick ones.
 */
const SHAPE_SHARE = 0.015;
const SHAPE_NOISE = { usgs: 1e-4, extras: 3e-4, knaeps: 2e-3 };

function shapeSd(object) {
  let steepest = 0;
  object.log.forEach((value, j) => {
    if (j > 0 && object.grid[j] - object.grid[j - 1] === 2)
      steepest = Math.max(steepest, Math.abs(value - object.log[j - 1]));
  });
  return SHAPE_SHARE * steepest + SHAPE_NOISE[object.source];
}

function objectsOf(plan) {
  const objects = [];
  for (const code of plan.usgs ?? []) {
    const row = usgs.find((spectrum) => spectrum.name.includes(code));
    objects.push({ name: row.name, source: 'usgs', r: row.r });
  }
  for (const name of plan.extras ?? []) {
    objects.push({ name, source: 'extras', r: extras.find((spectrum) => spectrum.name.startsWith(name)).r });
  }
  for (const row of plan.knaeps ?? [])
    objects.push({ name: knaeps[row].name, source: 'knaeps', r: knaeps[row].r });
  for (const object of objects) {
    object.grid = gridOf(object.source, plan.fine).filter((nm) => object.r[nm - 350] > 0);
    object.log = object.grid.map((nm) => Math.log(object.r[nm - 350] + 0.01));
    object.shapeSd = shapeSd(object);
    object.water = object.grid.map((nm) => interpolate(water, nm));
  }
  return objects;
}

function interpolate(rows, nm) {
  const i = Math.max(
    rows.findIndex((row) => row.nm >= nm),
    1,
  );
  const [a, b] = [rows[i - 1], rows[i]];
  return a.alpha + ((nm - a.nm) / (b.nm - a.nm)) * (b.alpha - a.alpha);
}

function alphaAt(nm, bands) {
  let sum = 0;
  for (const [centre, height, sigma] of bands) {
    const z = (nm - centre) / sigma;
    if (z * z < 40) sum += height * Math.exp(-0.5 * z * z);
  }
  return sum;
}

function modelled(nm, alpha, water, p) {
  const d = Math.exp(p[0]);
  const s = Math.exp(p[1] + p[2] * Math.log(1300 / nm));
  const diffuse = (s * d) / (s * d + 0.3);
  const grey = Math.exp(p[6] + p[7] * Math.log(1300 / nm));
  const k = (alpha + grey + Math.exp(p[8]) * water) * (1.1 + 0.9 * diffuse);
  const bS = Math.sqrt(k * (k + 2 * s));
  const e = Math.exp(-Math.min(bS * d, 40));
  const e2 = e * e;
  const denominator = (k + s) * (1 - e2) + bS * (1 + e2);
  const r = (s * (1 - e2)) / denominator;
  const t = (2 * bS * e) / denominator;
  const k2 = SURFACE + (0.6 - SURFACE) * diffuse;
  const bottom = 1 - r * k2;
  const inside = r + (t * t * k2) / bottom;
  const top = 1 - inside * k2;
  const outR = ((1 - SURFACE) * (1 - k2) * inside) / top;
  const outT = ((1 - SURFACE) * t * (1 - k2)) / bottom / top;
  const backing = Math.min(Math.max(p[4], 0), 0.98);
  return p[5] + Math.exp(p[3]) * (outR + (outT * outT * backing) / (1 - (outR + SURFACE) * backing));
}

function fitTable(plan, known) {
  const start = plan.from ? known[plan.from] : plan.bands;
  const free = plan.free ?? (plan.from ? [0.8, 0.35, 0.08] : [3, 1.2, 0.35]);
  const objects = objectsOf(plan);
  const nk = plan.nk ? readAbsorption(folder, plan.nk).filter((row) => row.nm >= 1000 && row.nm <= 1990) : [];
  const mean = [Math.log(0.08)];
  const sd = [1];
  for (const [centre, height, sigma] of start) {
    mean.push(centre, Math.log(height), Math.log(sigma));
    sd.push(...free);
  }
  const firstObject = mean.length;
  for (const _ of objects)
    for (const [, m, s] of OBJECT) {
      mean.push(m);
      sd.push(s);
    }
  const count = nk.length + objects.reduce((sum, object) => sum + 2 * object.grid.length, 0) + 1;
  const base = plan.base
    ? known[plan.base.id].map(([c, h, s]) => [c, (h * plan.base.share) / plan.share, s])
    : [];
  const bandsOf = (x) => start.map((_, b) => [x[1 + 3 * b], Math.exp(x[2 + 3 * b]), Math.exp(x[3 + 3 * b])]);
  const share = plan.share ?? 1;
  const residuals = (x, out) => {
    const pure = bandsOf(x);
    const bands = [...pure, ...base];
    let i = 0;
    for (const row of nk)
      out[i++] =
        (Math.log(alphaAt(row.nm, bands) + Math.exp(x[0])) - Math.log(row.alpha)) / (0.05 + 0.05 / row.alpha);
    objects.forEach((object, o) => {
      const p = x.subarray(firstObject + o * OBJECT.length, firstObject + (o + 1) * OBJECT.length);
      let before = 0;
      object.grid.forEach((nm, j) => {
        const r = modelled(nm, share * alphaAt(nm, bands), object.water[j], p);
        const misfit = Math.log(Math.max(r, 0) + 0.01) - object.log[j];
        out[i] = misfit / LEVEL_SD[object.source];
        const neighbours = j > 0 && nm - object.grid[j - 1] === 2;
        out[i + object.grid.length] = neighbours ? (misfit - before) / object.shapeSd : 0;
        before = misfit;
        i++;
      });
      i += object.grid.length;
    });
    out[i] = plan.anchor ? Math.log(alphaAt(plan.anchor.nm, pure) / plan.anchor.alphaPerCm) / 0.02 : 0;
  };
  const result = leastSquares({
    mean,
    sd,
    count,
    residuals,
    log: (i, cost) => i % 10 === 0 && console.error(plan.id, i, cost.toFixed(0)),
  });
  const bands = bandsOf(result.x).map(([c, h, s]) => [
    Number(c.toFixed(1)),
    Number(h.toPrecision(3)),
    Number(s.toFixed(1)),
  ]);
  report(plan, objects, nk, result, residuals, count);
  return bands;
}

function report(plan, objects, nk, result, residuals, count) {
  const r = new Float64Array(count);
  residuals(result.x, r);
  let i = 0;
  const rms = (n, scale) => {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += r[i + j] ** 2;
    i += n;
    return (Math.sqrt(sum / Math.max(n, 1)) * scale).toFixed(4);
  };
  if (nk.length)
    console.error(
      `  ${plan.nk}: rms ln alpha ${rms(nk.length, 0.05)}, floor ${Math.exp(result.x[0]).toFixed(3)}`,
    );
  const first = result.x.length - objects.length * OBJECT.length;
  objects.forEach((object, o) => {
    const p = OBJECT.map(([name], j) => `${name} ${result.x[first + o * OBJECT.length + j].toFixed(2)}`);
    console.error(
      `  ${object.name}: rms ln R ${rms(object.grid.length, LEVEL_SD[object.source])}, step ${rms(object.grid.length, object.shapeSd)} | ${p.join(' ')}`,
    );
  });
}

const tables = {};
for (const plan of PLAN) {
  if (
    only.length &&
    !only.includes(plan.id) &&
    !only.some((id) => PLAN.find((p) => p.id === id)?.from === plan.id)
  )
    continue;
  tables[plan.id] = fitTable(plan, tables);
}

const entries = Object.entries(tables).map(([id, bands]) => {
  const plan = PLAN.find((candidate) => candidate.id === id);
  const source = [
    plan.nk && `n,k ${plan.nk}`,
    plan.extras && `USGS ${plan.extras.join(', ')}`,
    plan.usgs && `USGS ${plan.usgs.join(' ')}`,
    plan.knaeps && `Knaeps rows ${plan.knaeps.join(' ')}`,
  ]
    .filter(Boolean)
    .join('; ');
  return `  ${JSON.stringify(id)}: {\n    "source": ${JSON.stringify(source)},\n    "bands": ${JSON.stringify(bands)}\n  }`;
});
console.log(`{\n${entries.join(',\n')}\n}`);
