import type { ChainSpec, MeasuredAt } from '../../../sim/region/spec/chain.ts';
import { chainOfScenario, type LoadedRegion } from '../../schema/region/scenario.ts';
import { trainingsOf } from '../../schema/region/site-file.ts';
import type { RegionOutcome, RoutingName } from '../../steps/region.ts';

/** One way to play the years: a routing policy, and what the robots of measured sites see with. */
export interface Arm {
  readonly name: string;
  readonly routing: RoutingName;
  /** Null where the region does not compare perceptions. */
  readonly perception: string | null;
  /** Seed of the training; null as above, and for the truth of a region with one training. */
  readonly training: number | null;
  readonly chain: ChainSpec;
}

/** What a play brought, under the name of its arm. */
export interface ArmOutcome extends Omit<RegionOutcome, 'routing'> {
  readonly routing: string;
  readonly training: number | null;
}

/** Every arm of a region in the order of the file; a perception that was trained several times is several arms of one name. */
export function armsOf(scenario: LoadedRegion): Arm[] {
  const { routing, perceptions } = scenario.region;
  if (perceptions === undefined) {
    const chain = chainOfScenario(scenario);
    return routing.map((name) => ({ name, routing: name, perception: null, training: null, chain }));
  }
  return perceptions.flatMap((perception) => {
    const trainings = [...(scenario.sites ?? new Map()).values()].flatMap((site) =>
      trainingsOf(site, perception),
    );
    return [...new Set(trainings)].flatMap((training) => {
      const chain = chainOfScenario(scenario, { perception, training });
      return routing.map(
        (policy): Arm => ({
          name: routing.length > 1 ? `${perception}, ${policy}` : perception,
          ...{ routing: policy, perception, training, chain },
        }),
      );
    });
  });
}

/** Names of the arms, each once. */
export const armNames = (arms: readonly Pick<Arm, 'name'>[]): string[] => [
  ...new Set(arms.map(({ name }) => name)),
];

/** A sorting site of an arm and the measured shifts that it stands on. */
export interface StandsOn extends MeasuredAt {
  readonly arm: string;
  readonly place: string;
}

/** What each sorting site stands on, arm by arm; those whose tables were typed in are left out. */
export function standsOn(arms: readonly Arm[]): StandsOn[] {
  return arms.flatMap(({ name, chain }) =>
    chain.places.flatMap((place) =>
      place.kind === 'sorting' && place.measured !== undefined
        ? [{ arm: name, place: place.id, ...place.measured }]
        : [],
    ),
  );
}

/** Measured shifts with the names of all sorting sites that stand on them. */
export interface StoodOn extends Omit<StandsOn, 'arm' | 'place'> {
  readonly places: readonly string[];
}

/** The measured shifts behind the sorting sites, each once. */
export function stoodOn(sites: readonly StandsOn[]): StoodOn[] {
  const found = new Map<string, StoodOn>();
  for (const { arm: _, place, ...site } of sites) {
    const places = found.get(site.command)?.places ?? [];
    found.set(site.command, { ...site, places: [...new Set([...places, place])] });
  }
  return [...found.values()];
}

/** Which inputs the measurements of sites never met, a sentence for each file; none where all came. */
export function unseenNotes(sites: readonly StandsOn[]): string[] {
  const files = new Map(sites.map((site) => [site.file, site]));
  return [...files.values()]
    .filter(({ unseen }) => unseen > 0)
    .map(
      ({ file, unseen, inputs }) =>
        `In the shifts of ${file} ${unseen} of ${inputs} inputs (a material in a condition) never came: they go where their material went.`,
    );
}

/** Values by training and price history, in their order. */
export function byTraining(
  outcomes: readonly ArmOutcome[],
  value: (outcome: ArmOutcome) => number,
): number[][] {
  return [...new Set(outcomes.map(({ training }) => training))].map((training) =>
    byHistory(
      outcomes.filter((outcome) => outcome.training === training),
      value,
    ),
  );
}

/** One value of each price history, in their order: the mean over the trainings. */
export function byHistory(outcomes: readonly ArmOutcome[], value: (outcome: ArmOutcome) => number): number[] {
  return [...new Set(outcomes.map(({ replication }) => replication))].map((history) => {
    const values = outcomes.filter(({ replication }) => replication === history).map(value);
    return values.reduce((sum, one) => sum + one, 0) / values.length;
  });
}
