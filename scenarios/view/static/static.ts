import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RunInfo } from '../../../sim/record/run-info.ts';
import { cacheFolder } from '../../bin/bundle.mjs';
import { InputError } from '../../errors.ts';
import { inRunFolder } from '../../record/run-folder.ts';
import { inTemporaryFolder } from '../../store/leftovers.ts';
import { bundleViewer } from '../bundle.ts';
import { checkFolder, describe, recordingOf } from '../describe.ts';
import { RecordedItems } from '../states.ts';
import { framesWithin, itemsByInterest } from './frames.ts';
import { bytesOf, type Carried, carry, pageOf } from './page.ts';
import { endUsOf, type Thinning, thinned } from './thin.ts';

/** Size of a page that mail and chat still take. */
const PAGE_BYTES = 10e6;
/** Share of what is left beside the viewer that the recording may take; frames get the rest. */
const RECORDING_SHARE = 0.75;

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

interface Kept {
  readonly files: readonly Carried[];
  readonly leftOut: readonly string[];
}

/** Coarser and coarser, until it fits: readings first, since figures, items and decisions do not depend on them. */
const coarse = [0, 60, 600];

const minutes = (seconds: number): string => (seconds < 120 ? `${seconds} s` : `${seconds / 60} min`);

/** The recording of a day as far as it fits into `bytes`. */
async function dayWithin(
  source: string,
  aside: string,
  bytes: number,
): Promise<Kept & { bytes: Uint8Array }> {
  const packed = async (thinning: Thinning) => {
    const whole = await thinned(source, join(aside, 'thin.mcap'), thinning);
    return { whole, file: carry('run/events.mcap', whole) };
  };
  const told = (readingsS: number): string[] =>
    readingsS === 0
      ? []
      : [`Charge and wear are kept every ${minutes(readingsS)} and at every change of state.`];
  for (const readingsS of coarse) {
    const { whole, file } = await packed({ readingsS, untilUs: Number.POSITIVE_INFINITY });
    if (bytesOf(file) <= bytes) return { files: [file], leftOut: told(readingsS), bytes: whole };
  }
  const readingsS = coarse.at(-1) ?? 0;
  const endUs = endUsOf(source);
  for (let share = 0.8; ; share *= 0.8) {
    const untilUs = Math.floor(endUs * share);
    const { whole, file } = await packed({ readingsS, untilUs });
    if (bytesOf(file) > bytes && share > 0.01) continue;
    const cut = `Only the first ${(untilUs / 3600e6).toFixed(1)} of ${(endUs / 3600e6).toFixed(1)} hours are kept.`;
    return { files: [file], leftOut: [cut, ...told(readingsS)], bytes: whole };
  }
}

async function dayFiles(runDir: string, info: RunInfo, aside: string, room: number, signal: AbortSignal) {
  const source = join(runDir, 'events.mcap');
  const day = await dayWithin(source, aside, room * RECORDING_SHARE);
  const left = room - day.files.reduce((sum, file) => sum + bytesOf(file), 0);
  const wanted = itemsByInterest(source);
  const frames = await framesWithin(new RecordedItems(source), wanted, left, signal);
  const missing =
    frames.items === wanted.length
      ? []
      : [
          `What the robots saw is kept for ${frames.items} of ${wanted.length} items: those that were sorted wrongly and those that cost most come first.`,
        ];
  const eventsSha256 = createHash('sha256').update(day.bytes).digest('hex');
  return {
    info: { ...info, eventsBytes: day.bytes.length, eventsSha256 },
    files: [...day.files, ...frames.files],
    leftOut: [...day.leftOut, ...missing],
  };
}

function regionFiles(runDir: string, info: RunInfo) {
  const file = recordingOf(info);
  return { info, files: [carry(`run/${file}`, readFileSync(join(runDir, file)))], leftOut: [] as string[] };
}

/** Small files of the run folder that a viewer may ask for beside the recording. */
function papersOf(runDir: string): Carried[] {
  return ['summary.json', 'manifest.json'].flatMap((name) => {
    const path = join(runDir, name);
    const there = statSync(path, { throwIfNoEntry: false });
    return there?.isFile() && there.size < 1e6 ? [carry(`run/${name}`, readFileSync(path))] : [];
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
  const papers = papersOf(runDir);
  const frame = pageOf(bundleDir, title, papers).length + 2000;
  return inRunFolder(resolve(cwd, out), options, async (folder) => {
    const { info, files, leftOut } = await inTemporaryFolder(async (aside) =>
      found.kind === 'region'
        ? regionFiles(runDir, found)
        : dayFiles(runDir, found, aside, maxBytes - frame, signal),
    );
    const said = carry('api/run', JSON.stringify({ ...info, leftOut: leftOut.join(' ') }));
    const { bytes } = folder.write('index.html', pageOf(bundleDir, title, [said, ...papers, ...files]));
    folder.finish();
    return { path: join(folder.target, 'index.html'), bytes, leftOut };
  });
}
