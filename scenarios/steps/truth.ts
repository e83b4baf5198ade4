import type { LookCost, Perception } from '../../sim/ports.ts';
import { FREE, type Sense } from '../../sim/record/frames.ts';
import type { RunKey } from '../../sim/run.ts';
import { costOfLook, sensesOf } from '../../sim/senses/sensors.ts';
import {
  type Ablation,
  conditionsOf,
  materialOnly,
  shuffledCondition,
} from '../../sim/site/robot/condition.ts';
import { atCost, fallible, perfectPerception } from '../../sim/site/robot/perception.ts';
import { fedMaterials, type RobotSpec, type WorldSpec } from '../../sim/world.ts';
import type { LooksTake } from './steps.ts';

/** Senses that the truth is paid for as if they had looked: the camera, or the first sense of a robot without one. */
export function truthSenses({ sensors }: Pick<RobotSpec, 'sensors'>): Sense[] {
  return sensesOf(sensors).slice(0, 1);
}

/**
 * The ablation, for each robot: the truth at the price of one look of its own camera (less what looks are spared), with no
 * network to run.
 */
export function truth(world: WorldSpec, take?: LooksTake): (robot: RobotSpec) => Perception {
  return atPriceOfCamera(perfectPerception(fedMaterials(world), { sense: FREE, infer: FREE }), take);
}

/** What a look costs that is spared something. */
export function sparedCost({ sense, infer }: LookCost, take?: LooksTake): LookCost {
  if (take === 'nothing') return { sense: FREE, infer: FREE };
  return { sense: take === 'no-time' ? { ...sense, timeUs: 0 } : sense, infer };
}

function atPriceOfCamera(known: Perception, take?: LooksTake): (robot: RobotSpec) => Perception {
  return (robot) => {
    const sense = costOfLook(robot.sensors, truthSenses(robot));
    return atCost(known, sparedCost({ sense, infer: FREE }, take));
  };
}

/** The ablation of a name, at the price of the truth. */
export function ablation(
  name: Ablation,
  world: WorldSpec,
  { seed }: RunKey,
  take?: LooksTake,
): (robot: RobotSpec) => Perception {
  if (name === 'perfect') return truth(world, take);
  const known = perfectPerception(fedMaterials(world), { sense: FREE, infer: FREE });
  const conditions = conditionsOf(world.feed, seed);
  const seen =
    name === 'material-only' ? materialOnly(known, conditions) : shuffledCondition(known, conditions, seed);
  return atPriceOfCamera(seen, take);
}

/** What a person at the belt sees: the truth at no price of its own, but for a share of mistakes. */
export function person(world: WorldSpec, { seed }: RunKey, wrongShare: number): () => Perception {
  const known = perfectPerception(fedMaterials(world), { sense: FREE, infer: FREE }, []);
  const eyes = fallible(known, { seed, wrongShare });
  return () => eyes;
}
