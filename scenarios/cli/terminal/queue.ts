import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { placeOf, type RedisPlace } from '../../queue/place.ts';
import type { Cli } from './context.ts';
import { integer } from './options.ts';

/** What both ends of a queue are given. */
export interface QueueOptions {
  readonly queue?: string;
  readonly queueCa?: string;
  readonly patience: number;
}

/** Long enough to start a Redis again by hand, s. */
const defaultPatienceS = 300;

/** `--queue` and what belongs to it; `words` = what it does for this verb. */
export function addQueueOptions(command: Command, words: string, mandatory = false): Command {
  const form = 'redis://[:password@]host:port[/db], rediss:// over TLS';
  return command
    .addOption(new Option('--queue <address>', `${words}: ${form}`).makeOptionMandatory(mandatory))
    .option('--queue-ca <file>', 'certificate authority of a rediss:// address, PEM, if it is your own')
    .option(
      '--patience <seconds>',
      'how long to wait for a Redis, or for workers, that went away',
      integer(1, 1e6),
      defaultPatienceS,
    );
}

/** The Redis that was named; throws InputError. */
export function queuePlace(cli: Cli, address: string, { queueCa }: QueueOptions): RedisPlace {
  const ca = queueCa === undefined ? {} : { queueCa: resolve(cli.cwd, queueCa) };
  return placeOf(address, ca);
}
