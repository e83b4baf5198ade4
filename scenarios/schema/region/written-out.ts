import { stringify } from 'yaml';
import type { PlaceSpec } from '../../../sim/region/spec/chain.ts';
import { chainOfScenario, type LoadedRegion } from './scenario.ts';

/** What a reader of the printed file should know: an edited copy is another region, of which nobody has expected anything. */
const HEAD = `# A region in full. Left out: \`expected\` and \`rules\`. They were written of the region that this is a copy of, and a copy that is
# changed is another one: write what you expect of it before you run it.
`;

/**
 * A region as a YAML file in full: every place, lane, price, capacity and life, to be changed by hand. Whoever plays the file
 * plays the same region; a measured site stays the name of its file. Tables that several places share are written once (& and *).
 */
export function writtenOut(scenario: LoadedRegion): string {
  const { sites: _s, expected: _e, rules: _r, region, ...head } = scenario;
  const { days, perceptions, routing, disruptions } = region;
  const { materials, places, lanes, transport, prices } = chainOfScenario(scenario);
  const full = {
    ...head,
    region: {
      days,
      ...(perceptions === undefined ? {} : { perceptions }),
      ...{ routing, disruptions, transport, prices, materials },
      places: places.map((place) => settingsOf(place, scenario)),
      lanes,
    },
  };
  return HEAD + stringify(full, { lineWidth: 120, flowCollectionPadding: true });
}

/** A place as a file gives it. */
function settingsOf(place: PlaceSpec, { region }: LoadedRegion): object {
  if (place.kind !== 'sorting' || place.measured === undefined) return place;
  const { measured, matrices: _m, eurPerKg: _e, energyJPerKg: _j, lineEurPerYear: _l, ...rest } = place;
  return { ...rest, matrices: givenMatrices(place.id, region) ?? measured.file };
}

/** What the file itself says of the matrices of a place, which may name a perception. */
function givenMatrices(id: string, { places = [], matrices }: LoadedRegion['region']): unknown {
  const own = places.find((place) => place.id === id);
  return own?.kind === 'sorting' ? own.matrices : matrices;
}
