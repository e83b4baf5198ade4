import type { BackendName } from '../../../models/engine/found.ts';
import { must } from '../../../sim/record/must.ts';
import { withoutRobot, withoutRobots, withPicker } from '../../../sim/site/reference.ts';
import type { WorldSpec } from '../../../sim/world.ts';
import type { Scenario } from '../../schema/day/scenario.ts';
import type { Variant } from '../../steps/steps.ts';
import { planRun, type RunPlan } from '../day/plan.ts';

/** The days that a site with robots is held against, before anything is played. */
export interface PaysPlan {
  /** The site with its robots, under each perception and the first maintenance policy. */
  readonly robots: RunPlan;
  readonly noRobot: RunPlan;
  readonly picker: RunPlan;
  /** The site with one robot less, under the main perception, by the robot that is missing. */
  readonly without: ReadonlyMap<string, RunPlan>;
}

const pickerName = 'manual-picker';

/** The plan of another world that needs no network of its own. */
function another(plan: RunPlan, world: WorldSpec, variant: Variant): RunPlan {
  return { ...plan, world, variants: [variant], main: variant };
}

export function planPays(scenario: Scenario, backend: BackendName): PaysPlan {
  const plan = planRun(scenario, { seed: scenario.seed, replication: 0 }, backend);
  const { world, main } = plan;
  const variants = plan.variants.filter(({ maintenance }) => maintenance === main.maintenance);
  const picking = withPicker(world, scenario.picker);
  const looks = [{ network: pickerName, model: null, device: '', senses: [], pays: [] }];
  const person: Variant = {
    ...main,
    ...{ perception: pickerName, wrongShare: scenario.picker.wrongShare },
    robots: [{ robot: must(picking.robots[0], 'picker').id, looks }],
  };
  const less = ({ id }: WorldSpec['robots'][number]): readonly [string, RunPlan] => {
    const robots = main.robots.filter(({ robot }) => robot !== id);
    return [id, another(plan, withoutRobot(world, id), { ...main, robots })];
  };
  return {
    robots: { ...plan, variants },
    noRobot: another(plan, withoutRobots(world), { ...main, perception: 'no-robot', robots: [] }),
    picker: another(plan, picking, person),
    without: new Map(world.robots.length > 1 ? world.robots.map(less) : []),
  };
}
