import { lazily } from '../../kernel/random/lazily.ts';
import { ROOM_MOISTURE } from '../../materials/data/optics-bands.ts';
import data from '../../materials/data/optics-pigments.json' with { type: 'json' };
import type { ItemState } from '../../materials/item.ts';
import { type Material, type Pigment, pigmentNames } from '../../materials/material.ts';
import type { TablePlaces } from './places.ts';
import { absorptionTable, tableOf, VISIBLE_END_NM } from './tables.ts';
import { waterAbsorption } from './water.ts';

/** What absorbs and what scatters inside a layer, from the state of the item. */

export interface Term {
  /** Absorption on the 1 nm grid, 1/cm per unit of weight. */
  readonly table: Float32Array;
  readonly weight: number;
}

/** Absorption of each pigment, by the field of the item that holds its share. */
const pigments = pigmentNames.map((field) => ({
  field,
  table: lazily(() =>
    tableOf((nm) => data.pigments[field].terms.reduce((sum, term) => sum + termPerCm(term, nm), 0)),
  ),
}));

/** One smooth term of a pigment, 1/cm per wt%; what the shapes mean is said in the data. */
function termPerCm(term: { shape: string; perCm: number; nm: number; widthNm: number }, nm: number): number {
  if (term.shape === 'inverse') return (term.perCm * term.nm) / nm;
  const z = (nm - term.nm) / term.widthNm;
  return term.perCm * (term.shape === 'edge' ? 1 / (1 + Math.exp(z)) : Math.exp(-0.5 * z * z));
}

/** Pigments that the sun takes: azo reds and yellows; phthalo blue and green, titania and carbon stay (memory). */
const MINERAL: ReadonlySet<Pigment> = new Set(['tio2Pct', 'carbonBlackPct', 'ironOxidePct']);
const FADING: ReadonlySet<Pigment> = new Set(['redPct', 'yellowPct']);

/** Traces that make a beige or cream are mineral and stay (choice), wt%. */
const DYED_PCT = 0.1;

/** Tint of the clean body: three smooth bells that together are about 1 from 430 to 650 nm; nothing of them is left at 780 nm. */
const tints = (
  [
    ['tintBluePerMm', 440, 45],
    ['tintGreenPerMm', 540, 42],
    ['tintRedPerMm', 625, 42],
  ] as const
).map(([field, nm, widthNm]) => {
  const at = (place: number) => Math.exp(-0.5 * ((place - nm) / widthNm) * ((place - nm) / widthNm));
  return { field, table: lazily(() => tableOf(at)) };
});

/** Chromophores of ageing: 1 at 420 nm, falling by e each 60 nm (from memory). */
const yellowing = lazily(() => tableOf((nm) => (nm > 900 ? 0 : Math.exp(-(nm - 420) / 60))));

const bell = (nm: number, centre: number, sigma: number) =>
  Math.exp(-0.5 * ((nm - centre) / sigma) * ((nm - centre) / sigma));

/**
 * O-H of alcohols and hydroperoxides in oxidised polymer: free at 1410 nm, bonded at 1425-1460 nm; it is all that an oxidised polymer
 * shows from 900 to 1700 nm, for the second overtone of C=O lies at 1.95 um and is below any noise (memory).
 */
const hydroxyl = lazily(() => tableOf((nm) => 0.65 * bell(nm, 1410, 18) + 0.35 * bell(nm, 1442, 28)));
/** Two-pass depth of that band at the end of embrittlement (0.3-4 %: 0.05-0.2 mol/l at 1-2 l/mol/cm in 0.1-0.3 mm, memory), and its highest absorption, 1/cm. */
const HYDROXYL_DEPTH = 0.03;
const HYDROXYL_MOST_PER_CM = 0.9;

/** What polyethylene gains and loses as it crystallises, 1/cm for all of it: CH2 of the crystal at 1540, of the melt at 1395 nm (memory). */
const crystal = lazily(() => tableOf((nm) => 0.4 * bell(nm, 1540, 14) - 0.35 * bell(nm, 1395, 9)));
/** Crystallinity rises from 0.59 to 0.79 in the sun (layer of laminates under UVA lamps, netSEM; doi:10.1117/1.JPE.2.022004). */
const CRYSTALLINITY_GAIN = 0.2;
const POLYETHYLENE: ReadonlySet<string> = new Set(['hdpe', 'ldpe']);

/** What sun and air add to a polymer that can be seen in the near infrared: weak O-H, and order in polyethylene. */
function oxidisedTerms(item: ItemState, { family, substance, look }: Material): Term[] {
  const isPolymer = family === 'polymer' && look.laws.some((law) => law.startsWith('photo-'));
  if (!isPolymer || item.oxidation <= 0) return [];
  const share = Math.min(1, item.oxidation);
  const perCm = Math.min(HYDROXYL_MOST_PER_CM, HYDROXYL_DEPTH / (200 * item.thicknessM));
  const terms = [{ table: hydroxyl(), weight: share * perCm }];
  if (!POLYETHYLENE.has(substance)) return terms;
  const gain = CRYSTALLINITY_GAIN * (1 - Math.exp(-1.5 * item.oxidation));
  return [...terms, { table: crystal(), weight: gain * item.relativeDensity }];
}

/** Talc by weight percent to its share of the volume: density 2.7 in a body of about 1 (derived). */
const TALC_VOLUME_PER_PCT = 0.004;

/** Absorption by what the material is: substance (by share and density), talc and bound water. */
export function substanceTerms(item: ItemState, material: Material): Term[] {
  const terms: Term[] = [];
  const solid = item.relativeDensity;
  const substance = solid * item.alphaScale;
  const bands = material.optics.bands;
  for (let i = 0; i < bands.length; i++) {
    const share = substance * shareOf(item, bands, i);
    if (share > 0) terms.push({ table: absorptionTable(bands[i]!.id), weight: share });
  }
  if (item.talcPct > 0) {
    terms.push({ table: absorptionTable('talc'), weight: solid * TALC_VOLUME_PER_PCT * item.talcPct });
  }
  const water = item.moistureKgPerKg - roomMoisture(item, bands);
  if (water > 0) terms.push({ table: waterAbsorption, weight: water * solid });
  return [...terms, ...oxidisedTerms(item, material)];
}

/**
 * Water that the measured tables hold already: their objects were at room humidity. By the shares of the sound material, as
 * greying hides the water in a surface together with its cellulose.
 */
function roomMoisture(item: ItemState, bands: Material['optics']['bands']): number {
  let moisture = 0;
  for (let i = 0; i < bands.length; i++) {
    moisture += blendOf(item, bands, i) * (ROOM_MOISTURE[bands[i]!.id] ?? 0);
  }
  return moisture;
}

/** Absorption that belongs to the look, in the visible as in the near infrared: pigments and yellowing. */
export function colourTerms(item: ItemState, { look }: Material): Term[] {
  const terms: Term[] = [];
  // Textile dyes fade whatever their hue.
  const dyed = look.laws.includes('textile-light');
  for (const { field, table } of pigments) {
    const fades = (dyed && !MINERAL.has(field)) || (FADING.has(field) && item[field] >= DYED_PCT);
    const left = fades ? item.colourLeft : 1;
    if (item[field] > 0) terms.push({ table: table(), weight: item[field] * item.relativeDensity * left });
  }
  for (const { field, table } of tints) {
    if (item[field] > 0) terms.push({ table: table(), weight: 10 * item[field] * item.relativeDensity });
  }
  if (item.yellowingPerMm > 0) terms.push({ table: yellowing(), weight: item.yellowingPerMm * 10 });
  return terms;
}

/**
 * Loss of cellulose bands in a fully greyed wood surface: depth at 1453 nm falls from 0.38 to 0.09 from fresh to highly
 * weathered cedar (shakes of USGS splib07), more than the darker body alone explains.
 */
const GREY_LOSS = 0.75;

/** Share of the i-th curve in the sound material: two curves split by `blendShare`, more by their weights. */
function blendOf(item: ItemState, bands: Material['optics']['bands'], i: number): number {
  return bands.length === 2 ? (i === 1 ? item.blendShare : 1 - item.blendShare) : bands[i]!.weight;
}

/** Share of the i-th curve: what weather or time took is gone. */
function shareOf(item: ItemState, bands: Material['optics']['bands'], i: number): number {
  const { id } = bands[i]!;
  const share = blendOf(item, bands, i);
  if (id === 'lignin') return share * item.lignin;
  if (id === 'cellulose' || id === 'pulp') return share * (1 - GREY_LOSS * (1 - item.lignin));
  if (id === 'phthalate' || id === 'terephthalate') return share * (1 - item.plasticiserLoss);
  return share;
}

/** Scattering of a crack population, 1/cm per crack per mm (estimate: a crazed surface layer whitens at 10 per mm). */
const CRACK_SCATTER_PER_CM = 2;
/** Scattering by titania at 1300 nm, 1/cm per wt%: white and yellow HDPE of USGS fit S = 13 to 28 per cm; 1.5-3 wt% assumed. */
const TITANIA_SCATTER_PER_CM = 9;

export interface Scattering {
  /** S of the substance and its cracks at 1300 nm, 1/cm, and its exponent: S(l) = S(1300) (1300/l)^p. */
  readonly basePerCm: number;
  readonly exponent: number;
  /** Factor on the base where the eye sees: what crystallinity of the substance changes there. */
  readonly visibleScale: number;
  /** Factor on the titania table, 1/cm. */
  readonly titaniaPerCm: number;
}

/** Scattering of the layer: the substance, cracks and titania. */
export function scatteringOf(item: ItemState): Scattering {
  return {
    basePerCm: item.scatterPerCm + CRACK_SCATTER_PER_CM * item.crackPerMm,
    exponent: item.scatterExponent,
    visibleScale: item.visibleScatterScale,
    titaniaPerCm: TITANIA_SCATTER_PER_CM * item.tio2Pct,
  };
}

/** S in 1/cm at each place, in `column` if it is long enough. */
export function scatterAt(scattering: Scattering, places: TablePlaces, column: Float64Array): Float64Array {
  const { basePerCm, exponent, visibleScale, titaniaPerCm } = scattering;
  const s = places.zeros(column);
  places.add(logs(), 1, s);
  for (let i = 0; i < places.length; i++) {
    const scale = places.nm[i]! < VISIBLE_END_NM ? visibleScale : 1;
    s[i] = scale * basePerCm * Math.exp(exponent * s[i]!);
  }
  if (titaniaPerCm > 0) places.add(titania(), titaniaPerCm, s);
  return s;
}

/**
 * Scattering of 0.25 um rutile in plastic, 1 at 1300 nm: nearly flat in the visible, l^-3.5 in the near infrared
 * (small-particle side of Mie; white and yellow HDPE of USGS splib07 fit p = 3.3 to 3.8).
 */
const titania = lazily(() => tableOf((nm) => mieLike(nm) / mieLike(1300)));

function mieLike(nm: number): number {
  return Math.exp(-3.5 * Math.log(nm)) / (1 + Math.exp(3.2 * Math.log(750 / nm)));
}

/** ln(1300 / nm) on the 1 nm grid: a power law without a logarithm per band. */
const logs = lazily(() => tableOf((nm) => Math.log(1300 / nm)));
