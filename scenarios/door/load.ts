import { join, resolve } from 'node:path';
import type { Message } from '../../sim/record/message.ts';
import { messagesOf } from '../record/replay.ts';
import type { Row } from '../record/table.ts';
import type { Manifest } from '../studies/day/manifest.ts';
import { readRun } from '../studies/day/read.ts';
import type { RunDocument } from '../studies/day/summary.ts';
import { checkName } from './options.ts';

/** A finished run of a day as it lies in its folder. */
export interface LoadedRun {
  readonly document: RunDocument;
  readonly manifest: Manifest;
  /** Rows of a table by name, such as `decisions`; none if the run has no such table. */
  table(name: string): readonly Row[];
  /** Everything that happened on the recorded day, in order; a damaged recording ends early. */
  events(): Iterable<Message>;
}

/** Opens the folder of a finished run. Throws InputError for any other folder. */
export async function loadRun(folder: string): Promise<LoadedRun> {
  checkName('loadRun', folder, 'runs/quickstart-1a2b3c4d');
  const { document, manifest, table } = await readRun(resolve(folder));
  return { document, manifest, table, events: () => messagesOf(join(resolve(folder), 'events.mcap')) };
}
