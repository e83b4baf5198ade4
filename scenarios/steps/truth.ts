import type { LookCost, Perception } from '../../sim/ports.ts';
import { FREE, type Sense } from '../../sim/record/frames.ts';
import type { RunKey } from '../../sim/run.ts';
import { costOfLook, sensesOf } from '../../sim/senses/sensors.ts';
import { atCost, fallible, perfectPerception } from '../../sim/site/robot/perception.ts';
import { fedMaterials, type RobotSpec, type WorldSpec } from '../../sim/world.ts';

/** Senses that the truth is paid for as if they had looked: the camera, or the first sense of a robot without one. */
export function truthSenses({ sensors }: Pick<RobotSpec, 'sensors'>): Sense[] {
  return sensesOf(sensors).slice(0, 1);
}

/**
 * The ablation, for each robot: the truth at the price of one look of its own camera (which takes no time if `instant`),
 * with no network to run.
 */
export function truth(world: WorldSpec, instant = false): (robot: RobotSpec) => Perception {
  const labels = fedMaterials(world);
  const known = perfectPerception(labels, { sense: FREE, infer: FREE });
  return (robot) => {
    const sense = costOfLook(robot.sensors, truthSenses(robot));
    const cost: LookCost = { sense: instant ? { ...sense, timeUs: 0 } : sense, infer: FREE };
    return atCost(known, cost);
  };
}

/** What a person at the belt sees: the truth at no price of its own, but for a share of mistakes. */
export function person(world: WorldSpec, { seed }: RunKey, wrongShare: number): () => Perception {
  const known = perfectPerception(fedMaterials(world), { sense: FREE, infer: FREE }, []);
  const eyes = fallible(known, { seed, wrongShare });
  return () => eyes;
}
