import { type ArmName, armOf } from '../../../models/training/arms.ts';
import { type Protocol, pendingUnits, type Unit, unitCount } from '../../../models/training/protocol.ts';
import { must } from '../../../sim/record/must.ts';
import type { ProtocolFile } from '../../schema/protocol/schema.ts';
import type { StepPool } from '../../steps/pool.ts';
import type { DatasetStep, MeasureOutcome } from '../../steps/steps.ts';
import { Trainer } from '../../steps/trainer.ts';
import { codeHash, protocolCode } from '../../store/code.ts';
import type { ContentStore } from '../../store/store.ts';
import type { ProgressRecord, ProgressSum } from '../../threads/progress.ts';
import type { RunOptions } from '../day/with-execution.ts';
import type { ExportJob } from '../export/job.ts';
import type { ExportedStudent } from '../export/student.ts';
import { exportOnThread } from '../export/thread.ts';
import { backend, exportSpec, poolStep, settingsHash, testStep, unitStep } from './plan.ts';
import type { Part } from './progress.ts';
import { belongsTo, isFinal, type TrainingResult, wordCode } from './results.ts';

export interface ProtocolOptions
  extends Pick<RunOptions, 'force' | 'set' | 'workers' | 'out'>,
    Required<Pick<RunOptions, 'cacheDir' | 'cwd' | 'signal' | 'progress' | 'note'>> {
  /** The short form of the file: the same path in minutes, no results file. */
  readonly quick?: boolean;
  /** Begin no further training after so many hours, and report what there is; 0 = report only. */
  readonly hours?: number;
}

const MS_PER_HOUR = 3_600_000;

/** A protocol while it is carried out. */
export interface Work {
  readonly pool: StepPool;
  readonly store: ContentStore;
  readonly protocol: Protocol;
  readonly file: ProtocolFile;
  readonly options: ProtocolOptions;
  /** How far its parts have come. */
  readonly sum: ProgressSum<Part>;
}

/** Renders what all trainings share, once, and takes the results that belong to it. */
export async function prepare(
  all: Work,
  earlier: readonly TrainingResult[],
): Promise<{ data: string; results: TrainingResult[] }> {
  const { pool, sum, protocol, file, options } = all;
  const rendered = async (part: Part, step: DatasetStep) => {
    const hash = await pool.run(step, (record) => sum.report(part, record));
    sum.report(part, { task: part, done: 1, total: 1 });
    return hash;
  };
  const [data] = await Promise.all([
    rendered('pool items', poolStep(protocol.data)),
    ...file.tests.conditions.map((condition) =>
      rendered(`test items, ${condition}`, testStep(protocol.data, condition)),
    ),
  ]);
  const hash = must(data, 'hash of the pool');
  const recipe = settingsHash(protocol);
  const results = earlier.filter((result) => belongsTo(result, hash, recipe));
  const strange = earlier.length - results.length;
  if (strange > 0) options.note(`ignored ${strange} earlier results: they belong to other data or settings`);
  if (results.length > 0) options.note(`earlier results: ${wordCode(results, codeHash(protocolCode))}`);
  return { data: hash, results };
}

/** Runs pending units until there are none; each result is kept the moment it is there. */
export async function work(
  all: Work,
  data: string,
  results: TrainingResult[],
  keep: (result: TrainingResult) => void,
): Promise<void> {
  const { pool, protocol, options, sum } = all;
  const counts = unitCount(protocol);
  const planned = counts.teachers + counts.students;
  const before = results.length;
  const tell = (now: string) =>
    sum.report('trainings', {
      task: `training ${Math.min(results.length + 1, planned)} of ${planned}`,
      note: now,
      done: results.length - before,
      total: planned - before,
    });
  const trainer = new Trainer(pool, all.store, {
    begin:
      () =>
      ({ task }) =>
        tell(task),
    end: () => {},
  });
  const end = performance.now() + (options.hours ?? Number.POSITIVE_INFINITY) * MS_PER_HOUR;
  for (
    let units = pendingUnits(protocol, results);
    units.length > 0 && performance.now() < end;
    units = pendingUnits(protocol, results)
  ) {
    const queue = [...units];
    const worker = async () => {
      for (let unit = queue.shift(); unit && performance.now() < end; unit = queue.shift()) {
        const result = await resultOf(all, trainer, unit, data, tell);
        results.push(result);
        keep(result);
        tell(`${results.length} done`);
      }
    };
    await Promise.all(Array.from({ length: pool.workers }, worker));
  }
}

/** Trains what a unit names and, where its result counts, tests it. */
async function resultOf(
  { pool, protocol, file }: Work,
  trainer: Trainer,
  unit: Unit,
  data: string,
  tell: (task: string) => void,
): Promise<TrainingResult> {
  const before = process.cpuUsage();
  const network = unitStep(unit, protocol);
  const { bestStep, curve, modelId } = await trainer.network(network);
  const tested = async (): Promise<MeasureOutcome> => {
    // A network that is kept may have outlived its teacher.
    await Promise.all(network.teachers.map((teacher) => trainer.network(teacher)));
    const tests = file.tests.conditions.map((name) => [name, testStep(protocol.data, name)] as const);
    const step = { kind: 'measure', network, tests: Object.fromEntries(tests) } as const;
    return pool.run(step, () => tell(`testing: ${network.name}`));
  };
  const measured = unit.stage === 'final' ? await tested() : {};
  const after = process.cpuUsage(before);
  // Node counts processor time for the whole process: all threads work alike, so each did its share.
  const cpuS = Math.round((after.user + after.system) / 1e4) / 100 / pool.workers;
  return {
    ...{ schema: 'looptwin.training/1', data, recipe: settingsHash(protocol), code: codeHash(protocolCode) },
    ...{ unit, bestStep },
    validationAccuracy: curve.find(({ step }) => step === bestStep)?.validationAccuracy ?? 0,
    curve: curve.map(({ step, validationAccuracy }) => [step, validationAccuracy] as const),
    model: modelId,
    ...measured,
    cpuS,
  };
}

/** The student of the arm that validation likes best in the primary regime, of those a user could train: no oracle, no controls. */
export async function exported(
  all: Work,
  results: readonly TrainingResult[],
): Promise<ExportedStudent | null> {
  const { protocol, options } = all;
  if (options.hours === 0) {
    options.note('no student exported: --hours 0 trains nothing, and an export may need to train again');
    return null;
  }
  const unit = bestStudent(protocol, results);
  if (unit === null) return null;
  const { pool, store, sum } = all;
  const report = (record: ProgressRecord) => sum.report('export', record);
  const step = unitStep(unit, protocol);
  await new Trainer(pool, store, { begin: () => report, end: () => {} }).network(step);
  const { arm, labelledPerMaterial, seed } = unit;
  const job: ExportJob = {
    model: store.need('model', step.address, 'model'),
    items: exportSpec(protocol.data),
    origin: `${arm}, ${labelledPerMaterial} labels a material, seed ${seed}`,
    taught: step.teachers.length > 0,
    backend,
  };
  const student = await exportOnThread(job, { ...options, progress: report });
  report({ task: 'export', done: 1, total: 1 });
  return student;
}

/** The unit that is exported; null before any student was tested. */
export function bestStudent(protocol: Protocol, results: readonly TrainingResult[]): Unit | null {
  const { labelledPerMaterial } = protocol.primary;
  const own = (arm: ArmName) => results.filter((result) => isFinal(result, labelledPerMaterial, arm));
  const mean = (arm: ArmName) => own(arm).reduce((sum, r) => sum + r.validationAccuracy, 0) / own(arm).length;
  const fair = protocol.primary.arms.filter((name) => {
    const arm = armOf(name);
    const control = arm.kind === 'student' && (arm.lesson === 'within' || arm.lesson === 'across');
    return arm.kind === 'student' && arm.labels === 'few' && !control && own(name).length > 0;
  });
  const best = [...fair].sort((a, b) => mean(b) - mean(a))[0];
  if (!best) return null;
  return own(best).find(({ unit }) => unit.seed === 1)?.unit ?? null;
}
