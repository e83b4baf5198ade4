import { type ArmName, armOf } from '../../../models/training/arms.ts';
import { plannedUnits } from '../../../models/training/protocol/rates.ts';
import type { Protocol } from '../../../models/training/protocol/types.ts';
import type { Columns } from '../../report/columns.ts';
import type { ContentStore } from '../../store/store.ts';
import { type Part, partsOf } from './parts.ts';
import { isDeep, poolStep } from './plan.ts';
import type { TrainingResult } from './results.ts';

/** Networks that cost alike. */
type Network = 'teacher' | 'teacher-visual' | 'student' | 'deep student' | 'thermal';

/**
 * What a training takes until finished ones say better: processor seconds of a step on one thread (batch 32, pictures of 32 px, the
 * deeper student's of 64) and steps until validation no longer improves. Ours, on a loaded machine and a data seed that no result comes
 * from: a labels-only student took 4,550 steps in 88 s, the multi-sensor teacher 2,925 in 141 s, one training each. Steps of the visual
 * teacher and all of the deeper and the thermal network are guesses after these.
 */
const NOMINAL: Readonly<Record<Network, { readonly stepS: number; readonly steps: number }>> = {
  teacher: { stepS: 0.044, steps: 2925 },
  'teacher-visual': { stepS: 0.019, steps: 2925 },
  student: { stepS: 0.02, steps: 4550 },
  'deep student': { stepS: 0.045, steps: 4000 },
  thermal: { stepS: 0.05, steps: 3000 },
};

/** Processor seconds of one training around its steps: lessons, validations, tests (ours, measured as above). */
const AROUND_S = 15;
/** Processor seconds of one item that is rendered with all senses (ours, measured as above). */
const ITEM_S = 0.0014;

function networkOf(arm: ArmName): Network {
  const { kind } = armOf(arm);
  if (kind === 'thermal') return 'thermal';
  if (arm === 'teacher') return 'teacher';
  if (kind === 'teacher' || kind === 'ceiling') return 'teacher-visual';
  return isDeep(arm) ? 'deep student' : 'student';
}

/** What is to be done for a part by networks of one kind. */
export interface EstimateRow {
  readonly part: string;
  readonly network: string;
  readonly planned: number;
  readonly done: number;
  /** Of those to go. */
  readonly coreHours: number;
  /** Finished trainings that say how long one takes; 0 = nominal. */
  readonly measuredOn: number;
}

/** What is to be done, a row for each part and kind of network, and the items that are not yet rendered. */
export function estimateOf(
  protocol: Protocol,
  earlier: readonly TrainingResult[],
  store?: Pick<ContentStore, 'has'>,
): EstimateRow[] {
  const parts = partsOf(protocol, earlier);
  const finished = parts.flatMap(({ results }) => results);
  return parts.flatMap((part) => [...rendering(part, store), ...trainings(part, finished)]);
}

function trainings({ name, protocol, results }: Part, finished: readonly TrainingResult[]): EstimateRow[] {
  const planned = [...plannedUnits(protocol, results).values()].map(networkOf);
  return [...new Set(planned)].map((network) => {
    const alike = finished.filter(({ unit }) => networkOf(unit.arm) === network);
    const { stepS, steps } = NOMINAL[network];
    const most = network.startsWith('teacher')
      ? protocol.training.teacherSteps
      : protocol.training.studentSteps;
    const nominalS = stepS * Math.min(steps, most) * (protocol.training.batch / 32) + AROUND_S;
    const measuredS = alike.reduce((sum, { cpuS }) => sum + cpuS, 0) / Math.max(1, alike.length);
    const count = planned.filter((one) => one === network).length;
    const done = results.filter(({ unit }) => networkOf(unit.arm) === network).length;
    const coreHours = (Math.max(0, count - done) * (alike.length >= 4 ? measuredS : nominalS)) / 3600;
    return {
      part: name,
      network,
      planned: count,
      done,
      coreHours,
      measuredOn: alike.length >= 4 ? alike.length : 0,
    };
  });
}

/** Items of a part's worlds: those in the cache cost nothing. */
function rendering({ name, protocol }: Part, store?: Pick<ContentStore, 'has'>): EstimateRow[] {
  const { data } = protocol;
  const { poolPerMaterial, validationPerMaterial, calibrationPerMaterial } = data;
  const items = data.materials.length * (poolPerMaterial + validationPerMaterial + calibrationPerMaterial);
  const worlds = Array.from({ length: worldsOf(protocol) }, (_, i) => poolStep(data, i + 1));
  const done = worlds.filter(({ address }) => store?.has('dataset', address) ?? false).length;
  const coreHours = ((worlds.length - done) * items * ITEM_S) / 3600;
  return [
    { part: name, network: 'items of a world', planned: worlds.length, done, coreHours, measuredOn: 0 },
  ];
}

const worldsOf = ({ primary, regimes, beside = [], exploratory }: Protocol) =>
  Math.max(
    ...[primary, ...regimes, ...beside, exploratory].map(({ arms, worlds }) =>
      arms.length > 0 ? worlds : 0,
    ),
  );

export const estimateColumns: Columns<EstimateRow> = [
  ['part', ({ part }) => part],
  ['what', ({ network }) => network],
  ['planned', ({ planned }) => String(planned)],
  ['done or cached', ({ done }) => String(done)],
  ['core-hours to go', ({ coreHours }) => coreHours.toFixed(2)],
  ['from', ({ measuredOn }) => (measuredOn > 0 ? `${measuredOn} finished` : 'nominal')],
];

/** How long it will take, in a sentence. */
export function estimateText(rows: readonly EstimateRow[], workers: number): string {
  const trainings = rows.filter(({ network }) => network !== 'items of a world');
  const [planned, done] = [trainings, trainings].map((some, i) =>
    some.reduce((sum, row) => sum + (i === 0 ? row.planned : row.done), 0),
  );
  const hours = rows.reduce((sum, { coreHours }) => sum + coreHours, 0);
  return `${planned} trainings, ${done} done; about ${hours.toFixed(2)} core-hours to go, ${(hours / workers).toFixed(2)} hours on ${workers} threads, a training on each`;
}
