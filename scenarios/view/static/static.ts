import { readFileSync, statSync } from 'node:fs';
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

/** Size of a page that mail and chat still take. */
const PAGE_BYTES = 10e6;
/** Room for what the page says of itself. */
const SPARE_BYTES = 4000;
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
}

/** Days below a region are pages of their own. */
const NO_DAYS = 'The days that its sorting sites stand on are left out: looptwin view DIR --days shows them.';

function regionFiles(runDir: string, info: RunInfo) {
  const file = recordingOf(info);
  const sites = info.sites.map((site) => ({ ...site, day: '' }));
  return {
    info: { ...info, sites },
    files: [carry(`run/${file}`, readFileSync(join(runDir, file)))],
    missing: [] as string[],
    leftOut: sites.length > 0 ? [NO_DAYS] : [],
  };
}

/** Largest manifest or summary that a page takes along. */
const PAPER_BYTES = 1e6;

/** Small files of the run folder that the viewer asks for beside the recording; the manifest names no recording that is left out. */
function papersOf(runDir: string, missing: readonly string[]): Carried[] {
  return ['summary.json', manifestName, regretName].flatMap((name) => {
    const path = join(runDir, name);
    const there = statSync(path, { throwIfNoEntry: false });
    if (there?.isFile() !== true || there.size > PAPER_BYTES) return [];
    const text = missing.reduce(
      // Names of further recordings are plain words, which furtherFiles sees to.
      (kept, file) => kept.replace(new RegExp(`"recording":\\s*"${file}"`, 'g'), '"recording": null'),
      readFileSync(path, 'utf8'),
    );
    return [carry(`run/${name}`, text)];
  });
}

function refuseUnfinished(info: RunInfo, runDir: string): void {
  const cure = 'Wait until the run has finished, or make it again with looptwin run';
  if (info.eventsBytes === 0)
    throw new InputError({ what: `holds no ${recordingOf(info)} to show`, where: runDir, cure });
  if (!info.finished) throw new InputError({ what: 'the run is still being written', where: runDir, cure });
}

/**
 * Writes `<out>/index.html`: one page with the viewer and all that it shows of a finished run, which opens from any web
 * server and from a double click, asks nobody for anything, and stays below 10 MB; what had to be left out is told on it.
 * Throws InputError when the folder holds no finished run, or `out` holds files that looptwin did not write.
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
  const bundleDir = await bundleViewer(options.cacheDir ?? cacheFolder());
  const title = `${found.name} - looptwin`;
  const frame = pageOf(bundleDir, title, papersOf(runDir, [])).length + SPARE_BYTES;
  return inRunFolder(resolve(cwd, out), options, async (folder) => {
    const { info, files, missing, leftOut } = await inTemporaryFolder(async (aside) =>
      found.kind === 'region'
        ? regionFiles(runDir, found)
        : dayFiles(runDir, found, aside, maxBytes - frame, signal),
    );
    const said = carry('api/run', JSON.stringify({ ...info, leftOut: leftOut.join(' ') }));
    const { bytes } = folder.write(
      'index.html',
      pageOf(bundleDir, title, [said, ...papersOf(runDir, missing), ...files]),
    );
    folder.finish();
    return { path: join(folder.target, 'index.html'), bytes, leftOut };
  });
}
