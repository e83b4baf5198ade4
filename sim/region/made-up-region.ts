import type { CarbonFactor } from '../accounts/carbon.ts';
import { drawKey, uniformAt } from '../kernel/random/random.ts';
import { materialById, materials } from '../materials/catalogue.ts';
import { type Economy, economyOf, lifeByUse, reprocessedClasses } from './made-up-data.ts';
import {
  balesOf,
  isForReuse,
  measuredSorters,
  PAYLOAD_KG,
  type SiteOfLines,
  typedSorters,
} from './made-up-sorting.ts';
import { INVENTORY } from './moves/haul.ts';
import type {
  BuyerSpec,
  ChainMaterialSpec,
  ChainSpec,
  LaneSpec,
  MakerSpec,
  OutletSpec,
  PlaceSpec,
} from './spec/chain.ts';

/** How large a region to build. */
export interface RegionSize {
  readonly name: string;
  readonly days: number;
  /** All places together, at least 20; small regions may get a few more. */
  readonly places: number;
  /** Materials in the order of the catalogue's recyclable ones, at most what it holds. */
  readonly materials: number;
  /** What the region's makers sell, kg a day. */
  readonly kgPerDay: number;
  /** A measured site that all sorting sites are built of; its materials are then the region's. */
  readonly site?: SiteOfLines;
}

/*
 * Figures below are from memory, orders of magnitude, unless a line says otherwise; they make the region plausible, and a real
 * one states its own. Money is EUR of about 2024: work in EUR per kg of input (sorting 0.09, repair 0.8, reprocessing 0.25),
 * rounds of collection in EUR a trip, haulage in EUR per km of a full lorry with its empty way home, gate fees as negative
 * prices in EUR per kg, feed as 80 % of the virgin price. Carbon is kgCO2e: per kg for recovery (fossil carbon burnt) and
 * landfill (handling), per tonne-km for lorries, cradle to gate for materials (region-data.ts). Energy is J per kg of input:
 * 36 kJ = 10 kWh a tonne sorted, 2.5 MJ = 0.7 kWh a kg reprocessed.
 */

/**
 * A made-up region on a map of 120 km by 120 km: makers, towns, collection points, sorting sites, repair shops,
 * reprocessors by class, an export market, energy recovery and a landfill. Positions are drawn by name, so the same
 * size always gives the same region.
 */
export function regionOf(size: RegionSize): ChainSpec {
  const { site } = size;
  const chosen = site?.materials ?? madeUpMaterials(size.materials);
  const towns = names('town', Math.max(2, Math.round(size.places * 0.14)));
  const sorters = names('sorting', Math.max(2, Math.round(size.places * 0.12)));
  const bales = balesOf(chosen, site);
  const workshops = site === undefined || site.outputs.some(isForReuse) ? names('workshop', 2) : [];
  const others = 2 + towns.length + sorters.length + workshops.length + bales.length + 3;
  const collections = names('collection', Math.max(4, size.places - others));
  const capacityKgPerDay = (2.2 * size.kgPerDay) / sorters.length;
  const places: PlaceSpec[] = [
    ...names('maker', 2).map((id) => maker(id, chosen, size.kgPerDay / 2)),
    ...towns.map((id): PlaceSpec => ({ kind: 'use', id, climate: null, participation: 0.75 })),
    ...collections.map(
      (id): PlaceSpec => ({
        kind: 'collection',
        id,
        capacityKg: (20 * size.kgPerDay) / collections.length,
        triggerKg: 8000,
        maxWaitDays: 14,
        eurPerTrip: 60,
      }),
    ),
    ...sorters.map(
      site === undefined ? typedSorters(chosen, capacityKgPerDay) : measuredSorters(site, capacityKgPerDay),
    ),
    ...workshops.map((id) => workshop(id, size.kgPerDay * 0.05)),
    ...bales.map(({ name, classes }) => reprocessor(name, classes, size.kgPerDay)),
    ...outlets(size.kgPerDay),
  ];
  return {
    name: size.name,
    days: size.days,
    materials: chosen.map(chainMaterial),
    places: places.map((place) => ({ ...place, spotKm: drawnAt(place.id) })),
    lanes: lanesOf(places, chosen, site),
    transport: { payloadKg: PAYLOAD_KG, eurPerKm: 2.5, kmPerDay: 500, carbonKgPerTkm: 0.09 },
    prices: { persistence: 0.9, sd: 0.08, shocks: [] },
  };
}

function names(kind: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${kind}-${String(index + 1).padStart(2, '0')}`);
}

/** Recyclable materials spread evenly over the catalogue. */
function madeUpMaterials(count: number): string[] {
  const recyclable = materials.filter((material) => material.fate.recycling !== 'none');
  return spread(
    recyclable.map(({ id }) => id),
    count,
  );
}

/** `count` entries spread evenly over a list. */
function spread(list: readonly string[], count: number): string[] {
  return Array.from(
    { length: Math.min(count, list.length) },
    (_, index) => list[Math.floor((index * list.length) / Math.min(count, list.length))]!,
  );
}

function fromMemory(kgCo2ePerKg: number): CarbonFactor {
  return { kgCo2ePerKg, boundary: INVENTORY, version: 'from memory', year: 2020 };
}

function chainMaterial(materialId: string): ChainMaterialSpec {
  const { class: klass, look } = materialById(materialId);
  const economy = economyOf(klass);
  return {
    materialId,
    meanLifeDays: lifeByUse[look.use] ?? 1000,
    lifeShape: 2,
    virginEurPerKg: economy.virginEurPerKg,
    virginCarbon: fromMemory(economy.virginKgCo2ePerKg),
  };
}

function maker(id: string, materialIds: readonly string[], kgPerDay: number): MakerSpec {
  const makes = materialIds.map((materialId) => ({ materialId, kgPerDay: kgPerDay / materialIds.length }));
  return { kind: 'maker', id, makes, maxRecycledShare: 0.5, seasonality: 0.15 };
}

function workshop(id: string, capacityKgPerDay: number): BuyerSpec {
  return {
    kind: 'workshop',
    id,
    accepts: ['polymer', 'metal', 'textile', 'wood', 'composite', 'fibre', 'mineral', 'elastomer'],
    minCondition: 'repair',
    yield: 0.7,
    lifeShare: 0.5,
    capacityKgPerDay,
    eurPerKg: 0.8,
    // Matrices know materials, not conditions: a lot of whole items is mostly worn, and a shop pays for the few that sell.
    tiers: [
      { minPurity: 0, priceEurPerKg: 0.05 },
      { minPurity: 0.3, priceEurPerKg: 0.15 },
    ],
  };
}

/** A reprocessor of a class, or of a measured output that holds several: then at the mean of their figures. */
function reprocessor(name: string, classes: readonly string[], kgPerDay: number): BuyerSpec {
  const economies = classes.map(economyOf);
  const mean = (of: (economy: Economy) => number) =>
    economies.reduce((sum, economy) => sum + of(economy), 0) / economies.length;
  const baleEurPerKg = mean((economy) => economy.baleEurPerKg);
  return {
    kind: 'reprocessor',
    id: `reprocessor-${name.toLowerCase()}`,
    accepts: [...classes],
    minCondition: 'recycle-low',
    yield: 0.85,
    capacityKgPerDay: kgPerDay * 0.4,
    eurPerKg: 0.25,
    energyJPerKg: 2.5e6,
    carbon: fromMemory(mean((economy) => economy.recycledKgCo2ePerKg)),
    feedEurPerKg: mean((economy) => economy.virginEurPerKg) * 0.8,
    tiers: [
      { minPurity: 0, priceEurPerKg: -0.12 },
      { minPurity: 0.75, priceEurPerKg: baleEurPerKg * 0.4 },
      { minPurity: 0.94, priceEurPerKg: baleEurPerKg },
    ],
  };
}

function outlets(kgPerDay: number): BuyerSpec[] {
  const outlet = (
    kind: 'market' | 'recovery' | 'landfill',
    priceEurPerKg: number,
    kgCo2ePerKg: number,
    capacityKgPerDay: number,
  ): OutletSpec => ({
    kind,
    id: kind,
    accepts: [],
    minCondition: 'feed',
    capacityKgPerDay,
    carbon: fromMemory(kgCo2ePerKg),
    tiers: [{ minPurity: 0, priceEurPerKg }],
  });
  // The export market buys bales of recyclables; mixed residue costs more there than at home.
  const market: OutletSpec = {
    ...outlet('market', 0.02, 0, kgPerDay * 0.1),
    accepts: reprocessedClasses,
    tiers: [
      { minPurity: 0, priceEurPerKg: -0.15 },
      { minPurity: 0.8, priceEurPerKg: 0.02 },
    ],
  };
  return [
    market,
    outlet('recovery', -0.09, 1.6, kgPerDay * 2),
    outlet('landfill', -0.12, 0.02, kgPerDay * 10),
  ];
}

/** Who can send what to whom, on a map drawn by name. */
function lanesOf(
  places: readonly PlaceSpec[],
  materialIds: readonly string[],
  site: SiteOfLines | undefined,
): LaneSpec[] {
  const of = (...kinds: PlaceSpec['kind'][]): string[] =>
    places.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
  const all = (from: readonly string[], to: readonly string[], output?: string): LaneSpec[] =>
    from.flatMap((a) =>
      to.map((b) => ({ from: a, to: b, km: kmBetween(a, b), ...(output === undefined ? {} : { output }) })),
    );
  const bins = of('recovery', 'landfill');
  const home = (from: readonly string[], to: readonly string[]): LaneSpec[] =>
    from.map((a, index) => ({ from: a, to: to[index % to.length]!, km: 0 }));
  const bales = balesOf(materialIds, site).flatMap(({ name }) =>
    all(of('sorting'), [`reprocessor-${name.toLowerCase()}`], name),
  );
  const whole = site === undefined ? ['whole'] : site.outputs.filter(isForReuse).map(({ id }) => id);
  return [
    ...all(of('maker'), of('use')),
    ...home(of('collection'), of('use')).map(({ from, to }) => ({ from: to, to: from, km: 0 })),
    ...home(of('use'), bins),
    ...all(of('collection'), of('sorting')),
    ...home(of('collection'), bins),
    ...bales,
    ...whole.flatMap((output) => all(of('sorting'), of('workshop'), output)),
    ...all(of('sorting'), [...of('market'), ...bins]),
    ...all(of('workshop'), of('use')),
    ...all(of('workshop'), bins, 'residue'),
    ...all(of('reprocessor'), of('maker'), 'feed'),
    ...all(of('reprocessor'), bins, 'residue'),
  ];
}

const MAP_KM = 120;
/** Roads are longer than the straight line. */
const DETOUR = 1.3;

function spotOf(id: string): readonly [number, number] {
  const key = drawKey(1, 0, `region/${id}`, 'position');
  return [uniformAt(key, 0) * MAP_KM, uniformAt(key, 1) * MAP_KM];
}

/** To the metre: for drawing alone, while lanes are as long as the draw says. */
function drawnAt(id: string): readonly [number, number] {
  const [x, y] = spotOf(id);
  return [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000];
}

function kmBetween(a: string, b: string): number {
  const [ax, ay] = spotOf(a);
  const [bx, by] = spotOf(b);
  return DETOUR * Math.sqrt((ax - bx) * (ax - bx) + (ay - by) * (ay - by));
}
