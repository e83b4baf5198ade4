import { maintenancePolicy, processPolicy, sortPolicy } from '../../sim/decisions/policies.ts';
import type { Classifier, MaintenancePolicy, Ports, ProcessPolicy, SortPolicy } from '../../sim/ports.ts';
import type { Sense } from '../../sim/record/frames.ts';
import type { RunKey } from '../../sim/run.ts';
import { type AnySense, SENSES, type SenseRegistry, senseRegistry } from '../../sim/senses/registry.ts';
import type { WorldSpec } from '../../sim/world.ts';

/** The day that a perception is made for, as far as whoever builds a robot knows it. */
export interface OwnDay {
  /** Sorted ids of the materials that the feed may bring. */
  readonly labels: readonly string[];
  readonly world: WorldSpec;
  readonly key: RunKey;
}

/** Makes what a robot sees with: a classifier of rendered frames. Called anew for every day. */
export type MakeClassifier = (day: OwnDay) => Classifier;

/** Policies of the caller; each is made anew for every day, since policies may remember. */
export interface OwnPolicies {
  readonly sorting?: () => SortPolicy;
  readonly maintenance?: (world: WorldSpec) => MaintenancePolicy;
  readonly processing?: () => ProcessPolicy;
}

/**
 * What the caller of the library hands in as functions. Functions cannot cross to other threads, so days that need them are
 * played in the calling thread; and nothing that depends on them is read from the cache or left in it.
 */
export interface OwnParts {
  readonly policies: OwnPolicies;
  /** By the name that the perception has in the answer. */
  readonly perceptions: Readonly<Record<string, MakeClassifier>>;
  /** Senses that every robot carries for these perceptions, besides those of the scenario; they wear with its lens and lamp. */
  readonly senses: readonly AnySense[];
  /** What is known of the parts once they have been tried: names of the policies, senses of each perception. */
  readonly facts: OwnFacts;
}

/** Price of the parts of senses by name, EUR. */
export type PartsEur = Readonly<Record<Sense, number>>;

/** The parts in plain words, as a manifest keeps them. */
export interface OwnFacts {
  readonly sorting?: string;
  readonly maintenance?: string;
  readonly processing?: string;
  readonly perceptions: Readonly<Record<string, readonly Sense[]>>;
  /** The caller's senses with what the parts of each cost a robot. */
  readonly senses: PartsEur;
}

/** looptwin's senses and the caller's. */
export function sensesWith(senses: readonly AnySense[]): SenseRegistry {
  return senses.length === 0 ? SENSES : senseRegistry([...SENSES.all, ...senses]);
}

/** A world whose robots carry the caller's senses too, as good as new. */
export function fittedWith(world: WorldSpec, senses: readonly AnySense[]): WorldSpec {
  if (senses.length === 0) return world;
  const added = Object.fromEntries(senses.map((sense) => [sense.name, sense.fresh()]));
  const robots = world.robots.map((robot) => ({ ...robot, sensors: { ...robot.sensors, ...added } }));
  return { ...world, robots };
}

/** Who decides on a day, by name. */
export interface PolicyNames {
  readonly sorting: string;
  readonly maintenance: string;
  readonly processing: string;
}

/** The policies of a day by their names, made anew: the caller's own where it has that name; throws on an unknown name. */
export function openPolicies(
  { sorting, maintenance, processing }: PolicyNames,
  world: WorldSpec,
  own: OwnPolicies = {},
): Required<Pick<Ports, 'sorting' | 'maintenance' | 'processing'>> {
  const named = <P extends { readonly name: string }>(name: string, mine: P | undefined) =>
    mine?.name === name ? mine : undefined;
  return {
    sorting: named(sorting, own.sorting?.()) ?? sortPolicy(sorting),
    maintenance: named(maintenance, own.maintenance?.(world)) ?? maintenancePolicy(maintenance, world),
    processing: named(processing, own.processing?.()) ?? processPolicy(processing),
  };
}
