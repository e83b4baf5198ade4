import type { ChainSpec } from '../../../sim/region/spec/chain.ts';
import { RESIDUE } from '../../../sim/region/spec/transfer-matrix.ts';
import { chainOf } from './chain.ts';
import type { MatricesFrom, RegionSettings } from './schema.ts';
import { perceptionsOf, trainingsOf } from './site-file.ts';
import { named, type Sites } from './sites.ts';

/**
 * The chain of a region as far as it is known, so that all else that is wrong with it comes to light: perceptions and trainings
 * that a measured site does not know are left out, and a site that could not be read sends nothing to wherever its lanes lead.
 * Null where such a site is what the region is made up of.
 */
export function chainAsKnown(title: string, region: RegionSettings, sites: Sites): ChainSpec | null {
  const { places, matrices, perceptions = [], ...rest } = region;
  const whole = matrices === undefined ? undefined : knownChoice(matrices, perceptions, sites);
  if (whole === null && places === undefined) return null;
  return chainOf(
    title,
    {
      ...rest,
      matrices: whole ?? undefined,
      places: places?.map((place) => {
        if (place.kind !== 'sorting' || Array.isArray(place.matrices)) return place;
        const from = place.matrices as MatricesFrom;
        return { ...place, matrices: knownChoice(from, perceptions, sites) ?? nothingOf(place.id, region) };
      }),
    },
    sites,
  );
}

/** What a place asks of its measured site, as far as the site knows it; null for one that was not read. */
function knownChoice(
  from: MatricesFrom,
  ofRegion: readonly string[],
  sites: Sites,
): Exclude<MatricesFrom, string> | null {
  const { file, perception, training } = named(from);
  const site = sites.get(file);
  if (site === undefined) return null;
  const asked = perception ?? ofRegion[0];
  const seen = perceptionsOf(site).find((one) => one === asked) ?? perceptionsOf(site)[0];
  const known = seen !== undefined && trainingsOf(site, seen).find((one) => one === training);
  return { file, perception: seen, ...(typeof known === 'number' ? { training: known } : {}) };
}

/** Any load. */
const LOAD_KG_PER_H = 1;

/** A table that has the outputs that the lanes of a place name, and sorts nothing into them. */
function nothingOf(id: string, { lanes = [], materials = [] }: RegionSettings) {
  const outputs = lanes.flatMap(({ from, output }) => (from === id && output !== undefined ? [output] : []));
  const row = Object.fromEntries(materials.map(({ materialId }) => [materialId, 0]));
  const cells = Object.fromEntries(outputs.filter((name) => name !== RESIDUE).map((name) => [name, row]));
  return [{ loadKgPerH: LOAD_KG_PER_H, cells }];
}
