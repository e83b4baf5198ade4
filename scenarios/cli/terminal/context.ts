import { relative } from 'node:path';
import type { Plain } from '../../../sim/record/json.ts';
import { shellWord } from '../../printable.ts';
import type { ProgressRecord } from '../../threads/progress.ts';

/** What a verb may use of the outside: two streams, progress, the stop signal and two folders. */
export interface Cli {
  /** A line of the answer on stdout. */
  out(text: string): void;
  /** The one JSON document of `--json` on stdout. */
  json<T>(document: T & Plain<T>): void;
  /** A line on stderr that is not part of the answer. */
  note(text: string): void;
  /** Progress of long work: a bar with ETA on a terminal, plain lines elsewhere; always stderr. */
  progress(record: ProgressRecord): void;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Made and tried when a verb asks for it: those that need no cache work without; throws InputError. */
  readonly cacheDir: string;
  readonly cwd: string;
}

/** What every study is told of the outside. */
export function settingsOf({ cacheDir, cwd, signal, progress, note }: Cli) {
  return { cacheDir, cwd, signal, progress, note };
}

/** A path as short as it can be typed: relative inside the working folder, absolute outside. */
export function shownPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short === '' ? '.' : short.startsWith('..') ? path : short;
}

/** A path as one word of a POSIX shell, which is never an option. */
export function shellPath(path: string): string {
  return shellWord(path.startsWith('-') ? `./${path}` : path);
}
