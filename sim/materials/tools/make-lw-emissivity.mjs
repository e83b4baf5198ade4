// Computes emissivity and transmittance of polymer slabs in 8-14 um against thickness from measured n,k.
// Use: node make-lw-emissivity.mjs NK_FOLDER > lw-emissivity.json   (NK_FOLDER holds the refractive-index database files)
import fs from 'node:fs';
import path from 'node:path';

const SOURCES = {
  pet: 'PET_Zhang.yml',
  pc: 'PC_Zhang.yml',
  pvc: 'PVC_Zhang.yml',
  ps: 'PS_Zhang.yml',
  pmma: 'PMMA_Zhang-Mitsubishi.yml',
  pdms: 'PDMS_Zhang-10-1.yml',
  pe: 'LLDPE-film_David_MIR.yml',
};
const thicknessUm = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
const C2_UM_K = 14387.76877;
const planck = (um) => 1 / (um ** 5 * Math.expm1(C2_UM_K / (um * 300)));

function read(file) {
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter((row) => row.length === 3 && row.every(Number.isFinite));
}

function at(rows, um) {
  let i = 1;
  while (i < rows.length - 1 && rows[i][0] < um) i++;
  const [a, b] = [rows[i - 1], rows[i]];
  const t = Math.min(1, Math.max(0, (um - a[0]) / (b[0] - a[0])));
  return { n: a[1] + t * (b[1] - a[1]), k: a[2] + t * (b[2] - a[2]) };
}

/** Incoherent slab: eps = (1 - R)(1 - t) / (1 - R t), tau = (1 - R)^2 t / (1 - R^2 t^2), Planck-weighted at 300 K. */
function slab(rows, dUm) {
  const last = rows.at(-1)[0];
  let [eps, tau, weight] = [0, 0, 0];
  for (let um = 8; um <= Math.min(14, last); um += 0.02) {
    const { n, k } = at(rows, um);
    const r = ((n - 1) ** 2 + k ** 2) / ((n + 1) ** 2 + k ** 2);
    const t = Math.exp((-4 * Math.PI * k * dUm) / um);
    const w = planck(um);
    eps += (w * (1 - r) * (1 - t)) / (1 - r * t);
    tau += (w * (1 - r) ** 2 * t) / (1 - (r * t) ** 2);
    weight += w;
  }
  return { eps: +(eps / weight).toFixed(4), tau: +(tau / weight).toFixed(4) };
}

const rows = {};
for (const [id, file] of Object.entries(SOURCES)) {
  const nk = read(path.join(process.argv[2], file));
  const values = thicknessUm.map((d) => slab(nk, d));
  rows[id] = { emissivity: values.map((v) => v.eps), transmittance: values.map((v) => v.tau) };
}
const source =
  'n,k of Zhang et al. 2020 (Appl. Opt. 59, 2337; JQSRT 252, 107063) and David et al. 2022 (LLDPE, to 12.3 um, k floors: a lower bound), CC0 through the refractive-index database';
console.log(
  JSON.stringify(
    {
      about: 'Emissivity and transmittance of slabs, 8-14 um, 300 K, normal incidence.',
      source,
      thicknessUm,
      rows,
    },
    null,
    1,
  ).replace(/\n\s+(?=[\d\]])/g, ' '),
);
