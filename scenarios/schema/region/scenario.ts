import { z } from 'zod';
import { chainProblems } from '../../../sim/region/problems.ts';
import type { ChainSpec } from '../../../sim/region/spec/chain.ts';
import type { SpecProblem } from '../../../sim/world.ts';
import { headFields } from '../reading/fields.ts';
import type { SettingProblem } from '../reading/path.ts';
import { ruleProblems, rulesSchema } from '../reading/rules.ts';
import { chainAsKnown } from './as-known.ts';
import { chainOf } from './chain.ts';
import { regionSchema } from './schema.ts';
import { choiceProblems, type SiteChoice, type Sites } from './sites.ts';

/** What rules of a region's expectation can be about, with its unit in the name. */
export const regionQuantities = [
  ...(['regionEurPerYear', 'sitesEurPerYear', 'recycledContent'] as const),
  ...(['circularity', 'reuseShare', 'energyJPerYear'] as const),
] as const;
export type RegionQuantity = (typeof regionQuantities)[number];

/** A scenario file at chain scale: a region over days to years, played once for each routing policy. */
export const regionScenarioSchema = z.strictObject({
  ...headFields,
  rules: rulesSchema(regionQuantities),
  region: regionSchema,
});

export type RegionScenario = z.infer<typeof regionScenarioSchema>;

/** Rules that cannot be held against anything; with `--set` other ways may be played than those that they name. */
export function regionExpectationProblems(
  { rules, region: { perceptions, routing } }: RegionScenario,
  isAsWritten: boolean,
): SettingProblem[] {
  const ways =
    perceptions === undefined
      ? routing
      : perceptions.flatMap((seen) => (routing.length > 1 ? routing.map((by) => `${seen}, ${by}`) : [seen]));
  return ruleProblems(rules, isAsWritten ? ways : undefined);
}

/** A region with the measured sites that it names, if it names any. */
export interface LoadedRegion extends RegionScenario {
  readonly sites?: Sites;
}

/** The chain that a region scenario plays, under the first of its perceptions if nothing else is said. */
export function chainOfScenario(
  { title, region, sites = new Map() }: LoadedRegion,
  choice: SiteChoice = {},
): ChainSpec {
  const perception = choice.perception ?? region.perceptions?.[0];
  return chainOf(title, region, sites, { ...choice, perception });
}

/**
 * What the schema cannot see: dead ends, missing outlets, cycles without loss; made-up parts are sound by construction.
 * Places of one's own among made-up lanes or materials fit nowhere: that is one problem and not one for each lane.
 */
export function regionProblems(scenario: LoadedRegion): SpecProblem[] {
  const { title, region, sites } = scenario;
  const { places, lanes, materials, matrices } = region;
  const missing = [...(lanes ? [] : ['lanes']), ...(materials ? [] : ['materials'])];
  const measured = matrices !== undefined || (places ?? []).some(isMeasured);
  // A manifest keeps what a region was told and not the measured sites, whose names alone say little.
  const untold = measured && sites === undefined;
  const known = sites ?? new Map();
  const asked = untold ? [] : [...kindsOfMatrices(scenario, measured), ...choiceProblems(region, known)];
  if (places && missing.length > 0)
    return [
      {
        path: ['region', 'places'],
        message: `places are given without ${missing.join(' and ')}`,
        cure: 'Write materials, places and lanes together, or leave all three to region.size',
      },
      ...asked,
    ];
  const chain = untold ? null : chainAsKnown(title, region, known);
  const ofChain = chain === null ? [] : chainProblems(chain);
  return [...asked, ...ofChain.map((problem) => ({ ...problem, path: ['region', ...problem.path] }))];
}

type Place = NonNullable<RegionScenario['region']['places']>[number];

const isMeasured = (place: Place): boolean => place.kind === 'sorting' && !Array.isArray(place.matrices);

/** Settings that mean something with measured sites only, or with typed tables only. */
function kindsOfMatrices({ region }: RegionScenario, measured: boolean): SpecProblem[] {
  const { places = [], matrices, perceptions } = region;
  const own = places.flatMap((place, index) =>
    place.kind !== 'sorting' || isMeasured(place)
      ? []
      : (['eurPerKg', 'energyJPerKg'] as const).flatMap((key): SpecProblem[] =>
          place[key] === undefined
            ? [{ path: ['region', 'places', index, key], message: 'is missing', cure: 'Add it: a number' }]
            : [],
        ),
  );
  const both: SpecProblem[] =
    matrices !== undefined && places.length > 0
      ? [
          {
            path: ['region', 'matrices'],
            message: 'is for a made-up region, and places are given',
            cure: 'Write it as the matrices of each sorting place',
          },
        ]
      : [];
  const nothing: SpecProblem[] =
    perceptions !== undefined && !measured
      ? [
          {
            path: ['region', 'perceptions'],
            message: 'no sorting site of this region is measured, so nobody sees anything',
            cure: 'Give a sorting site matrices: site.json, or leave perceptions out',
          },
        ]
      : [];
  return [...own, ...both, ...nothing];
}
