import type { Perception } from '../../sim/ports.ts';
import type { Cost, Sense } from '../../sim/record/frames.ts';
import type { Sensors } from '../../sim/senses/registry.ts';
import { defaultSensors, lookCost } from '../../sim/senses/sensors.ts';
import { perfectPerception } from '../../sim/site/robot/perception.ts';
import type { WorldSpec } from '../../sim/world.ts';

const free: Cost = { energyJ: 0, timeUs: 0 };

/** Cost of one look with several senses of one robot: they look one after the other. */
export function costOfLook(sensors: Sensors, senses: readonly Sense[]): Cost {
  return senses.reduce((sum, sense) => {
    const { energyJ, timeUs } = lookCost(sensors, sense);
    return { energyJ: sum.energyJ + energyJ, timeUs: sum.timeUs + timeUs };
  }, free);
}

/** The ablation: the truth at the price of a camera look (which takes no time if `instant`), with no network to run. */
export function truth(world: WorldSpec, instant = false): Perception {
  const labels = [...new Set(world.feed.materials.map((m) => m.materialId))].sort();
  const sense = costOfLook(world.robots[0]?.sensors ?? defaultSensors(), ['visual']);
  return perfectPerception(labels, { sense: instant ? { ...sense, timeUs: 0 } : sense, infer: free });
}
