import { type ArmName, armOf } from '../../../models/training/arms.ts';
import { pendingUnits, unitKey } from '../../../models/training/protocol/protocol.ts';
import { unitCount } from '../../../models/training/protocol/rates.ts';
import { pendingTests, type Test } from '../../../models/training/protocol/testing.ts';
import type { Protocol, Unit } from '../../../models/training/protocol/types.ts';
import { must } from '../../../sim/record/must.ts';
import type { ProtocolFile } from '../../schema/protocol/schema.ts';
import type { StepPool } from '../../steps/pool.ts';
import type { DatasetStep } from '../../steps/steps.ts';
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
import { belongsTo, isFinal, type TestLine, type TrainingResult, withTest, wordCode } from './results.ts';

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

/** Renders the items of the first world, which say what earlier results belong here, and takes those. */
export async function prepare(
  all: Work,
  earlier: readonly TrainingResult[],
): Promise<{ data: string; results: TrainingResult[] }> {
  const { pool, sum, protocol, options } = all;
  const rendered = async (part: Part, step: DatasetStep) => {
    const hash = await pool.run(step, (record) => sum.report(part, record));
    sum.report(part, { task: part, done: 1, total: 1 });
    return hash;
  };
  const hash = await rendered('pool items', poolStep(protocol.data));
  const recipe = settingsHash(protocol);
  const results = earlier.filter((result) => belongsTo(result, hash, recipe));
  const strange = earlier.length - results.length;
  if (strange > 0) options.note(`ignored ${strange} earlier results: they belong to other data or settings`);
  if (results.length > 0) options.note(`earlier results: ${wordCode(results, codeHash(protocolCode))}`);
  return { data: hash, results };
}

/** Trains and tests what is pending until there is nothing left; each result is kept the moment it is there. */
export async function work(
  all: Work,
  data: string,
  results: TrainingResult[],
  keep: (line: TrainingResult | TestLine) => void,
): Promise<void> {
  const { pool, protocol, options, sum } = all;
  const before = results.length;
  const tell = (now: string) => {
    const { teachers, students } = unitCount(protocol, results);
    const planned = teachers + students;
    sum.report('trainings', {
      task: `training ${Math.min(results.length + 1, planned)} of ${planned}`,
      note: now,
      done: results.length - before,
      total: planned - before,
    });
  };
  const trainer = new Trainer(pool, all.store, {
    begin:
      () =>
      ({ task }) =>
        tell(task),
    end: () => {},
  });
  const end = performance.now() + (options.hours ?? Number.POSITIVE_INFINITY) * MS_PER_HOUR;
  const each = async <T>(queue: T[], carryOut: (one: T) => Promise<void>) => {
    const worker = async () => {
      for (let one = queue.shift(); one !== undefined && performance.now() < end; one = queue.shift())
        await carryOut(one);
    };
    await Promise.all(Array.from({ length: pool.workers }, worker));
  };
  const test = async (one: Test) => {
    const place = results.findIndex((result) => unitKey(result.unit) === unitKey(one.unit));
    const result = must(results[place], 'training of a test');
    const line = await testOf(all, trainer, { ...one, result }, tell);
    results[place] = withTest(result, line);
    keep(line);
  };
  const train = async (unit: Unit) => {
    const result = await resultOf(all, trainer, unit, data);
    results.push(result);
    keep(result);
    tell(`${results.length} done`);
  };
  while (performance.now() < end) {
    const tests = pendingTests(protocol, results.map(known));
    const units = tests.length > 0 ? [] : pendingUnits(protocol, results);
    if (tests.length + units.length === 0) break;
    await each(tests, test);
    await each([...units], train);
  }
}

/** What of a training decides whether it is tested. */
const known = ({ unit, model, test }: TrainingResult) => ({ unit, model, tested: test !== undefined });

/** Processor seconds of a piece of work; Node counts them for the whole process: all threads work alike, so each did its share. */
async function timed<T>(pool: StepPool, carryOut: () => Promise<T>): Promise<{ value: T; cpuS: number }> {
  const before = process.cpuUsage();
  const value = await carryOut();
  const after = process.cpuUsage(before);
  return { value, cpuS: Math.round((after.user + after.system) / 1e4) / 100 / pool.workers };
}

/** Trains what a unit names. */
async function resultOf(
  { pool, protocol }: Work,
  trainer: Trainer,
  unit: Unit,
  data: string,
): Promise<TrainingResult> {
  const network = unitStep(unit, protocol);
  const { value, cpuS } = await timed(pool, () => trainer.network(network));
  const { bestStep, plateauStep, curve, modelId } = value;
  return {
    ...{ schema: 'looptwin.training/1', data, recipe: settingsHash(protocol), code: codeHash(protocolCode) },
    ...{ unit, bestStep, plateauStep },
    validationAccuracy: curve.find(({ step }) => step === bestStep)?.validationAccuracy ?? 0,
    curve: curve.map(({ step, validationAccuracy }) => [step, validationAccuracy] as const),
    model: modelId,
    cpuS,
  };
}

/** Opens the test items of a world for one trained network. */
async function testOf(
  { pool, protocol, file }: Work,
  trainer: Trainer,
  { unit, seed, result }: Test & { readonly result: TrainingResult },
  tell: (task: string) => void,
): Promise<TestLine> {
  const network = unitStep(unit, protocol);
  const { value, cpuS } = await timed(pool, async () => {
    // A network that is kept may have outlived its teacher, and a results file the cache.
    await Promise.all([network, ...network.teachers].map((one) => trainer.network(one)));
    const tests = file.tests.conditions.map((name) => [name, testStep(protocol.data, name, seed)] as const);
    for (const [name, step] of tests) await pool.run(step, () => tell(`test items, ${name}`));
    const step = { kind: 'measure', network, tests: Object.fromEntries(tests) } as const;
    return pool.run(step, () => tell(`testing: ${network.name}`));
  });
  const { data, recipe, model } = result;
  const tested = unitKey(unit);
  return { schema: 'looptwin.test/1', data, recipe, tested, model, testSeed: seed, ...value, cpuS };
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
