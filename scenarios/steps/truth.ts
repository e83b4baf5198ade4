import type { LookCost, Perception } from '../../sim/ports.ts';
import type { Cost, Sense } from '../../sim/record/frames.ts';
import { costOfLook, sensesOf } from '../../sim/senses/sensors.ts';
import { atCost, perfectPerception } from '../../sim/site/robot/perception.ts';
import type { RobotSpec, WorldSpec } from '../../sim/world.ts';

const free: Cost = { energyJ: 0, timeUs: 0 };

/** Senses that the truth is paid for as if they had looked: the camera, or the first sense of a robot without one. */
export function truthSenses({ sensors }: Pick<RobotSpec, 'sensors'>): Sense[] {
  return sensesOf(sensors).slice(0, 1);
}

/**
 * The ablation, for each robot: the truth at the price of one look of its own camera (which takes no time if `instant`),
 * with no network to run.
 */
export function truth(world: WorldSpec, instant = false): (robot: RobotSpec) => Perception {
  const labels = [...new Set(world.feed.materials.map((m) => m.materialId))].sort();
  const known = perfectPerception(labels, { sense: free, infer: free });
  return (robot) => {
    const sense = costOfLook(robot.sensors, truthSenses(robot));
    const cost: LookCost = { sense: instant ? { ...sense, timeUs: 0 } : sense, infer: free };
    return atCost(known, cost);
  };
}
