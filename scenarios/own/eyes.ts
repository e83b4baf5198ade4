import { kept } from '../../sim/kernel/core/kept.ts';
import type { Perception } from '../../sim/ports.ts';
import { type Cost, FREE, type Sense } from '../../sim/record/frames.ts';
import type { RunKey } from '../../sim/run.ts';
import { Instruments } from '../../sim/senses/frames.ts';
import { type AnySense, SENSES, type Sensors, senseRegistry } from '../../sim/senses/registry.ts';
import { costOfLook } from '../../sim/senses/sensors.ts';
import { atCost, lookAhead } from '../../sim/site/robot/perception.ts';
import { fedMaterials, type RobotSpec, type WorldSpec } from '../../sim/world.ts';
import type { MakeClassifier, OwnDay, OwnParts } from './parts.ts';

/** What a maker of perceptions is told of a day. */
export function ownDay(world: WorldSpec, key: RunKey): OwnDay {
  return { labels: fedMaterials(world), world, key };
}

/** Instruments and sensors with the caller's own senses among them. */
export class OwnSensing {
  readonly registry;
  readonly instruments: Instruments;
  private readonly added: Readonly<Record<Sense, object>>;
  private readonly fittedOf = new WeakMap<Sensors, Sensors>();

  constructor(senses: readonly AnySense[], seed: number) {
    this.registry = senseRegistry([...SENSES.all, ...senses]);
    this.instruments = new Instruments(seed, this.registry);
    this.added = Object.fromEntries(senses.map((sense) => [sense.name, sense.fresh()]));
  }

  /** A robot's sensors with the own ones beside them; these stay as they were new. */
  fitted(sensors: Sensors): Sensors {
    return kept(this.fittedOf, sensors, () => ({ ...sensors, ...this.added }));
  }

  /** What one look with several senses costs. */
  cost(sensors: Sensors, senses: readonly Sense[]): Cost {
    return costOfLook(this.fitted(sensors), senses, this.registry);
  }
}

/** What robots see with on one day by the caller's classifiers: the perception of a name, for a robot at its own cost. */
export type OwnEyes = (name: string) => ((robot: RobotSpec) => Perception) | undefined;

/** Opens a classifier as a perception that looks at rendered frames. */
function openOne(name: string, make: MakeClassifier, day: OwnDay, senses: readonly AnySense[]) {
  const sensing = new OwnSensing(senses, day.key.seed);
  const classifier = make(day);
  const beliefs = lookAhead({
    ...{ name, classifier, senseCost: FREE },
    frames: (item, sensors, seen) => sensing.instruments.look(item, sensing.fitted(sensors), seen),
  });
  return ({ sensors }: RobotSpec) =>
    atCost(beliefs, { sense: sensing.cost(sensors, classifier.senses), infer: classifier.cost });
}

/** The caller's perceptions for one day, each opened when it is first asked for and shared by the robots. */
export function ownEyes({ perceptions, senses }: OwnParts, world: WorldSpec, key: RunKey): OwnEyes {
  const open = new Map<string, (robot: RobotSpec) => Perception>();
  return (name) => {
    const make = Object.hasOwn(perceptions, name) ? perceptions[name] : undefined;
    return make && kept(open, name, () => openOne(name, make, ownDay(world, key), senses));
  };
}
