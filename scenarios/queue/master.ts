import { Queue } from 'bullmq';
import { requireBackend } from '../backend.ts';
import { ContentStore } from '../store/store.ts';
import { withCache } from '../studies/day/with-execution.ts';
import { documentOf, type ExperimentDocument } from '../studies/experiment/document.ts';
import { playDays, rangeText } from '../studies/experiment/experiment.ts';
import { type ExperimentOptions, studyOf } from '../studies/experiment/study.ts';
import { Gathering } from './gathering.ts';
import { type CellJob, prefix, queueName } from './job.ts';
import { Link } from './link.ts';
import type { RedisPlace } from './place.ts';

export interface QueueOptions {
  readonly queue: RedisPlace;
  /** How long to wait for a Redis that went away, and for workers when there are none, s. */
  readonly patienceS: number;
}

/**
 * An experiment whose cells are played by the workers of a queue: the same document as when they are played here. Cells that
 * are in the store are taken from there, and each that comes back is kept in it. Throws as `experiment`, InputError for a Redis
 * that cannot be used, and ShortageError where Redis, or all workers, stay away longer than the patience allows.
 */
export async function experimentOnQueue(
  nameOrPath: string,
  options: ExperimentOptions & QueueOptions,
): Promise<ExperimentDocument> {
  const { queue: place, patienceS, note = () => {}, signal = new AbortController().signal } = options;
  const study = studyOf(nameOrPath, options);
  const range = rangeText(study.head);
  if (range !== undefined) note(range);
  const name = queueName(requireBackend(options.backend, note));
  return withCache(options, async (cacheDir) => {
    let gathering: Gathering | undefined;
    const told = () => gathering?.told() ?? 'Nothing is lost.';
    const goOn = () => `${told()} Start Redis again and repeat the command, or leave out --queue`;
    const link = await Link.open(place, { patienceS, signal, note, goOn });
    const queue = new Queue<CellJob>(name, { ...{ connection: link.redis, prefix }, skipVersionCheck: true });
    queue.on('error', () => {}); // the link tells of it
    const gatherer = new Gathering(study, {
      ...{ link, queue, store: new ContentStore(cacheDir, note), patienceS, note },
      progress: options.progress ?? (() => {}),
    });
    gathering = gatherer;
    try {
      return documentOf(study.head, await playDays(study.head, (cells) => gatherer.play(cells)));
    } finally {
      await gatherer.leave();
      link.close();
    }
  });
}
