import { appendFileSync, existsSync, mkdirSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { unitKey } from '../../../models/training/protocol/protocol.ts';
import type { Unit } from '../../../models/training/protocol/types.ts';
import { InputError } from '../../errors.ts';
import { readText } from '../../read-file.ts';
import type { MeasureOutcome } from '../../steps/steps.ts';

/** One finished training: one line of the results file. What its tests found is a line of its own, for `final` units only. */
export interface TrainingResult extends Partial<MeasureOutcome> {
  readonly schema: 'looptwin.training/1';
  /** Hash of the training pool of the first world; results of other pools are left aside. */
  readonly data: string;
  /** Hash of the plan that made it: data and training settings. Not of the code: results outlive changes that leave them valid. */
  readonly recipe: string;
  /** Hash of the code that made it; lines from before it was kept have none. */
  readonly code?: string;
  readonly unit: Unit;
  readonly bestStep: number;
  readonly validationAccuracy: number;
  /** Steps after which it no longer improved; null where it took all that it was given. */
  readonly plateauStep?: number | null;
  /** [step, validation accuracy] */
  readonly curve: readonly (readonly [number, number])[];
  /** Identity of the weights. */
  readonly model: string;
  /** Processor seconds, teachers and tests included: for estimates, not part of any fingerprint. */
  readonly cpuS: number;
  /** Seed of the test items; there once it was tested. */
  readonly testSeed?: number;
}

/** What the tests of a trained network found: one line of the results file, after those of all trainings of its world. */
export interface TestLine extends MeasureOutcome {
  readonly schema: 'looptwin.test/1';
  readonly data: string;
  readonly recipe: string;
  /** Name of the training. */
  readonly tested: string;
  readonly model: string;
  readonly testSeed: number;
  readonly cpuS: number;
}

const isTest = (line: TrainingResult | TestLine): line is TestLine => line.schema === 'looptwin.test/1';

/** A training with what its test found. */
export function withTest(result: TrainingResult, line: TestLine): TrainingResult {
  const { schema: _s, data: _d, recipe: _r, tested: _t, model: _m, cpuS, ...found } = line;
  return { ...result, ...found, cpuS: result.cpuS + cpuS };
}

/** True for a training on the pool of that hash, with the settings of that hash. */
export function belongsTo(result: TrainingResult, pool: string, recipe: string): boolean {
  return result.data === pool && result.recipe === recipe;
}

/** Which code made the results, in words: `3 by this code (0123abcd), 303 by unknown code`. */
export function wordCode(results: readonly TrainingResult[], own: string): string {
  const counts = new Map<string, number>();
  for (const { code } of results) {
    const maker = code === undefined ? 'unknown code' : code === own ? `this code (${own})` : `code ${code}`;
    counts.set(maker, (counts.get(maker) ?? 0) + 1);
  }
  return [...counts].map(([maker, count]) => `${count} by ${maker}`).join(', ');
}

/** True for a training whose result counts: of the arm, in the regime of so many labels. */
export function isFinal({ unit }: TrainingResult, labelledPerMaterial: number, arm = unit.arm): boolean {
  return unit.stage === 'final' && unit.arm === arm && unit.labelledPerMaterial === labelledPerMaterial;
}

const textOf = (path: string) =>
  readText(path, { what: 'results file', where: path, cure: 'Give another file, or repair this one' });

/** Reads all trainings, tested ones with what was found; a last line that was cut off by a kill is dropped, a broken line elsewhere is an error. */
export function readResults(path: string): TrainingResult[] {
  const lines = linesOf(path);
  const key = (data: string, recipe: string, name: string, model: string) =>
    JSON.stringify([data, recipe, name, model]);
  const tests = new Map(
    lines.filter(isTest).map((line) => [key(line.data, line.recipe, line.tested, line.model), line]),
  );
  return lines.flatMap((line) => {
    if (isTest(line)) return [];
    const test = tests.get(key(line.data, line.recipe, unitKey(line.unit), line.model));
    return test === undefined ? [line] : [withTest(line, test)];
  });
}

function linesOf(path: string): (TrainingResult | TestLine)[] {
  if (!existsSync(path)) return [];
  const lines = textOf(path).split('\n');
  return lines.flatMap((line, i): (TrainingResult | TestLine)[] => {
    if (line.trim() === '') return [];
    try {
      const value = JSON.parse(line) as TrainingResult | TestLine;
      if (value.schema === 'looptwin.training/1' || isTest(value)) return [value];
    } catch {
      // The message below says what is wrong; a cut-off last line is not wrong.
      if (i === lines.length - 1) return [];
    }
    throw new InputError({
      what: 'not a training result',
      where: `${path}:${i + 1}`,
      cure: 'Delete this line; its training will be repeated',
    });
  });
}

/** Appends one training or test as one line; half a line that a kill left is cut off first. */
export function appendResult(path: string, result: TrainingResult | TestLine): void {
  mkdirSync(dirname(path), { recursive: true });
  const before = existsSync(path) ? textOf(path) : '';
  const whole = before.slice(0, before.lastIndexOf('\n') + 1);
  if (whole.length < before.length) truncateSync(path, Buffer.byteLength(whole));
  appendFileSync(path, `${JSON.stringify(result)}\n`);
}
