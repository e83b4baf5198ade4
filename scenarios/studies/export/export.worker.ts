import type { ProgressRecord } from '../../threads/progress.ts';
import { type Reply, reply } from '../../threads/reply.ts';
import type { WorkerOrder } from '../../threads/worker-pool.ts';
import { carryOut, type ExportJob } from './job.ts';

/** Entry of a worker thread: one export. */
export default function work({ work: job, port }: WorkerOrder<ExportJob>): Promise<Reply<unknown>> {
  return reply(port, () => carryOut(job, (record: ProgressRecord) => port.postMessage(record)));
}
