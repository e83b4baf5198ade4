import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RunInfo } from '../../../sim/record/run-info.ts';
import { cacheFolder } from '../../bin/bundle.mjs';
import { InputError } from '../../errors.ts';
import { manifestName } from '../../record/ownership.ts';
import { regretName } from '../../record/regret-file.ts';
import { inRunFolder } from '../../record/run-folder.ts';
import { inTemporaryFolder } from '../../store/leftovers.ts';
import { bundleViewer } from '../bundle.ts';
import { checkFolder, describe, recordingOf } from '../describe.ts';
import { dayFiles } from './day.ts';
import { type Carried, carry, pageOf } from './page.ts';
import { regionFiles } from './region.ts';
import { alteredIn, refuseUnreadable } from './wrong.ts';

const summaryName = 'summary.json';

/** Size of a page that mail and chat still take. */
const PAGE_BYTES = 10e6;
/** Room for what the page says of itself. */
const SPARE_BYTES = 8000;

export interface StaticOptions {
  readonly cacheDir?: string;
  readonly cwd?: string;
  readonly force?: boolean;
  readonly note?: (line: string) => void;
  readonly signal?: AbortSignal;
  /** Most bytes of the page; default 10 MB. */
  readonly maxBytes?: number;
}

/** A page that has been written. */
export interface StaticPage {
  /** The page itself, `<out>/index.html`. */
  readonly path: string;
  readonly bytes: number;
  /** What it had to leave out, one sentence each. */
  readonly leftOut: readonly string[];
  /** What is wrong with the files that it was made of, as the page says it too. */
  readonly warnings: readonly string[];
}

/** Largest manifest or summary that a page takes along. */
const PAPER_BYTES = 1e6;

/** Small files of the run folder that the viewer asks for beside the recording. */
function papersOf(runDir: string): Carried[] {
  return [summaryName, manifestName, regretName].flatMap((name) => {
    const path = join(runDir, name);
    const there = statSync(path, { throwIfNoEntry: false });
    return there?.isFile() === true && there.size <= PAPER_BYTES
      ? [carry(`run/${name}`, readFileSync(path))]
      : [];
  });
}

/** What the page will find to be wrong with the other files that it carries as they are. */
function warningsOf(runDir: string, further: readonly string[], info: RunInfo): string[] {
  const papers = info.kind === 'day' && existsSync(join(runDir, summaryName)) ? [summaryName] : [];
  return [...papers, ...further].flatMap((name) => alteredIn(runDir, name, info) ?? []);
}

function refuseUnfinished(info: RunInfo, runDir: string): void {
  const cure = 'Wait until the run has finished, or make it again with looptwin run';
  if (!existsSync(join(runDir, recordingOf(info))))
    throw new InputError({ what: `holds no ${recordingOf(info)} to show`, where: runDir, cure });
  if (!info.finished) throw new InputError({ what: 'the run is still being written', where: runDir, cure });
}

/**
 * Writes `<out>/index.html`: one page with the viewer and all that it shows of a finished run, which opens from any web
 * server and from a double click, asks nobody for anything, and stays below 10 MB; what had to be left out is told on it.
 * What is altered, damaged or cut off is shown as far as it is whole, and said on the page. Throws InputError when the folder holds no
 * finished run, nothing of its recording can be read, or `out` holds files that looptwin did not write.
 */
export async function writeStatic(
  dir: string,
  out: string,
  options: StaticOptions = {},
): Promise<StaticPage> {
  const { cwd = process.cwd(), maxBytes = PAGE_BYTES, signal = new AbortController().signal } = options;
  const runDir = resolve(cwd, dir);
  await checkFolder(runDir);
  const found = await describe(runDir);
  refuseUnfinished(found, runDir);
  const isRegion = found.kind === 'region';
  if (!isRegion) refuseUnreadable(runDir, recordingOf(found));
  const bundleDir = await bundleViewer(options.cacheDir ?? cacheFolder());
  const title = `${found.name} - looptwin`;
  const papers = papersOf(runDir);
  const room = maxBytes - pageOf(bundleDir, title, papers).length - SPARE_BYTES;
  return inRunFolder(resolve(cwd, out), options, async (folder) => {
    const { info, files, further, leftOut } = await inTemporaryFolder((aside) =>
      isRegion ? regionFiles(runDir, found, aside, room) : dayFiles(runDir, found, aside, room, signal),
    );
    const said = carry('api/run', JSON.stringify({ ...info, leftOut: leftOut.join(' ') }));
    const { bytes } = folder.write('index.html', pageOf(bundleDir, title, [said, ...papers, ...files]));
    const warnings = [info.warning, ...warningsOf(runDir, further, found)].filter((words) => words !== '');
    folder.finish();
    return { path: join(folder.target, 'index.html'), bytes, leftOut, warnings };
  });
}
