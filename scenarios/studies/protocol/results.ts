import { appendFileSync, existsSync, mkdirSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Unit } from '../../../models/training/protocol.ts';
import { InputError } from '../../errors.ts';
import { readText } from '../../read-file.ts';
import type { MeasureOutcome } from '../../steps/steps.ts';

/** One finished training: one line of the results file. What its tests found is there for `final` units only. */
export interface TrainingResult extends Partial<MeasureOutcome> {
  readonly schema: 'looptwin.training/1';
  /** Hash of the training pool; results of other pools are left aside. */
  readonly data: string;
  /** Hash of the plan that made it: data and training settings. Not of the code: results outlive changes that leave them valid. */
  readonly recipe: string;
  /** Hash of the code that made it; lines from before it was kept have none. */
  readonly code?: string;
  readonly unit: Unit;
  readonly bestStep: number;
  readonly validationAccuracy: number;
  /** [step, validation accuracy] */
  readonly curve: readonly (readonly [number, number])[];
  /** Identity of the weights. */
  readonly model: string;
  /** Processor seconds, teachers and tests included: for estimates, not part of any fingerprint. */
  readonly cpuS: number;
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
