import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunInfo } from '../../../sim/record/run-info.ts';
import { furtherFiles } from '../further.ts';
import { RecordedItems } from '../states.ts';
import { framesWithin, itemsByInterest } from './frames.ts';
import { bytesOf, type Carried, carry, type Taken } from './page.ts';
import { endUsOf, type Thinned, type Thinning, thinned } from './thin.ts';
import { alteredIn, wordDamage } from './wrong.ts';

/** Share of what is left beside the viewer that recordings may take; frames get the rest. */
const RECORDING_SHARE = 0.75;

const FILE = 'events.mcap';

interface Kept extends Thinned {
  /** The end of the day is left out. */
  readonly cut: boolean;
  readonly files: readonly Carried[];
  readonly leftOut: readonly string[];
}

/** Coarser and coarser, until it fits: readings first, since figures, items and decisions do not depend on them. */
const coarse = [0, 60, 600];

const minutes = (seconds: number): string => (seconds < 120 ? `${seconds} s` : `${seconds / 60} min`);

/** The recording of a day as far as it fits into `bytes`. */
async function dayWithin(source: string, aside: string, bytes: number): Promise<Kept> {
  const packed = async (thinning: Thinning) => {
    const thin = await thinned(source, join(aside, 'thin.mcap'), thinning);
    return { thin, file: carry(`run/${FILE}`, thin.bytes) };
  };
  const told = (readingsS: number): string[] =>
    readingsS === 0
      ? []
      : [`Charge and wear are kept every ${minutes(readingsS)} and at every change of state.`];
  for (const readingsS of coarse) {
    const { thin, file } = await packed({ readingsS, untilUs: Number.POSITIVE_INFINITY });
    const cut = thin.damage !== null;
    if (bytesOf(file) <= bytes) return { ...thin, files: [file], leftOut: told(readingsS), cut };
  }
  const readingsS = coarse.at(-1) ?? 0;
  const endUs = endUsOf(source);
  for (let share = 0.8; ; share *= 0.8) {
    const untilUs = Math.floor(endUs * share);
    const { thin, file } = await packed({ readingsS, untilUs });
    if (bytesOf(file) > bytes && share > 0.01) continue;
    const until = `Only the first ${(untilUs / 3600e6).toFixed(1)} of ${(endUs / 3600e6).toFixed(1)} hours are kept.`;
    return { ...thin, files: [file], leftOut: [until, ...told(readingsS)], cut: true };
  }
}

/** Recordings of further perceptions, as they are, in the order of the run as long as they fit; names of those that do not. */
function furtherWithin(runDir: string, bytes: number) {
  const files: Carried[] = [];
  const [names, missing]: [string[], string[]] = [[], []];
  let left = bytes;
  for (const name of furtherFiles(runDir)) {
    const path = join(runDir, name);
    const file = existsSync(path) ? carry(`run/${name}`, readFileSync(path)) : null;
    if (file === null || bytesOf(file) > left) missing.push(name);
    else {
      files.push(file);
      names.push(name);
      left -= bytesOf(file);
    }
  }
  return { files, names, missing };
}

const sizeOf = (files: readonly Carried[]): number => files.reduce((sum, file) => sum + bytesOf(file), 0);

/** What a page of `room` bytes takes along of a day: its recordings first, then what the robots saw. */
export async function dayFiles(
  runDir: string,
  info: RunInfo,
  aside: string,
  room: number,
  signal: AbortSignal,
): Promise<Taken> {
  const source = join(runDir, FILE);
  const day = await dayWithin(source, aside, room * RECORDING_SHARE);
  // Further recordings take their arrivals from the main one: where its end is cut off, they would have none.
  const further = furtherWithin(runDir, day.cut ? 0 : room * RECORDING_SHARE - sizeOf(day.files));
  const left = room - sizeOf(day.files) - sizeOf(further.files);
  const wanted = itemsByInterest(source);
  const frames = await framesWithin(new RecordedItems(source), wanted, further.missing, left, signal);
  const unseen =
    frames.items === wanted.length
      ? []
      : [
          `What the robots saw${further.files.length > 0 ? ', on the days of all perceptions,' : ''} is kept for ${frames.items} of ${wanted.length} items: those that were sorted wrongly and those that cost most come first.`,
        ];
  const days =
    further.missing.length === 0
      ? []
      : [`The days of other perceptions are left out: ${further.missing.join(', ')}.`];
  const sha256 = createHash('sha256').update(day.bytes).digest('hex');
  const hashes = [{ path: FILE, sha256 }, ...info.hashes.filter(({ path }) => path !== FILE)];
  const warning = day.damage === null ? alteredIn(runDir, FILE, info) : wordDamage(day.damage);
  return {
    info: { ...info, eventsBytes: day.bytes.length, hashes, warning: warning ?? '' },
    files: [...day.files, ...further.files, ...frames.files],
    further: further.names,
    leftOut: [...day.leftOut, ...days, ...unseen],
  };
}
