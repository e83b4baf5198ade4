import type { BackendName } from '../../../models/engine/found.ts';
import { must } from '../../../sim/record/must.ts';
import type { RunKey } from '../../../sim/run.ts';
import type { WorldSpec } from '../../../sim/world.ts';
import { type Scenario, worldOf } from '../../schema/day/scenario.ts';
import type {
  ArmName,
  BoundStep,
  DatasetStep,
  DayStep,
  LiftStep,
  TrainStep,
  Variant,
} from '../../steps/steps.ts';
import { datasetStepOf, trainStepOf } from '../../steps/training.ts';

/** Everything that one run of a scenario does, before anything is done. */
export interface RunPlan {
  readonly world: WorldSpec;
  readonly key: RunKey;
  readonly dataset: DatasetStep;
  /** Networks to train; a teacher stands before the student that needs it. */
  readonly trainings: readonly TrainStep[];
  /** Each perception under the first maintenance policy, then the main perception under the others. */
  readonly variants: readonly Variant[];
  /** The variant that is recorded and compared by maintenance policy. */
  readonly main: Variant;
  readonly bound: BoundStep;
  /** Splits the regret of the first maintenance policy. */
  readonly lift: LiftStep;
}

/** The perception that a robot would really carry: the distilled student where there is one. */
function mainPerception(perceptions: readonly string[]): string {
  return perceptions.includes('distilled') ? 'distilled' : must(perceptions[0], 'perception');
}

/** A student under the escalation policy may ask the teacher for a second and a third look. */
function escalates({ policies }: Scenario, perception: string): boolean {
  return policies.sorting === 'escalation' && (perception === 'labels-only' || perception === 'distilled');
}

function trainingsOf(scenario: Scenario, dataset: DatasetStep, backend: BackendName): TrainStep[] {
  const wanted = new Set<ArmName>();
  for (const name of scenario.policies.perceptions) {
    if (name === 'distilled' || escalates(scenario, name)) wanted.add('teacher');
    if (name !== 'perfect') wanted.add(name);
  }
  const order: readonly ArmName[] = ['teacher', 'labels-only', 'distilled'];
  return order.filter((arm) => wanted.has(arm)).map((arm) => trainStepOf(arm, scenario, dataset, backend));
}

/** Plans a run: which networks on which backend, which days, which bound. Common random numbers: every day has the same key. */
export function planRun(scenario: Scenario, key: RunKey, backend: BackendName = 'wasm'): RunPlan {
  const dataset = datasetStepOf(scenario);
  const trainings = trainingsOf(scenario, dataset, backend);
  const { perceptions, sorting, maintenance, processing } = scenario.policies;
  const { studentDevice, teacherDevice } = scenario.training;
  const variant = (perception: string, policy: string): Variant => {
    const model = trainings.find((step) => step.arm === perception)?.address ?? null;
    const device = model === null ? '' : perception === 'teacher' ? teacherDevice : studentDevice;
    const teacher = trainings.find((step) => step.arm === 'teacher');
    const escalation =
      teacher && escalates(scenario, perception) ? { model: teacher.address, device: teacherDevice } : null;
    return { perception, model, backend, device, sorting, maintenance: policy, processing, escalation };
  };
  const first = must(maintenance[0], 'maintenance policy');
  const mainName = mainPerception(perceptions);
  const world = worldOf(scenario);
  return {
    world,
    key,
    dataset,
    trainings,
    variants: [
      ...perceptions.map((perception) => variant(perception, first)),
      ...maintenance.slice(1).map((policy) => variant(mainName, policy)),
    ],
    main: variant(mainName, first),
    bound: { kind: 'bound', world, key },
    lift: { kind: 'lift', world, key, policies: { sorting, maintenance: first, processing } },
  };
}

/** The day of one variant. */
export function dayStepOf(
  plan: Pick<RunPlan, 'world' | 'key'>,
  variant: Variant,
  recordInto: string | null,
): DayStep {
  return { kind: 'day', world: plan.world, key: plan.key, variant, recordInto };
}
