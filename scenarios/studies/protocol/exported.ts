import { type ArmName, armOf } from '../../../models/training/arms.ts';
import type { Protocol, Unit } from '../../../models/training/protocol/types.ts';
import { must } from '../../../sim/record/must.ts';
import { Trainer } from '../../steps/trainer.ts';
import type { ProgressRecord } from '../../threads/progress.ts';
import type { ExportJob } from '../export/job.ts';
import type { ExportedStudent } from '../export/student.ts';
import { exportOnThread } from '../export/thread.ts';
import { partsOf } from './parts.ts';
import { backend, exportSpec, isDeep, unitStep } from './plan.ts';
import { isFinal, type TrainingResult } from './results.ts';
import { isDone, type Work } from './work.ts';

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
  if (options.hours !== undefined && !isDone(must(partsOf(protocol, results)[0], 'part'))) {
    options.note('no student exported yet: the main question is not complete');
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
    return (
      arm.kind === 'student' && arm.labels === 'few' && !control && !isDeep(name) && own(name).length > 0
    );
  });
  const best = [...fair].sort((a, b) => mean(b) - mean(a))[0];
  if (!best) return null;
  return own(best).find(({ unit }) => unit.seed === 1)?.unit ?? null;
}
