import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomic } from '../store/atomic.ts';
import { Lock } from '../store/lock.ts';
import type { RunFacts } from './facts.ts';
import { contentsOf, lockName, manifestName, mark, readMarker, readRecord } from './ownership.ts';
import type { OutputFile } from './run-folder.ts';

const reportName = 'report.html';

/** A file that a later command puts into a finished run folder. */
export interface Addition {
  readonly name: string;
  readonly content: string;
  /** What a listing of runs says from now on. */
  readonly facts?: Partial<RunFacts>;
  /** Draws the report again from the files of the folder, the new one among them. */
  readonly redraw: () => Promise<string>;
}

function described(folder: string, name: string): OutputFile {
  const bytes = readFileSync(join(folder, name));
  return { path: name, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
}

const filesIn = (list: unknown): OutputFile[] => (Array.isArray(list) ? (list as OutputFile[]) : []);

function rewriteManifest(
  folder: string,
  change: (manifest: Readonly<Record<string, unknown>>) => object,
): void {
  const manifest = readRecord(join(folder, manifestName));
  writeAtomic(
    join(folder, manifestName),
    `${JSON.stringify({ ...manifest, ...change(manifest) }, null, 2)}\n`,
  );
}

/**
 * Puts a file into a finished run folder: marker and manifest (`added`) name it, so that it is removed with the run, replaced by the
 * next one and checked by `verify`, and the report is drawn again. The name stands in the marker before the file is there: whatever
 * stops this in between, nothing is left that looptwin does not know as its own. Throws InputError where another process writes there.
 */
export async function addToRun(folder: string, { name, content, facts, redraw }: Addition): Promise<void> {
  const lock = Lock.take(join(folder, lockName), folder);
  try {
    const { own } = contentsOf(folder);
    const before = readMarker(folder)?.facts;
    const files = new Set([...own, name]);
    mark(folder, files, true, before);
    writeAtomic(join(folder, name), content);
    const file = described(folder, name);
    rewriteManifest(folder, ({ added }) => ({
      added: [...filesIn(added).filter(({ path }) => path !== name), file],
    }));
    const report = await redraw();
    if (existsSync(join(folder, reportName))) {
      writeAtomic(join(folder, reportName), report);
      const drawn = described(folder, reportName);
      rewriteManifest(folder, ({ outputs }) => ({
        outputs: filesIn(outputs).map((one) => (one.path === reportName ? drawn : one)),
      }));
    }
    if (before !== undefined) {
      const bytes = [...files].reduce((sum, path) => sum + described(folder, path).bytes, 0);
      mark(folder, files, true, { ...before, ...facts, bytes });
    }
  } finally {
    lock.release();
  }
}
