import type { Step } from '../../steps/steps.ts';
import { type ProgressRecord, ProgressSum, type Report } from '../../threads/progress.ts';
import type { RunPlan } from './plan.ts';

/** Rough seconds of a step on one core: its share of the bar, and what it may cost where nothing was timed yet. */
export function weightOf(step: Step): number {
  if (step.kind === 'dataset') {
    const items = Object.values(step.spec.perMaterial).reduce((sum, n) => sum + n, 0);
    return items * step.spec.materials.length * 0.004;
  }
  if (step.kind === 'train') return step.recipe.steps * (step.recipe.kind === 'teacher' ? 0.06 : 0.04);
  return step.kind === 'day' || step.kind === 'shift' ? 4 : 2;
}

/** How much of the steps of a run or an experiment is done. What the cache has is no work and does not count. */
export class WorkLedger {
  private readonly sum: ProgressSum<Step | RunPlan>;

  constructor(emit: Report) {
    this.sum = new ProgressSum(emit);
  }

  expect(step: Step): void {
    this.sum.expect(step, weightOf(step));
  }

  report(step: Step, record: ProgressRecord): void {
    this.sum.report(step, record);
  }

  finish(step: Step, task: string): void {
    this.sum.report(step, { task, done: 1, total: 1 });
  }

  /** A whole day of an experiment counts once more than its steps, so that days not yet begun are seen. */
  expectCell(plan: RunPlan): void {
    this.sum.expect(plan, plan.variants.length * 4);
  }

  /** A day of an experiment that was played before. */
  leaveOutCell(plan: RunPlan): void {
    this.sum.leaveOut(plan);
  }

  reportCell(plan: RunPlan, record: ProgressRecord): void {
    this.sum.report(plan, record);
  }

  finishCell(plan: RunPlan): void {
    this.sum.report(plan, { task: `day ${plan.key.replication}`, done: 1, total: 1 });
  }
}
