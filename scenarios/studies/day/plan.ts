import type { BackendName } from '../../../models/engine/found.ts';
import { askingLike } from '../../../sim/decisions/policies.ts';
import { must } from '../../../sim/record/must.ts';
import type { RunKey } from '../../../sim/run.ts';
import { pickerId, references, withoutRobot, worldWith } from '../../../sim/site/reference.ts';
import type { WorldSpec } from '../../../sim/world.ts';
import type { OwnFacts } from '../../own/parts.ts';
import { looksWith } from '../../schema/day/looks.ts';
import { asksInDoubt, networkNames } from '../../schema/day/networks.ts';
import type { RobotSettings } from '../../schema/day/robots.ts';
import { type Scenario, worldOf } from '../../schema/day/scenario.ts';
import type {
  BoundStep,
  DatasetStep,
  DayRecording,
  DayStep,
  Look,
  NetworkStep,
  RobotLooks,
  Variant,
} from '../../steps/steps.ts';
import { datasetStepOf, networkStepOf } from '../../steps/training.ts';
import { truthSenses } from '../../steps/truth.ts';

/** Everything that one run of a scenario does, before anything is done. */
export interface RunPlan {
  readonly world: WorldSpec;
  readonly key: RunKey;
  readonly dataset: DatasetStep;
  /** Networks to train or to take, each once; a teacher stands before the student that needs it. */
  readonly trainings: readonly NetworkStep[];
  /** Nobody, a person, each perception under the first maintenance policy, then the main perception under the others. */
  readonly variants: readonly Variant[];
  /** The variant that is recorded and compared by maintenance policy. */
  readonly main: Variant;
  readonly bound: BoundStep;
}

/** The perception that is told of: the caller's own, else what a robot would really carry, the distilled student. */
function mainPerception({ perceptions }: Scenario['policies'], own: OwnFacts | undefined): string {
  const first = Object.keys(own?.perceptions ?? {})[0];
  return first ?? (perceptions.includes('distilled') ? 'distilled' : must(perceptions[0], 'perception'));
}

/** Every network that the policies or a robot name, with those that answer further looks or teach, each once. */
function trainingsOf(scenario: Scenario, dataset: DatasetStep, backend: BackendName): NetworkStep[] {
  const { policies, robots } = scenario;
  const named = [...policies.perceptions, ...robots.flatMap(({ perception }) => perception ?? [])];
  const wanted = new Set(named.flatMap((name) => looksWith(scenario, name).map(({ network }) => network)));
  const steps = networkNames(scenario)
    .filter((name) => wanted.has(name))
    .map((name) => networkStepOf(name, scenario, dataset, backend));
  const teachers = steps.flatMap((step) => (step.kind === 'train' ? step.teachers : []));
  return [...new Map([...teachers, ...steps].map((step) => [step.address, step])).values()];
}

const kindOf = (step: NetworkStep) => (step.kind === 'train' ? step.recipe.kind : step.network);

/** What a robot sees with on the days of a perception: its own network, or else the day's. */
function robotLooks(
  scenario: Scenario,
  robot: RobotSettings,
  perception: string,
  trainings: readonly NetworkStep[],
  own: OwnFacts | undefined,
): RobotLooks {
  const name = robot.perception ?? perception;
  const { studentDevice, teacherDevice } = scenario.training;
  const looks = looksWith(scenario, name).map((planned): Look => {
    const step = must(
      trainings.find((t) => t.name === planned.network),
      'training of a network',
    );
    const device = robot.device ?? (kindOf(step) === 'teacher' ? teacherDevice : studentDevice);
    return { ...planned, model: step.address, device };
  });
  const senses = own?.perceptions[name] ?? truthSenses(robot);
  const untrained: Look = { network: name, model: null, device: '', senses, pays: senses };
  return { robot: robot.id, looks: looks.length > 0 ? looks : [untrained] };
}

/**
 * What a site with robots is held against: the same day with nobody there, and with a person. A person takes what is worth more
 * than passing it on, whatever the robots decide by.
 */
function referenceVariants({ picker }: Scenario, like: Variant): Variant[] {
  const [nobody, person] = references;
  const looks = [{ network: person, model: null, device: '', senses: [], pays: [] }];
  const plain = { ...like, sorting: 'expected-value' };
  return [
    { ...plain, perception: nobody, robots: [], instead: 'nobody' },
    { ...plain, perception: person, robots: [{ robot: pickerId, looks }], instead: picker },
  ];
}

/**
 * Plans a run: which networks on which backend, which days, which bound. Common random numbers: every day has the same key.
 * `own` = what the scenario names of the caller's functions.
 */
export function planRun(
  scenario: Scenario,
  key: RunKey,
  backend: BackendName = 'wasm',
  own?: OwnFacts,
): RunPlan {
  const dataset = datasetStepOf(scenario);
  const trainings = trainingsOf(scenario, dataset, backend);
  const { perceptions, sorting, maintenance, processing } = scenario.policies;
  const variant = (perception: string, policy: string): Variant => ({
    perception,
    robots: scenario.robots.map((robot) => robotLooks(scenario, robot, perception, trainings, own)),
    backend,
    sorting: perception === asksInDoubt ? askingLike(sorting) : sorting,
    ...{ maintenance: policy, processing },
  });
  const first = must(maintenance[0], 'maintenance policy');
  const mainName = mainPerception(scenario.policies, own);
  const world = worldOf(scenario);
  const main = variant(mainName, first);
  return {
    world,
    key,
    dataset,
    trainings,
    main,
    variants: [
      ...referenceVariants(scenario, main),
      ...perceptions.map((perception) => variant(perception, first)),
      ...maintenance.slice(1).map((policy) => variant(mainName, policy)),
    ],
    bound: {
      kind: 'bound',
      world,
      key,
      maintenance: own?.maintenance === undefined ? maintenance : [],
    },
  };
}

/** The same plan on another day: its networks and variants hang on the scenario alone. */
export function onDay(plan: RunPlan, key: RunKey): RunPlan {
  return { ...plan, key, bound: { ...plan.bound, key } };
}

/** The main day with one robot less, by the robot that is missing; none where there is one robot alone. */
export function withoutEach(plan: RunPlan): ReadonlyMap<string, RunPlan> {
  const { world, main } = plan;
  const less = ({ id }: WorldSpec['robots'][number]): readonly [string, RunPlan] => {
    const variant = { ...main, robots: main.robots.filter(({ robot }) => robot !== id) };
    return [id, { ...plan, world: withoutRobot(world, id), variants: [variant], main: variant }];
  };
  return new Map(world.robots.length > 1 ? world.robots.map(less) : []);
}

/** The day of one variant. */
export function dayStepOf(
  plan: Pick<RunPlan, 'world' | 'key'>,
  variant: Variant,
  recording: DayRecording | null,
): DayStep {
  return { kind: 'day', world: worldWith(plan.world, variant.instead), key: plan.key, variant, recording };
}
