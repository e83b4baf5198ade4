import { join } from 'node:path';
import { alteredWords, type RunInfo } from '../../../sim/record/run-info.ts';
import { InputError } from '../../errors.ts';
import { nodeHasher } from '../../record/node-hasher.ts';
import type { Damage } from '../../record/reader.ts';
import { messagesOf, piecesOf } from '../../record/replay.ts';

/** Says so when a file of a run folder is not the one that the run wrote, as the page does; null when it is. */
export function alteredIn(runDir: string, file: string, info: Pick<RunInfo, 'hashes'>): string | null {
  const hasher = nodeHasher();
  for (const piece of piecesOf(join(runDir, file))) hasher.update(piece);
  return alteredWords(file, hasher.hex(), info);
}

/** What is wrong with a recording of which a part can be shown, as the page says it. */
export const wordDamage = ({ what, cure }: Damage): string => `${what}. ${cure}.`;

/** Refuses a recording of which nothing can be shown, in the words of the page. */
export function refuse({ what, cure }: Damage, runDir: string): never {
  throw new InputError({ what, where: runDir, cure });
}

/** Throws InputError for the recording of a day that cannot be read from its first message: foreign, newer, older, empty. */
export function refuseUnreadable(runDir: string, file: string): void {
  const messages = messagesOf(join(runDir, file));
  const { done, value } = messages.next();
  if (done && value !== null) refuse(value, runDir);
  messages.return(null);
}
