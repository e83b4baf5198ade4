import { Store } from '../store/store.ts';
import { solveBound } from './bound.ts';
import { makeDataset } from './dataset.ts';
import { playDay } from './day.ts';
import { playLifted } from './lift.ts';
import type { StepOrder } from './pool.ts';
import type { ProgressRecord } from './progress.ts';
import { playRegion } from './region.ts';
import { type Reply, reply } from './reply.ts';
import type { Step } from './steps.ts';
import { trainNetwork } from './train.ts';

/** Entry of a worker thread: carries out one step and answers with its outcome. */
export default function work({ step, cacheDir, port }: StepOrder): Promise<Reply<unknown>> {
  const report = (record: ProgressRecord) => port.postMessage(record);
  return reply(port, () => carryOut(step, new Store(cacheDir), report));
}

function carryOut(step: Step, store: Store, report: (record: ProgressRecord) => void): Promise<unknown> {
  switch (step.kind) {
    case 'dataset':
      return makeDataset(step, store, report);
    case 'train':
      return trainNetwork(step, store, report);
    case 'day':
      return playDay(step, store, report);
    case 'lift':
      return playLifted(step, report);
    case 'bound':
      return solveBound(step);
    case 'region':
      return playRegion(step, report);
  }
}
