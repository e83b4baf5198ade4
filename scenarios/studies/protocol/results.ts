import { appendFileSync, existsSync, mkdirSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import type { TestCondition } from '../../../models/data/test-sensors.ts';
import type { HintFit } from '../../../models/training/hint.ts';
import type { Unit } from '../../../models/training/protocol.ts';
import type { Measured } from '../../../models/training/unit.ts';
import { InputError } from '../../errors.ts';
import { readText } from '../../read-file.ts';

/** One finished training: one line of the results file. */
export interface TrainingResult {
  readonly schema: 'looptwin.training/1';
  /** Hash of the training pool; results of other pools are left aside. */
  readonly data: string;
  /** Hash of the plan that made it: data and training settings. Not of the code: results outlive changes that leave them valid. */
  readonly recipe: string;
  readonly unit: Unit;
  readonly bestStep: number;
  readonly validationAccuracy: number;
  /** [step, validation accuracy] */
  readonly curve: readonly (readonly [number, number])[];
  /** Identity of the weights. */
  readonly model: string;
  /** Only for `final` units. */
  readonly test?: Readonly<Partial<Record<TestCondition, Measured>>>;
  readonly hint?: HintFit;
  /** Of the clean test of the primary regime: [F * F] counts and [confidence, accuracy, count] rows. */
  readonly families?: readonly string[];
  readonly familyConfusion?: readonly number[];
  readonly reliability?: readonly (readonly [number, number, number])[];
  /** Processor seconds, teachers and tests included: for estimates, not part of any fingerprint. */
  readonly cpuS: number;
}

/** True for a training whose result counts: of the arm, in the regime of so many labels. */
export function isFinal({ unit }: TrainingResult, labelledPerMaterial: number, arm = unit.arm): boolean {
  return unit.stage === 'final' && unit.arm === arm && unit.labelledPerMaterial === labelledPerMaterial;
}

const textOf = (path: string) =>
  readText(path, { what: 'results file', where: path, cure: 'Give another file, or repair this one' });

/** Reads all results; a last line that was cut off by a kill is dropped, a broken line elsewhere is an error. */
export function readResults(path: string): TrainingResult[] {
  if (!existsSync(path)) return [];
  const lines = textOf(path).split('\n');
  return lines.flatMap((line, i): TrainingResult[] => {
    if (line.trim() === '') return [];
    try {
      const value = JSON.parse(line) as TrainingResult;
      if (value.schema === 'looptwin.training/1') return [value];
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

/** Appends one result as one line; half a line that a kill left is cut off first. */
export function appendResult(path: string, result: TrainingResult): void {
  mkdirSync(dirname(path), { recursive: true });
  const before = existsSync(path) ? textOf(path) : '';
  const whole = before.slice(0, before.lastIndexOf('\n') + 1);
  if (whole.length < before.length) truncateSync(path, Buffer.byteLength(whole));
  appendFileSync(path, `${JSON.stringify(result)}\n`);
}
