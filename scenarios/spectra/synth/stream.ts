import { closeSync, existsSync, openSync, renameSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { StoppedError } from '../../errors.ts';
import { readJsonFile } from '../../read-file.ts';
import { explainDisk, makeFolder } from '../../store/atomic.ts';
import type { Report } from '../../threads/progress.ts';

/** A long CSV that is written row by row with flat memory and goes on where it was stopped. */
export interface RowStream {
  /** Final path of the file. */
  readonly out: string;
  /** Hash of everything that decides the rows: a part made by other settings is not continued. */
  readonly specHash: string;
  readonly header: string;
  readonly rows: number;
  /** The text of one row, without line end. */
  readonly rowAt: (row: number) => string;
  readonly task: string;
}

export interface StreamHooks {
  readonly signal?: AbortSignal;
  readonly progress?: Report;
}

interface Mark {
  readonly specHash: string;
  readonly rows: number;
  readonly bytes: number;
}

/** Where the mark of a stream stands. */
export const rowsMark = (out: string) => `${out}.part.json`;

/** Rows between two marks on disk: about 10 ms of work, so that a stop is noticed at once. */
const BLOCK_ROWS = 128;

/**
 * Writes the stream to `out` through `out.part`; on a stop the part and its mark stay and the next call continues there.
 * The mark of a whole stream stays too: it says that the file is ours until a better one does.
 * Returns how many rows an earlier call had left. Throws StoppedError when the signal is aborted.
 */
export async function streamRows(stream: RowStream, hooks: StreamHooks = {}): Promise<number> {
  const part = `${stream.out}.part`;
  const markPath = rowsMark(stream.out);
  makeFolder(dirname(stream.out));
  const start = continueFrom(part, markPath, stream.specHash);
  let { rows, bytes } = start;
  const file = openPart(part, rows > 0 || bytes > 0);
  try {
    if (bytes === 0) bytes += append(file, `${stream.header}\n`);
    while (rows < stream.rows) {
      const end = Math.min(rows + BLOCK_ROWS, stream.rows);
      let text = '';
      for (; rows < end; rows++) text += `${stream.rowAt(rows)}\n`;
      bytes += append(file, text);
      writeFileSync(markPath, JSON.stringify({ specHash: stream.specHash, rows, bytes } satisfies Mark));
      hooks.progress?.({ task: stream.task, done: rows, total: stream.rows });
      await setImmediate();
      if (hooks.signal?.aborted && rows < stream.rows) {
        throw new StoppedError(
          `${rows} of ${stream.rows} rows are kept in ${part}: the same command goes on there`,
        );
      }
    }
  } catch (error) {
    explainDisk(error, stream.out);
  } finally {
    closeSync(file);
  }
  renameSync(part, stream.out);
  return start.rows;
}

/** Appends all of a text or throws: one write to a disk that is nearly full takes a part of it without a word. */
function append(file: number, text: string): number {
  writeFileSync(file, text);
  return Buffer.byteLength(text);
}

function openPart(part: string, append: boolean): number {
  try {
    return openSync(part, append ? 'a' : 'w');
  } catch (error) {
    return explainDisk(error, part);
  }
}

/** The mark of an earlier call with the same settings; a torn tail behind it is cut off. */
function continueFrom(part: string, markPath: string, specHash: string): Mark {
  const fresh = { specHash, rows: 0, bytes: 0 };
  if (!existsSync(part) || !existsSync(markPath)) return fresh;
  try {
    const mark = readJsonFile(markPath, { what: 'mark', where: markPath, cure: '' }) as Mark;
    if (mark.specHash !== specHash) return fresh;
    // A power cut can keep the mark and lose the rows before it; truncating would then fill the gap with zeros.
    if (statSync(part).size < mark.bytes) return fresh;
    truncateSync(part, mark.bytes);
    return mark;
  } catch {
    // A mark that was torn by a power cut is worth nothing: begin again.
    return fresh;
  }
}
