import type { Step } from '../../steps/steps.ts';
import type { ProgressRecord, Report } from '../../threads/progress.ts';
import type { RunPlan } from './plan.ts';

/** Rough seconds of a step on one core: its share of the bar, and what it may cost where nothing was timed yet. */
export function weightOf(step: Step): number {
  if (step.kind === 'dataset') {
    const items = Object.values(step.spec.perMaterial).reduce((sum, n) => sum + n, 0);
    return items * step.spec.materials.length * 0.004;
  }
  if (step.kind === 'train') return step.training.steps * (step.arm === 'teacher' ? 0.06 : 0.04);
  return step.kind === 'day' ? 4 : 2;
}

/** Adds the reports of pieces of work that run side by side up to one: how much of the whole is done. */
export class WorkLedger {
  private readonly parts = new Map<Step | RunPlan, { weight: number; share: number }>();

  constructor(private readonly emit: Report) {}

  expect(step: Step): void {
    this.parts.set(step, { weight: weightOf(step), share: 0 });
  }

  report(step: Step | RunPlan, record: ProgressRecord): void {
    const part = this.parts.get(step);
    if (part) part.share = record.total > 0 ? record.done / record.total : 1;
    let done = 0;
    let total = 0;
    for (const { weight, share } of this.parts.values()) {
      done += weight * share;
      total += weight;
    }
    this.emit({ ...record, done: Math.round(done * 100), total: Math.round(total * 100) });
  }

  finish(step: Step, task: string): void {
    this.report(step, { task, done: 1, total: 1 });
  }

  /** A whole day of an experiment counts once more than its steps, so that days not yet begun are seen. */
  expectCell(plan: RunPlan): void {
    this.parts.set(plan, { weight: plan.variants.length * 4, share: 0 });
  }

  finishCell(plan: RunPlan): void {
    this.report(plan, { task: `day ${plan.key.replication}`, done: 1, total: 1 });
  }
}
