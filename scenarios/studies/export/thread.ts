import type { Report } from '../../threads/progress.ts';
import { WorkerPool } from '../../threads/worker-pool.ts';
import type { ExportJob } from './job.ts';
import type { ExportedStudent } from './student.ts';

/** Carries an export out on a thread of its own, so that Ctrl-C is heard at once. */
export async function exportOnThread(
  job: ExportJob,
  where: { readonly cacheDir: string; readonly signal: AbortSignal; readonly progress: Report },
): Promise<ExportedStudent> {
  const pool = await WorkerPool.open(
    'scenarios/studies/export/export.worker.ts',
    where.cacheDir,
    where.signal,
    1,
  );
  try {
    return await pool.run<ExportedStudent>(job, where.progress);
  } finally {
    await pool.close();
  }
}
