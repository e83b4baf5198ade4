import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { BackendName } from '../../../models/engine/found.ts';
import { requireCache } from '../terminal/cache.ts';
import type { Cli } from '../terminal/context.ts';
import { addBackendOption, integer } from '../terminal/options.ts';
import { addQueueOptions, type QueueOptions, queuePlace } from '../terminal/queue.ts';

interface Options extends QueueOptions {
  readonly queue: string;
  readonly concurrency: number;
  readonly cache?: string;
  readonly idle?: number;
  readonly stalledAfter: number;
  readonly backend?: BackendName;
}

const words = `
Start as many as you like, on any machine with the same checkout; Ctrl-C gives days back. A password may stand in
LOOPTWIN_QUEUE_PASSWORD instead of the address. Of workers that share a folder (--cache) one trains each network.

Example: looptwin worker --queue redis://queue.example:6379 --cache /shared/looptwin`;

/** `looptwin worker`: plays cells of experiments that masters put on a queue. */
export function addWorkerVerb(program: Command, cli: Cli): void {
  const verb = program
    .command('worker')
    .description('simulate days for looptwin experiment --queue, started here or on other machines');
  addBackendOption(addQueueOptions(verb, 'where the days are taken from', true))
    .option(
      '--concurrency <n>',
      'days at once, and threads for them',
      integer(1, 256),
      availableParallelism(),
    )
    .option('--cache <dir>', 'folder of data sets, networks and days (default: LOOPTWIN_CACHE, or .looptwin)')
    .option(
      '--idle <seconds>',
      'end when there was nothing to do for so long (default: never)',
      integer(1, 1e6),
    )
    .option(
      '--stalled-after <seconds>',
      'a worker that is silent for so long loses its days to others',
      integer(1, 3600),
      30,
    )
    .addHelpText('after', words)
    .action(async (options: Options) => {
      const queue = queuePlace(cli, options.queue, options);
      const { cache, concurrency, patience, stalledAfter, idle, backend } = options;
      const cacheDir = cache === undefined ? cli.cacheDir : requireCache(resolve(cli.cwd, cache));
      // Nobody else waits for it to load.
      const { workOn } = await import('../../queue/worker.ts');
      const worked = await workOn({
        ...{ queue, cacheDir, concurrency, idleS: idle, backend, signal: cli.signal, note: cli.note },
        ...{ patienceS: patience, stalledAfterS: stalledAfter },
      });
      const { played, cached, failed } = worked;
      cli.out(`${played} days played, ${cached} from the cache, ${failed} failed`);
    });
}
