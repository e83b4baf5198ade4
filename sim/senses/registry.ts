import * as rooms from './all.ts';
import type { SenseModel } from './interface/sense.ts';

type Rooms = typeof rooms;

/** A sense whose state is not looked into. */
export type AnySense = SenseModel<object>;

/** The state of a sense by its name. */
export type StateOf<Name extends keyof Rooms> = ReturnType<Rooms[Name]['fresh']>;

/** Senses by name, in order. */
export interface SenseRegistry {
  readonly all: readonly AnySense[];
  readonly names: readonly string[];
  /** The sense of that name; throws with the names that there are. */
  need(name: string): AnySense;
}

/** Makes a registry; throws when two senses share a name, for states, networks and recordings go by it. */
export function senseRegistry(all: readonly AnySense[]): SenseRegistry {
  const byName = new Map<string, AnySense>();
  for (const sense of all) {
    if (byName.has(sense.name))
      throw new Error(
        `senses: the name '${sense.name}' is used twice (${byName.get(sense.name)?.title} and ${sense.title}). ` +
          'Cure: give each sense its own name',
      );
    byName.set(sense.name, sense);
  }
  const names = [...byName.keys()];
  return {
    all,
    names,
    need(name) {
      const sense = byName.get(name);
      if (sense === undefined)
        throw new Error(`senses: no sense '${name}'. Cure: one of ${names.join(', ')}`);
      return sense;
    },
  };
}

/** What every robot and every network has unless something else is said; a robot has any other sense only when asked for. */
export const STANDARD_SENSES = ['visual', 'thermal', 'spectral'] as const;

export type StandardSense = (typeof STANDARD_SENSES)[number];

export function isStandard(name: string): boolean {
  return STANDARD_SENSES.some((standard) => standard === name);
}

const standardPlace = (name: string) => [...STANDARD_SENSES, name].indexOf(name);

/** The standard senses in their order, then the others by name. */
const inOrder = (a: AnySense, b: AnySense) =>
  standardPlace(a.name) - standardPlace(b.name) || (a.name < b.name ? -1 : 1);

/** Every sense there is: the standard ones, then the others by name. */
export const SENSES: SenseRegistry = senseRegistry(Object.values<AnySense>(rooms).sort(inOrder));

/** State of a robot's sensors by sense: they age, get dirty and drift. A robot lacks a sense that is null or missing. */
export type Sensors = { readonly [Name in keyof Rooms]?: StateOf<Name> | null };

/** Sensors that hold at least the standard senses. */
export type StandardSensors = { readonly [Name in StandardSense]: StateOf<Name> };
