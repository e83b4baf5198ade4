import { ContentStore } from '../store/store.ts';
import type { ProgressRecord, Report } from '../threads/progress.ts';
import { type Reply, reply } from '../threads/reply.ts';
import type { WorkerOrder } from '../threads/worker-pool.ts';
import { ArrivalBook } from './arrivals.ts';
import type { Step } from './steps.ts';

/** Items of the days that this thread has played. */
const arrivals = new ArrivalBook();

/** Entry of a worker thread: carries out one step and answers with its outcome. */
export default function work({ work: step, cacheDir, port }: WorkerOrder<Step>): Promise<Reply<unknown>> {
  const report = (record: ProgressRecord) => port.postMessage(record);
  return reply(port, () => carryOut(step, new ContentStore(cacheDir), report));
}

/** Each kind of step loads what it needs when it first comes: a day from kept beliefs needs no TensorFlow.js. */
async function carryOut(step: Step, store: ContentStore, report: Report): Promise<unknown> {
  switch (step.kind) {
    case 'dataset':
      return (await import('./dataset.ts')).makeDataset(step, store, report);
    case 'train':
      return (await import('./train.ts')).trainNetwork(step, store, report);
    case 'given':
      return (await import('./train.ts')).takeNetwork(step, store);
    case 'measure':
      return (await import('./measure.ts')).measureNetwork(step, store);
    case 'day':
      return (await import('./day.ts')).playDay(step, { store, arrivals, report });
    case 'cell':
      return (await import('./cell.ts')).playCell(step, { store, arrivals, report });
    case 'bound':
      return (await import('./bound.ts')).solveBound(step, arrivals);
    case 'information':
      return (await import('./information.ts')).boundInformation(step, store, arrivals);
    case 'shift':
      return (await import('./day.ts')).playShift(step, { store, arrivals, report });
    case 'region':
      return (await import('./region.ts')).playRegion(step, report);
  }
}
