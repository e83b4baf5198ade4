import type { Shape } from '../record/shape.ts';
import { type CatalogueData, problemsOfCatalogue } from './check.ts';
import raw from './data/catalogue.json' with { type: 'json' };
import type { Colour, Doubt, Family, Look, Material, Range, SourcedValue, Texture } from './material.ts';

type RawCell = readonly [number | Range, string, string, string];
type Entry = Readonly<Record<string, unknown>>;

const number = (entry: Entry, field: string): number => (entry[field] as RawCell)[0] as number;
const range = (entry: Entry, field: string): Range => (entry[field] as RawCell)[0] as Range;

function cellsOf(prefix: string, entry: Entry): Record<string, SourcedValue> {
  const cells: Record<string, SourcedValue> = {};
  for (const [field, raw] of Object.entries(entry)) {
    if (!Array.isArray(raw) || raw.length !== 4 || typeof raw[3] !== 'string') continue;
    // What the length and the text at the end say; `check.ts` holds the rest.
    const [value, unit, source, doubt] = raw as unknown as RawCell;
    cells[`${prefix}.${field}`] = { value, unit, source, doubt: doubt as Doubt };
  }
  return cells;
}

function lookOf(id: string, entry: Entry, data: CatalogueData): Look {
  const names = entry.colours as readonly string[];
  const colours: Colour[] = names.map((name) => ({
    name,
    share: 1 / names.length,
    pigments: data.colours[name] as Colour['pigments'],
  }));
  return {
    id,
    shape: entry.shape as Shape,
    texture: entry.texture as Texture,
    wallCount: entry.wallCount as 1 | 2,
    lengthM: range(entry, 'lengthM'),
    widthM: range(entry, 'widthM'),
    thicknessM: range(entry, 'thicknessM'),
    relativeDensity: range(entry, 'relativeDensity'),
    roughnessUm: range(entry, 'roughnessUm'),
    scatterPerCm: range(entry, 'scatterPerCm'),
    scatterExponent: range(entry, 'scatterExponent'),
    colours,
    visible: entry.visible as string,
    baseSrgb: entry.baseSrgb as readonly [number, number, number],
    labelShare: number(entry, 'labelShare'),
    labelCover: range(entry, 'labelCover'),
    crumple: range(entry, 'crumple'),
    yellowingAtEndPerMm: number(entry, 'yellowingAtEndPerMm'),
    hazeAtEnd: number(entry, 'hazeAtEnd'),
    cracksAtEndPerMm: number(entry, 'cracksAtEndPerMm'),
    laws: entry.laws as readonly string[],
    use: entry.use as string,
  };
}

function opticsOf(entry: Entry, look: Look): Material['optics'] {
  const ids = entry.bands as readonly string[];
  const blend = range(entry, 'blendShare');
  const mean = ids.length > 1 ? (blend[0] + blend[1]) / 2 : 0;
  return {
    kind: entry.kind as Material['optics']['kind'],
    bands: ids.map((id, i) => ({ id, weight: i === 0 ? 1 - mean : mean })),
    blendShare: blend,
    talcPct: range(entry, 'talcPct'),
    metal: entry.metal as string | null,
    refractiveIndex: number(entry, 'refractiveIndex'),
    visible: look.visible,
    crystallinity: range(entry, 'crystallinity'),
    coatingUm: range(entry, 'coatingUm'),
  };
}

function materialOf(
  id: string,
  entry: { name: string; substance: string; look: string },
  looks: ReadonlyMap<string, Look>,
  data: CatalogueData,
): Material {
  const substance = data.substances[entry.substance] as Entry;
  const look = looks.get(entry.look)!;
  return {
    id,
    name: entry.name,
    class: substance.class as string,
    family: substance.family as Family,
    substance: entry.substance,
    look,
    optics: opticsOf(substance, look),
    thermal: {
      densityKgPerM3: number(substance, 'densityKgPerM3'),
      conductivityWPerMK: number(substance, 'conductivityWPerMK'),
      heatCapacityJPerKgK: number(substance, 'heatCapacityJPerKgK'),
      emissivity: number(substance, 'emissivity'),
      lwAbsorptionPerMm: number(substance, 'lwAbsorptionPerMm'),
      lwTable: substance.lwTable as string | null,
    },
    isotherm: substance.isotherm as string,
    hiddenLaws: substance.hiddenLaws as readonly string[],
    fate: {
      ...(substance.fate as { reusable: boolean; repairable: boolean; recycling: 'high' | 'low' | 'none' }),
      // A crate is made to come back, whatever it is made of.
      ...((data.looks[entry.look] as Entry).fate as { reusable?: boolean; repairable?: boolean } | undefined),
      heatingValueMJPerKg: number(substance, 'heatingValueMJPerKg'),
    },
    cells: { ...cellsOf('substance', substance), ...cellsOf('look', data.looks[entry.look] as Entry) },
  };
}

/** Builds the sorted catalogue from its data; throws with the first problems when a number is missing or impossible. */
export function buildCatalogue(data: CatalogueData): readonly Material[] {
  const problems = problemsOfCatalogue(data);
  if (problems.length > 0) {
    throw new Error(`the material catalogue cannot be used:\n  ${problems.slice(0, 10).join('\n  ')}`);
  }
  const looks = new Map(
    Object.entries(data.looks).map(([id, look]) => [id, lookOf(id, look as Entry, data)]),
  );
  return Object.entries(data.materials)
    .map(([id, entry]) => materialOf(id, entry, looks, data))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

// JSON has no pairs, only lists; `problemsOfCatalogue` looks at every one of them.
const data = raw as unknown as CatalogueData;

/** All materials, sorted by id. */
export const materials: readonly Material[] = buildCatalogue(data);

/** Source texts of the catalogue by their short name. */
export const catalogueSources: Readonly<Record<string, string>> = data.sources;

const byId: ReadonlyMap<string, Material> = new Map(materials.map((m) => [m.id, m]));

/** The material of an id; throws with the nearest names when there is none. */
export function materialById(id: string): Material {
  const found = byId.get(id);
  if (found) return found;
  throw new Error(
    `unknown material "${id}"; nearest: ${nearestIds(id).join(', ')} (looptwin materials lists all)`,
  );
}

/** The catalogue ids nearest to a text by shared letter pairs. */
export function nearestIds(text: string, count = 3): string[] {
  const pairs = (s: string) => new Set(Array.from({ length: s.length - 1 }, (_, i) => s.slice(i, i + 2)));
  const wanted = pairs(text.toLowerCase());
  const score = (id: string) => {
    const have = pairs(id);
    let shared = 0;
    for (const pair of have) if (wanted.has(pair)) shared++;
    return (2 * shared) / (have.size + wanted.size);
  };
  return materials
    .map((m) => ({ id: m.id, score: score(m.id) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, count)
    .map((m) => m.id);
}

/** Groups of materials that share a look, two or more each: at `lookCoupling` 0 no camera can tell them apart. */
export function lookGroups(among: readonly string[] = materials.map((m) => m.id)): string[][] {
  const groups = new Map<string, string[]>();
  for (const id of among) {
    const look = materialById(id).look.id;
    groups.set(look, [...(groups.get(look) ?? []), id]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/**
 * Upper bound on the accuracy of any camera-only classifier over equally frequent materials. Only where the substance does not
 * show (`lookCoupling` 0) there is one: above, look-alikes differ in what a camera can see, and nothing is bounded: 1.
 */
export function visualCeiling(among: readonly string[], lookCoupling: number): number {
  if (lookCoupling > 0) return 1;
  const looks = new Set(among.map((id) => materialById(id).look.id));
  return looks.size / among.length;
}
