import { Queue } from 'bullmq';
import { requireBackend } from '../backend.ts';
import { ContentStore } from '../store/store.ts';
import { withCache } from '../studies/day/with-execution.ts';
import { type Played, playDays, playedOf, rangeText } from '../studies/experiment/experiment.ts';
import type { ExperimentOptions, Study } from '../studies/experiment/study.ts';
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
 * A study whose cells are played by the workers of a queue: the same rows as when they are played here. Cells that are in the
 * store are taken from there, and each that comes back is kept in it. Throws as `experiment`, InputError for a Redis that
 * cannot be used, and ShortageError where Redis, or all workers, stay away longer than the patience allows.
 */
export async function playOnQueue(study: Study, options: ExperimentOptions & QueueOptions): Promise<Played> {
  const { queue: place, patienceS, note = () => {}, signal = new AbortController().signal } = options;
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
    const store = new ContentStore(cacheDir, note);
    const gatherer = new Gathering(study, {
      ...{ link, queue, store, patienceS, note },
      progress: options.progress ?? (() => {}),
    });
    gathering = gatherer;
    try {
      const rows = await playDays(study.head, (cells) => gatherer.play(cells));
      return playedOf(study, rows, store);
    } finally {
      await gatherer.leave();
      link.close();
    }
  });
}
