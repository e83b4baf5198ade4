import { describe, expect, it } from 'vitest';
import { nearest, priceAware } from '../../../sim/decisions/routing.ts';
import { materials as catalogue } from '../../../sim/materials/catalogue.ts';
import { type RegionSize, regionOf } from '../../../sim/region/made-up-region.ts';
import { startChain } from '../../../sim/region/play.ts';
import { chainProblems } from '../../../sim/region/problems.ts';
import type {
  ChainSpec,
  LaneSpec,
  OutletSpec,
  PlaceSpec,
  SortingSpec,
} from '../../../sim/region/spec/chain.ts';
import type { Cells } from '../../../sim/region/spec/transfer-matrix.ts';

type Change = (chain: ChainSpec) => ChainSpec;
type Of<K extends PlaceSpec['kind']> = Extract<PlaceSpec, { readonly kind: K }>;

/** All places of a kind changed alike. */
const places =
  <K extends PlaceSpec['kind']>(kind: K, change: (place: Of<K>) => Partial<Of<K>>): Change =>
  (chain) => ({
    ...chain,
    places: chain.places.map((place) =>
      place.kind === kind ? ({ ...place, ...change(place as Of<K>) } as PlaceSpec) : place,
    ),
  });

const outlet =
  (change: Partial<OutletSpec>): Change =>
  (chain) => ({
    ...chain,
    places: chain.places.map((place) =>
      place.id === 'market' ? ({ ...place, ...change } as PlaceSpec) : place,
    ),
  });

const materials =
  (change: Partial<ChainSpec['materials'][number]>): Change =>
  (chain) => ({ ...chain, materials: chain.materials.map((material) => ({ ...material, ...change })) });

const lanes =
  (change: (lane: LaneSpec, index: number) => LaneSpec): Change =>
  (chain) => ({ ...chain, lanes: chain.lanes.map(change) });

const transport =
  (change: Partial<ChainSpec['transport']>): Change =>
  (chain) => ({ ...chain, transport: { ...chain.transport, ...change } });

const prices =
  (change: Partial<ChainSpec['prices']>): Change =>
  (chain) => ({ ...chain, prices: { ...chain.prices, ...change } });

/** Every cell of a table times a factor. */
const times = (cells: Cells, factor: number): Cells =>
  Object.fromEntries(
    Object.entries(cells).map(([output, row]) => [
      output,
      Object.fromEntries(Object.entries(row).map(([input, share]) => [input, share * factor])),
    ]),
  );

const matrices = (
  change: (entry: SortingSpec['matrices'][number]) => SortingSpec['matrices'][number],
): Change => places('sorting', (site) => ({ matrices: site.matrices.map(change) }));

const carbon = { kgCo2ePerKg: 9, boundary: 'inventory, cradle to gate', version: 'from memory', year: 2020 };
const otherBoundary = { ...carbon, kgCo2ePerKg: 1, boundary: 'another boundary' };
const oneStep = [{ minPurity: 0, priceEurPerKg: 0.5 }];

/** By the path of the parameter in a chain; what a factor's version and year say is provenance and acts on nothing. */
const changes: Readonly<Record<string, Change>> = {
  days: (chain) => ({ ...chain, days: chain.days - 1 }),
  'materials.materialId': (chain) => {
    const known = chain.materials.map(({ materialId }) => materialId);
    const from = known[0]!;
    const to = catalogue.find(({ id }) => !known.includes(id))!.id;
    return JSON.parse(JSON.stringify(chain).replaceAll(`"${from}"`, `"${to}"`)) as ChainSpec;
  },
  'materials.meanLifeDays': materials({ meanLifeDays: 20 }),
  'materials.lifeShape': materials({ lifeShape: 1 }),
  'materials.virginEurPerKg': materials({ virginEurPerKg: 9 }),
  'materials.virginCarbon.kgCo2ePerKg': materials({ virginCarbon: carbon }),
  'materials.virginCarbon.boundary': materials({ virginCarbon: otherBoundary }),
  'maker.makes.materialId': places('maker', ({ makes }) => ({ makes: makes.slice(1) })),
  'maker.makes.kgPerDay': places('maker', ({ makes }) => ({
    makes: makes.map((made) => ({ ...made, kgPerDay: 2 * made.kgPerDay })),
  })),
  'maker.maxRecycledShare': places('maker', () => ({ maxRecycledShare: 0.01 })),
  'maker.seasonality': places('maker', () => ({ seasonality: 0.4 })),
  'use.climate': places('use', () => ({ climate: 'street' })),
  'use.participation': places('use', () => ({ participation: 0.5 })),
  'collection.capacityKg': places('collection', () => ({ capacityKg: 3000 })),
  'collection.triggerKg': places('collection', () => ({ triggerKg: 2000 })),
  'collection.maxWaitDays': places('collection', () => ({ maxWaitDays: 2 })),
  'collection.eurPerTrip': places('collection', () => ({ eurPerTrip: 600 })),
  'sorting.capacityKgPerDay': places('sorting', () => ({ capacityKgPerDay: 4000 })),
  'sorting.hoursPerDay': places('sorting', () => ({ hoursPerDay: 8 })),
  'sorting.storageKg': places('sorting', () => ({ storageKg: 30_000 })),
  'sorting.eurPerKg': places('sorting', () => ({ eurPerKg: 0.2 })),
  'sorting.energyJPerKg': places('sorting', () => ({ energyJPerKg: 1 })),
  'sorting.matrices.loadKgPerH': matrices((entry) => ({ ...entry, loadKgPerH: 3 * entry.loadKgPerH })),
  'sorting.matrices.cells': matrices((entry) => ({ ...entry, cells: times(entry.cells, 0.9) })),
  'sorting.matrices.spread': matrices((entry) => ({ ...entry, spread: times(entry.spread!, 2) })),
  'workshop.accepts': places('workshop', () => ({ accepts: ['metal'] })),
  'workshop.minCondition': places('workshop', () => ({ minCondition: 'reuse' })),
  'workshop.yield': places('workshop', () => ({ yield: 0.2 })),
  'workshop.lifeShare': places('workshop', () => ({ lifeShare: 0.1 })),
  'workshop.capacityKgPerDay': places('workshop', () => ({ capacityKgPerDay: 10 })),
  'workshop.eurPerKg': places('workshop', () => ({ eurPerKg: 3 })),
  'workshop.tiers': places('workshop', () => ({ tiers: oneStep })),
  'reprocessor.accepts': places('reprocessor', ({ accepts }) => ({ accepts: [...accepts, 'polymer'] })),
  'reprocessor.minCondition': places('reprocessor', () => ({ minCondition: 'recycle-high' })),
  'reprocessor.yield': places('reprocessor', () => ({ yield: 0.4 })),
  'reprocessor.capacityKgPerDay': places('reprocessor', () => ({ capacityKgPerDay: 500 })),
  'reprocessor.eurPerKg': places('reprocessor', () => ({ eurPerKg: 1 })),
  'reprocessor.energyJPerKg': places('reprocessor', () => ({ energyJPerKg: 5 })),
  'reprocessor.carbon.kgCo2ePerKg': places('reprocessor', () => ({ carbon })),
  'reprocessor.carbon.boundary': places('reprocessor', () => ({ carbon: otherBoundary })),
  'reprocessor.feedEurPerKg': places('reprocessor', () => ({ feedEurPerKg: 3 })),
  'reprocessor.tiers.minPurity': places('reprocessor', ({ tiers }) => ({
    tiers: tiers.map((tier) => ({ ...tier, minPurity: tier.minPurity / 2 })),
  })),
  'reprocessor.tiers.priceEurPerKg': places('reprocessor', ({ tiers }) => ({
    tiers: tiers.map((tier) => ({ ...tier, priceEurPerKg: 2 * tier.priceEurPerKg })),
  })),
  'market.accepts': outlet({ accepts: ['GLASS'] }),
  'market.minCondition': outlet({ minCondition: 'reuse' }),
  'market.capacityKgPerDay': outlet({ capacityKgPerDay: 100 }),
  'market.carbon.kgCo2ePerKg': outlet({ carbon }),
  'market.carbon.boundary': outlet({ carbon: otherBoundary }),
  'market.tiers': outlet({ tiers: oneStep }),
  'lanes.from': lanes((lane) =>
    lane.from === 'sorting-01' && lane.to === 'market' ? { ...lane, from: 'sorting-02' } : lane,
  ),
  'lanes.to': lanes((lane) =>
    lane.to === 'recovery' && lane.from === 'sorting-01' ? { ...lane, to: 'landfill' } : lane,
  ),
  'lanes.km': lanes((lane) => ({ ...lane, km: lane.km + 300 })),
  'lanes.output': lanes((lane) => (lane.output === 'whole' ? { ...lane, output: 'residue' } : lane)),
  'transport.payloadKg': transport({ payloadKg: 5000 }),
  'transport.eurPerKm': transport({ eurPerKm: 5 }),
  'transport.kmPerDay': transport({ kmPerDay: 20 }),
  'transport.carbonKgPerTkm': transport({ carbonKgPerTkm: 1 }),
  'prices.persistence': prices({ persistence: 0.1 }),
  'prices.sd': prices({ sd: 0.5 }),
  'prices.shocks.day': prices({ shocks: [{ day: 100, factor: 0.5 }] }),
  'prices.shocks.factor': prices({ shocks: [{ day: 60, factor: 0.9 }] }),
};

const size: RegionSize = { name: 'test', days: 200, places: 20, materials: 12, kgPerDay: 20_000 };
const region = regionOf(size);
const base: ChainSpec = {
  ...region,
  materials: region.materials.map((material) => ({ ...material, meanLifeDays: 45 })),
  prices: { ...region.prices, shocks: [{ day: 60, factor: 0.5 }] },
};

/** Two ways of routing, since they use two parts of what is known. */
const routings = [nearest, priceAware];

/** Everything that a chain tells under a way of routing. */
function told(chain: ChainSpec, routing: (typeof routings)[number]): string {
  const lines: string[] = [];
  const sink = {
    event: (event: unknown) => void lines.push(JSON.stringify(event)),
  };
  const run = startChain(chain, { seed: 1, replication: 0 }, { routing }, sink);
  while (run.advance(10_000));
  return JSON.stringify([lines, run.summary()]);
}

/** Paths of all parameters of a chain, by kind of place. */
function parametersOf(chain: ChainSpec): Set<string> {
  const paths = new Set<string>();
  const walk = (value: unknown, path: string): void => {
    if (path.endsWith('.cells') || path.endsWith('.spread') || path.endsWith('.accepts')) paths.add(path);
    else if (Array.isArray(value)) for (const entry of value) walk(entry, path);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) walk(inner, path === '' ? key : `${path}.${key}`);
    else paths.add(path);
  };
  const { places: all, ...rest } = chain;
  walk(rest, '');
  for (const { kind, id: _, ...parameters } of all) walk(parameters, kind);
  return paths;
}

describe('each parameter of a chain changes some output', () => {
  const before = routings.map((routing) => told(base, routing));
  /** The second way is played where the first one tells nothing. */
  const differs = (chain: ChainSpec) => routings.some((routing, i) => told(chain, routing) !== before[i]);

  it.each(Object.entries(changes))('%s', (_, change) => {
    expect(chainProblems(change(base)).map(({ message }) => message)).toEqual([]);
    expect(differs(change(base))).toBe(true);
  });

  it('a change of nothing changes nothing', () => expect(differs({ ...base })).toBe(false));

  it('and none is left out', () => {
    // Names, sources of factors, and where a place stands on a map decide nothing.
    const names = /^name$|spotKm|carbon\.(version|year)$|Carbon\.(version|year)$|^(recovery|landfill)\./;
    const known = Object.keys(changes);
    const left = [...parametersOf(base)].filter(
      (path) => !names.test(path) && !known.some((name) => name === path || path.startsWith(`${name}.`)),
    );
    expect(left).toEqual([]);
  });
});
