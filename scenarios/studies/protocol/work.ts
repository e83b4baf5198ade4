import { armOf } from '../../../models/training/arms.ts';
import { pendingUnits, unitKey } from '../../../models/training/protocol/protocol.ts';
import { plannedUnits } from '../../../models/training/protocol/rates.ts';
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
import { type Part as Piece, partsOf } from './parts.ts';
import { poolStep, settingsHash, testStepOf, unitStep } from './plan.ts';
import type { Part } from './progress.ts';
import { belongsTo, type TestLine, type TrainingResult, withTest, wordCode } from './results.ts';
import { Slice } from './slice.ts';

export interface ProtocolOptions
  extends Pick<RunOptions, 'force' | 'set' | 'workers' | 'out'>,
    Required<Pick<RunOptions, 'cacheDir' | 'cwd' | 'signal' | 'progress' | 'note'>> {
  /** The short form of the file: the same path in minutes, no results file. */
  readonly quick?: boolean;
  /** Begin no training that would end after so many hours, and report what there is; 0 = report only. */
  readonly hours?: number;
}

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
  const own = earlier.filter((result) => belongsTo(result, hash, recipe));
  // Points of the dial have settings of their own; what their lines were made on is seen when their turn comes.
  const [, ...dial] = partsOf(protocol, earlier);
  const results = [...own, ...dial.flatMap((part) => part.results)];
  const strange = earlier.length - results.length;
  if (strange > 0) options.note(`ignored ${strange} earlier results: they belong to other data or settings`);
  if (results.length > 0) options.note(`earlier results: ${wordCode(results, codeHash(protocolCode))}`);
  return { data: hash, results };
}

/** Trains and tests what is pending, part by part, until there is nothing left; each result is kept the moment it is there. */
export async function work(
  all: Work,
  data: string,
  results: TrainingResult[],
  keep: (line: TrainingResult | TestLine) => void,
): Promise<void> {
  const { protocol, options } = all;
  const clock = new Slice(options.hours);
  const before = results.length;
  const tell = (now: string) => {
    const planned = partsOf(protocol, results).reduce(
      (sum, part) => sum + plannedUnits(part.protocol, part.results).size,
      0,
    );
    all.sum.report('trainings', {
      task: `training ${Math.min(results.length + 1, planned)} of ${planned}`,
      note: now,
      done: results.length - before,
      total: Math.max(1, planned - before),
    });
  };
  for (const { name } of partsOf(protocol, results)) {
    const part = () =>
      must(
        partsOf(protocol, results).find((one) => one.name === name),
        'part',
      );
    if (clock.isOver() || !part().ready || isDone(part())) continue;
    const items = name === 'main' ? data : await itemsOf(all, part(), results, tell);
    await workOn({ ...all, protocol: part().protocol }, items, { part, results, keep, tell, clock });
  }
}

export const isDone = ({ protocol, results }: Piece) =>
  pendingUnits(protocol, results).length + pendingTests(protocol, results.map(known)).length === 0;

/** Renders the first world of a point of the dial; lines that were made on other items are left aside. */
async function itemsOf(
  { pool }: Work,
  { protocol }: Piece,
  results: TrainingResult[],
  tell: (task: string) => void,
): Promise<string> {
  const hash = await pool.run(poolStep(protocol.data), () => tell('pool items'));
  const recipe = settingsHash(protocol);
  const kept = results.filter((result) => result.recipe !== recipe || result.data === hash);
  results.splice(0, results.length, ...kept);
  return hash;
}

/** What a part is worked on with. */
interface Turn {
  readonly part: () => Piece;
  readonly results: TrainingResult[];
  readonly keep: (line: TrainingResult | TestLine) => void;
  readonly tell: (now: string) => void;
  readonly clock: Slice;
}

async function workOn(all: Work, data: string, { part, results, keep, tell, clock }: Turn): Promise<void> {
  const { pool, protocol } = all;
  const begin =
    () =>
    ({ task }: ProgressRecord) =>
      tell(task);
  const trainer = new Trainer(pool, all.store, { begin, end: () => {} });
  const each = async <T>(queue: T[], kindOf: (one: T) => string, carryOut: (one: T) => Promise<void>) => {
    const worker = async () => {
      for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
        const kind = kindOf(one);
        if (!clock.hasRoomFor(kind)) return;
        const own = one;
        await clock.timed(kind, () => carryOut(own));
      }
    };
    await Promise.all(Array.from({ length: pool.workers }, worker));
  };
  const recipe = settingsHash(protocol);
  let moved = true;
  const test = async (one: Test) => {
    const place = results.findIndex(
      (result) => result.recipe === recipe && unitKey(result.unit) === unitKey(one.unit),
    );
    const result = must(results[place], 'training of a test');
    const line = await testOf(all, trainer, { ...one, result }, tell);
    results[place] = withTest(result, line);
    keep(line);
    moved = true;
  };
  const train = async (unit: Unit) => {
    const result = await resultOf(all, trainer, unit, data);
    results.push(result);
    keep(result);
    moved = true;
    tell(`${results.length} done`);
  };
  // A slice whose rest is too short for any piece of work ends here.
  while (moved && !clock.isOver()) {
    moved = false;
    const own = part().results;
    const tests = pendingTests(protocol, own.map(known));
    const units = tests.length > 0 ? [] : pendingUnits(protocol, own);
    if (tests.length + units.length === 0) break;
    await each(tests, () => 'test', test);
    await each([...units], ({ arm }) => armOf(arm).kind, train);
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
    const tests = file.tests.conditions.map(
      (name) => [name, testStepOf(protocol.data, name, seed, unit.arm)] as const,
    );
    for (const [name, step] of tests) await pool.run(step, () => tell(`test items, ${name}`));
    const step = { kind: 'measure', network, tests: Object.fromEntries(tests) } as const;
    return pool.run(step, () => tell(`testing: ${network.name}`));
  });
  const { data, recipe, model } = result;
  const tested = unitKey(unit);
  return { schema: 'looptwin.test/1', data, recipe, tested, model, testSeed: seed, ...value, cpuS };
}
