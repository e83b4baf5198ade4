import type { ProgressRecord } from '../../steps/progress.ts';
import { type Reply, reply } from '../../steps/reply.ts';
import type { WorkerOrder } from '../../steps/worker-pool.ts';
import { Store } from '../../store/store.ts';
import { carryOut, type Job } from './job.ts';

/** What the thread is handed: the job, where the cache is, and where to report. */
export interface JobOrder extends WorkerOrder {
  readonly job: Job;
}

/** Entry of a worker thread: one job of a training protocol. */
export default function work({ job, cacheDir, port }: JobOrder): Promise<Reply<unknown>> {
  const report = (record: ProgressRecord) => port.postMessage(record);
  return reply(port, () => carryOut(job, new Store(cacheDir), report));
}
