import { z } from 'zod';
import { chainProblems } from '../../../sim/region/problems.ts';
import type { ChainSpec } from '../../../sim/region/spec/chain.ts';
import type { SpecProblem } from '../../../sim/world.ts';
import { headFields } from '../reading/fields.ts';
import { chainOf, regionSchema } from './schema.ts';

/** A scenario file at chain scale: a region over days to years, played once for each routing policy. */
export const regionScenarioSchema = z.strictObject({
  ...headFields,
  region: regionSchema,
});

export type RegionScenario = z.infer<typeof regionScenarioSchema>;

/** The chain that a region scenario plays. */
export function chainOfScenario(scenario: RegionScenario): ChainSpec {
  return chainOf(scenario.title, scenario.region);
}

/**
 * What the schema cannot see: dead ends, missing outlets, cycles without loss; made-up parts are sound by construction.
 * Places of one's own among made-up lanes or materials fit nowhere: that is one problem and not one for each lane.
 */
export function regionProblems(scenario: RegionScenario): SpecProblem[] {
  const { places, lanes, materials } = scenario.region;
  const missing = [...(lanes ? [] : ['lanes']), ...(materials ? [] : ['materials'])];
  if (places && missing.length > 0)
    return [
      {
        path: ['region', 'places'],
        message: `places are given without ${missing.join(' and ')}`,
        cure: 'Write materials, places and lanes together, or leave all three to region.size',
      },
    ];
  return chainProblems(chainOfScenario(scenario)).map((problem) => ({
    ...problem,
    path: ['region', ...problem.path],
  }));
}
