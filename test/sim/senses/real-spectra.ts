import { readFileSync } from 'node:fs';

/** One measured object: reflectance 900-2450 nm by 5 nm (data/real-spectra.csv, made by data/make-real-spectra.mjs). */
export interface RealSpectrum {
  readonly name: string;
  readonly code: string;
  readonly source: 'usgs' | 'knaeps';
  /** Not among the objects that the band tables were fitted to. */
  readonly unseen: boolean;
  readonly reflectance: Float64Array;
}

const FROM_NM = 900;
const STEP_NM = 5;

/** Objects that optics-bands-fitted.json names as its sources, read from that file: nobody can forget to update a list here. */
function fittedObjects(): Set<string> {
  const text = readFileSync(
    new URL('../../../sim/materials/data/optics-bands-fitted.json', import.meta.url),
    'utf8',
  );
  const sources = Object.values(JSON.parse(text) as Record<string, { source: string }>).map(
    (one) => one.source,
  );
  const named = sources.flatMap((source) => source.match(/GDS\d+|(?<=Knaeps rows [\d ]*)\b\d+\b/g) ?? []);
  return new Set(named);
}

/** All measured objects; reflectance on `gridNm` (5 nm multiples within 900-2450). */
export function realSpectra(gridNm: ArrayLike<number>): RealSpectrum[] {
  const text = readFileSync(new URL('./data/real-spectra.csv', import.meta.url), 'utf8');
  const fitted = fittedObjects();
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [name = '', code = '', ...cells] = line.split(',');
      const all = cells.map((cell) => (cell === '' ? Number.NaN : Number(cell)));
      const source = name.startsWith('usgs') ? 'usgs' : 'knaeps';
      const key = source === 'usgs' ? (/GDS\d+/.exec(name)?.[0] ?? name) : (/\d+/.exec(name)?.[0] ?? name);
      const reflectance = Float64Array.from(gridNm, (nm) => all[(nm - FROM_NM) / STEP_NM]!);
      return { name, code, source, unseen: !fitted.has(key), reflectance };
    });
}
