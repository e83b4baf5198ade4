import type { RobotSpec, WorldSpec } from '../world.ts';

/** Worlds that a site with robots is held against. */

/** Arms that every run adds by itself: nobody works, or a person does. No network of a scenario may bear their names. */
export const references = ['no-robot', 'manual-picker'] as const;

/** True for the name of an arm in which no robot works. */
export function isReference(name: string): boolean {
  return (references as readonly string[]).includes(name);
}

/** Who works in place of the robots: nobody, or a person. */
export type Instead = 'nobody' | Picker;

/** The world of a day with somebody else in place of the robots, or as it is. */
export function worldWith(world: WorldSpec, instead: Instead | undefined): WorldSpec {
  if (instead === undefined) return world;
  return instead === 'nobody' ? withoutRobots(world) : withPicker(world, instead);
}

/** A person at the belt. */
export interface Picker {
  /** Attempts an hour at the belt. */
  readonly picksPerHour: number;
  /** Share of attempts that leave the thing on the belt. */
  readonly missShare: number;
  /** Share of things taken for another material. */
  readonly wrongShare: number;
  /** Cost of an hour at the belt, breaks and absence included. */
  readonly eurPerHour: number;
}

/** The same day with nobody there: no belt runs, nothing wears, and all that comes is disposed of. */
export function withoutRobots(world: WorldSpec): WorldSpec {
  return {
    ...world,
    ...{ robots: [], assets: [], machines: [], processEveryS: 0 },
    belt: { ...world.belt, powerW: 0, resortPasses: 0 },
  };
}

/** The same day with one robot less; what belongs to it goes along. */
export function withoutRobot(world: WorldSpec, id: string): WorldSpec {
  return {
    ...world,
    robots: world.robots.filter((robot) => robot.id !== id),
    assets: world.assets.filter(({ robotId }) => robotId !== id),
  };
}

/** Where a robot would have its name. */
export const pickerId = 'picker';

/** What a person has of a robot: hands, no battery that runs low, nothing that draws power. */
const hands = {
  ...{ actuator: 'arm', side: 'left', reachM: 0.6, moveJ: 0, pickSuccess: 1 },
  ...{ offW: 0, sleepW: 0, idleW: 0, wakeJ: 0, sleepAfterS: 1e9, remoteW: 0 },
  ...{ batteryWh: 1e6, startSoc: 1, stopSoc: 0, restartSoc: 0, selfDischargePerDay: 0 },
  ...{ chargeEfficiency: 1, dischargeEfficiency: 1, panelW: 0, panelTempPerK: 0, indoorW: 0 },
  ...{ computeEnergyFactor: 1, computeTimeFactor: 1, sensors: {} },
} as const satisfies Partial<RobotSpec>;

/** The same day with a person in place of the robots: every bin in reach, paid by the open hour. */
export function withPicker(world: WorldSpec, { picksPerHour, missShare, eurPerHour }: Picker): WorldSpec {
  const { outputs, economy, belt } = world;
  const person: RobotSpec = {
    ...hands,
    ...{ id: pickerId, positionM: belt.lengthM / 2, outputs: outputs.map(({ id }) => id) },
    ...{ moveS: 3600 / picksPerHour, pickSuccess: 1 - missShare },
  };
  return {
    ...world,
    robots: [person],
    assets: world.assets.filter(({ robotId }) => robotId === null),
    outputs: outputs.map(({ positionM: _, ...output }) => output),
    economy: { ...economy, fixedEurPerHour: economy.fixedEurPerHour + eurPerHour },
  };
}
