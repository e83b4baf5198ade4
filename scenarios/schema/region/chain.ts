import { regionOf } from '../../../sim/region/made-up-region.ts';
import type { ChainSpec, PlaceSpec } from '../../../sim/region/spec/chain.ts';
import type { RegionSettings } from './schema.ts';
import { type SiteChoice, type Sites, siteOfLines } from './sites.ts';

/** The chain that the settings describe, its measured sites as `choice` sees. */
export function chainOf(
  name: string,
  settings: RegionSettings,
  sites: Sites = new Map(),
  choice: SiteChoice = {},
): ChainSpec {
  const { materials, places, lanes, transport, prices, matrices, disruptions } = settings;
  const site = matrices === undefined ? undefined : siteOfLines(matrices, sites, choice);
  const size = { name, days: settings.days, ...settings.size };
  const made = regionOf(site === undefined ? size : { ...size, site });
  const all = places?.map((one) => placeOf(one, sites, choice)) ?? made.places;
  return {
    ...made,
    materials: materials ?? made.materials,
    places: all.map((entry) => forAll(entry, settings)),
    lanes: lanes ?? made.lanes,
    transport: transport ?? made.transport,
    prices: prices ?? made.prices,
    ...(disruptions.length > 0 ? { disruptions } : {}),
  };
}

/** A place with what the region says of all places of its kind. */
function forAll(place: PlaceSpec, { participation, test }: RegionSettings): PlaceSpec {
  if (place.kind === 'use' && participation !== undefined) return { ...place, participation };
  if (place.kind === 'reprocessor' && test !== undefined) return { test, ...place };
  return place;
}

type PlaceSettings = NonNullable<RegionSettings['places']>[number];

/** A place as the chain knows it: a sorting site has its tables, those of its file if it names one. */
function placeOf(place: PlaceSettings, sites: Sites, choice: SiteChoice): PlaceSpec {
  if (place.kind !== 'sorting') return place;
  const { eurPerKg = 0, energyJPerKg = 0, matrices, ...rest } = place;
  if (Array.isArray(matrices)) return { ...rest, eurPerKg, energyJPerKg, matrices };
  const { matrices: tables, lineEurPerYear, measured } = siteOfLines(matrices, sites, choice);
  return { ...rest, eurPerKg, energyJPerKg, lineEurPerYear, matrices: tables, measured };
}
