import type { MessagePort } from 'node:worker_threads';
import type { ProgressRecord } from '../../steps/progress.ts';
import { Store } from '../../store/store.ts';
import { carryOut, type Job } from './job.ts';

/** What the thread is handed: the job, where the cache is, and where to report. */
export interface JobOrder {
  readonly job: Job;
  readonly cacheDir: string;
  readonly port: MessagePort;
}

/** Entry of a worker thread: one job of a training protocol. */
export default async function work({ job, cacheDir, port }: JobOrder): Promise<unknown> {
  const report = (record: ProgressRecord) => port.postMessage(record);
  try {
    return await carryOut(job, new Store(cacheDir), report);
  } finally {
    port.close();
  }
}
