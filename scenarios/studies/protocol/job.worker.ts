import { ContentStore } from '../../store/store.ts';
import type { ProgressRecord } from '../../threads/progress.ts';
import { type Reply, reply } from '../../threads/reply.ts';
import type { WorkerOrder } from '../../threads/worker-pool.ts';
import { carryOut, type Job } from './job.ts';

/** Entry of a worker thread: one job of a training protocol. */
export default function work({ work: job, cacheDir, port }: WorkerOrder<Job>): Promise<Reply<unknown>> {
  const report = (record: ProgressRecord) => port.postMessage(record);
  return reply(port, () => carryOut(job, new ContentStore(cacheDir), report));
}
