import { describe, expect, it } from 'vitest';
import { regionOf } from '../../../sim/region/made-up-region.ts';
import { chainProblems } from '../../../sim/region/problems.ts';
import type { ChainSpec, PlaceSpec } from '../../../sim/region/spec/chain.ts';

const region = regionOf({ name: 'test', days: 10, places: 20, materials: 12, kgPerDay: 5000 });

/** The region with one place changed. */
function withPlace(id: string, change: Partial<PlaceSpec>): ChainSpec {
  return {
    ...region,
    places: region.places.map((place) => (place.id === id ? ({ ...place, ...change } as PlaceSpec) : place)),
  };
}

const messages = (spec: ChainSpec): string =>
  chainProblems(spec)
    .map(({ message }) => message)
    .join('\n');

describe('problems of a chain', () => {
  it('a generated region has none', () => {
    expect(chainProblems(region)).toEqual([]);
  });

  it('finds a dead end and an output without an outlet', () => {
    const cut = {
      ...region,
      lanes: region.lanes.filter((lane) => lane.from !== 'collection-01' && lane.output !== 'whole'),
    };
    const open = { ...cut, lanes: cut.lanes.filter((lane) => lane.from !== 'sorting-01') };
    expect(messages(open)).toContain('collection-01 is a dead end');
    expect(messages(open)).toContain('sorting-01 has no outlet for its output "whole"');
  });

  it('finds a shop whose residue could only go back to the homes', () => {
    const lanes = region.lanes.filter((lane) => lane.from !== 'workshop-01' || lane.output !== 'residue');
    expect(messages({ ...region, lanes })).toBe('workshop-01 has no outlet for its output "residue"');
  });

  it('finds a lane to nowhere and an output that does not exist', () => {
    const lanes = [
      ...region.lanes,
      { from: 'sorting-01', to: 'mars', km: 1 },
      { from: 'sorting-01', to: 'market', km: 1, output: 'gold' },
    ];
    expect(messages({ ...region, lanes })).toContain('is no place of this chain');
    expect(messages({ ...region, lanes })).toContain('is no output of sorting-01');
  });

  /** The region in which only workshops, with this yield, can lose anything on the way home. */
  function withoutLossBut(workshopYield: number): ChainSpec {
    const all = Object.fromEntries(region.materials.map(({ materialId }) => [materialId, 1]));
    return {
      ...region,
      places: region.places.map((place) => {
        if (place.kind === 'use') return { ...place, participation: 1 };
        if (place.kind === 'workshop') return { ...place, yield: workshopYield };
        if (place.kind !== 'sorting') return place;
        return { ...place, matrices: [{ loadKgPerH: 1, cells: { whole: all } }] };
      }),
    };
  }

  it('finds a cycle without loss, and none where a workshop loses a hundredth', () => {
    const town = region.places.find((place) => place.kind === 'use')!.id;
    expect(region.lanes.filter((lane) => lane.to === town).length).toBeGreaterThan(0);
    expect(messages(withoutLossBut(1))).toContain('cycle without loss');
    expect(messages(withoutLossBut(0.99))).not.toContain('cycle without loss');
  });

  it('finds unknown and missing cells of a matrix, and a column above 1', () => {
    const site = region.places.find((place) => place.kind === 'sorting')!;
    const id = region.materials[0]!.materialId;
    const found = messages(
      withPlace(site.id, {
        matrices: [{ loadKgPerH: 1, cells: { whole: { [id]: 1.5, unobtainium: 0.1 } } }],
      }),
    );
    expect(found).toContain('unknown input "unobtainium"');
    expect(found).toContain('is missing; write 0');
    expect(found).toContain('must be 0..1, got 1.5');
  });

  it('finds a material that nobody takes, a buyer without price, an id used twice', () => {
    const picky: ChainSpec = {
      ...region,
      places: region.places.map((place) =>
        'accepts' in place && place.kind !== 'reprocessor'
          ? ({ ...place, accepts: ['GLASS'] } as PlaceSpec)
          : place,
      ),
    };
    expect(messages(picky)).toContain('has no price: no place accepts it');
    expect(messages(withPlace('market', { tiers: [] }))).toContain('has no price');
    expect(messages({ ...region, places: [...region.places, region.places[0]!] })).toContain('is used twice');
  });
});
