import { kept } from '../../sim/kernel/core/kept.ts';
import type { Perception } from '../../sim/ports.ts';
import { FREE } from '../../sim/record/frames.ts';
import type { RunKey } from '../../sim/run.ts';
import { Instruments } from '../../sim/senses/frames.ts';
import type { AnySense } from '../../sim/senses/registry.ts';
import { costOfLook } from '../../sim/senses/sensors.ts';
import { atCost, lookAhead } from '../../sim/site/robot/perception.ts';
import { fedMaterials, type RobotSpec, type WorldSpec } from '../../sim/world.ts';
import { type MakeClassifier, type OwnDay, type OwnParts, sensesWith } from './parts.ts';

/** What a maker of perceptions is told of a day. */
export function ownDay(world: WorldSpec, key: RunKey): OwnDay {
  return { labels: fedMaterials(world), world, key };
}

/** What robots see with on one day by the caller's classifiers: the perception of a name, for a robot at its own cost. */
export type OwnEyes = (name: string) => ((robot: RobotSpec) => Perception) | undefined;

/** Opens a classifier as a perception that looks at rendered frames. */
function openOne(name: string, make: MakeClassifier, day: OwnDay, senses: readonly AnySense[]) {
  const registry = sensesWith(senses);
  const instruments = new Instruments(day.key.seed, registry);
  const classifier = make(day);
  const beliefs = lookAhead({
    ...{ name, classifier, senseCost: FREE },
    frames: (item, sensors, seen) => instruments.look(item, sensors, seen),
  });
  return ({ sensors }: RobotSpec) =>
    atCost(beliefs, { sense: costOfLook(sensors, classifier.senses, registry), infer: classifier.cost });
}

/** The caller's perceptions for one day, each opened when it is first asked for and shared by the robots. */
export function ownEyes({ perceptions, senses }: OwnParts, world: WorldSpec, key: RunKey): OwnEyes {
  const open = new Map<string, (robot: RobotSpec) => Perception>();
  return (name) => {
    const make = Object.hasOwn(perceptions, name) ? perceptions[name] : undefined;
    return make && kept(open, name, () => openOne(name, make, ownDay(world, key), senses));
  };
}
