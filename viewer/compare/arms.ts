import { BehaviorSubject } from 'rxjs';
import { RecordingReader } from '../../scenarios/record/reader.ts';
import type { WorldEvent } from '../../sim/record/event.ts';
import type { RunInfo } from '../../sim/record/run-info.ts';
import { canHave } from '../ask.ts';
import { english } from '../language.ts';
import { fetchFile, fetchRunInfo, jsonIn } from '../reading/info.ts';
import { arrivalOf } from '../recording/items.ts';
import { Timeline } from '../recording/timeline.ts';

/** One perception of a run, and the file that its day was recorded into. */
export interface Arm {
  readonly perception: string;
  readonly file: string;
  /** Its recording is the one that holds what all share. */
  readonly main: boolean;
}

/** A perception of a run whose day cannot be shown, and why: nothing is recorded where no robot works, or this page leaves it out. */
export interface Unshown {
  readonly perception: string;
  readonly why: 'unrecorded' | 'leftout';
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** What a manifest says of the ways of sorting that were played, in its order; none where it is another document. */
function variantsIn(manifest: unknown) {
  const variants = isRecord(manifest) ? manifest.variants : null;
  if (!Array.isArray(variants)) return [];
  return (variants as unknown[]).flatMap((variant) => {
    if (!isRecord(variant)) return [];
    const { perception, recording, main } = variant;
    return typeof perception === 'string' ? [{ perception, recording, main: main === true }] : [];
  });
}

/** The recorded perceptions that a manifest names. */
export function armsIn(manifest: unknown): Arm[] {
  return variantsIn(manifest).flatMap(({ perception, recording: file, main }): Arm[] =>
    typeof file === 'string' && /^[\w-]+\.mcap$/.test(file) ? [{ perception, file, main }] : [],
  );
}

/** The perceptions of a manifest that cannot be shown; `isHere` says whether a recording can be had. */
export function unshownIn(manifest: unknown, isHere: (arm: Arm) => boolean): Unshown[] {
  const arms = armsIn(manifest);
  const left = arms
    .filter((arm) => !isHere(arm))
    .map(({ perception }): Unshown => ({ perception, why: 'leftout' }));
  const known = new Set(arms.map(({ perception }) => perception));
  const unrecorded = variantsIn(manifest)
    .filter(({ perception, recording }) => recording === null && !known.has(perception))
    .map(({ perception }): Unshown => ({ perception, why: 'unrecorded' }));
  return [...left, ...unrecorded];
}

/** How far the days of a run are here. */
export interface ArmsNow {
  /** All that can be chosen; null until the run has ended. */
  readonly arms: readonly Arm[] | null;
  readonly unshown: readonly Unshown[];
  /** Days that have been read, by perception. */
  readonly days: ReadonlyMap<string, Timeline>;
  /** Perception that is being read. */
  readonly reading: string | null;
  /** By perception: why its day could not be read, or that its recording was altered. */
  readonly said: ReadonlyMap<string, string>;
}

const isHere = ({ file }: Arm): boolean => canHave(`run/${file}`);

/** The days of a run under its perceptions: the main one as it was opened, the others read when they are asked for. */
export class Arms {
  readonly changes = new BehaviorSubject<ArmsNow>({
    arms: null,
    unshown: [],
    days: new Map(),
    reading: null,
    said: new Map(),
  });
  private info: Pick<RunInfo, 'hashes'> = { hashes: [] };

  constructor(private readonly base = '') {}

  /** Learns from the manifest which days there are; `main` is the one that the page has opened, read to its end. */
  async open(main: Timeline): Promise<void> {
    this.info = await fetchRunInfo(this.base).catch(() => this.info);
    const file = await fetchFile(this.base, 'manifest.json', this.info).catch(() => null);
    const manifest = file === null ? null : jsonIn(file.bytes);
    const { perception } = main.started.data;
    const alone: Arm = { perception, file: 'events.mcap', main: true };
    const known = armsIn(manifest);
    const ofThisDay = known.some((arm) => arm.main && arm.perception === perception);
    const arms = ofThisDay ? known.filter(isHere) : [alone];
    const unshown = ofThisDay ? unshownIn(manifest, isHere) : [];
    this.set({ arms, unshown, days: new Map([[perception, main]]) });
  }

  /** Reads the day of a perception unless it is there. */
  async want(perception: string): Promise<void> {
    const { arms, days, reading } = this.changes.value;
    const arm = arms?.find((one) => one.perception === perception);
    if (arm === undefined || days.has(perception) || reading === perception) return;
    const main = [...days.values()][0];
    if (main === undefined) return;
    this.set({ reading: perception });
    try {
      const { bytes, warning } = await fetchFile(this.base, arm.file, this.info);
      const day = dayOf(arm, bytes, main);
      this.say(perception, warning);
      this.set({ reading: null, days: new Map([...this.changes.value.days, [perception, day]]) });
    } catch (error) {
      this.say(perception, (error as Error).message);
      this.set({ reading: null });
    }
  }

  private say(perception: string, words: string | null): void {
    if (words !== null) this.set({ said: new Map([...this.changes.value.said, [perception, words]]) });
  }

  private set(change: Partial<ArmsNow>): void {
    this.changes.next({ ...this.changes.value, ...change });
  }
}

/** The day of a further perception, put together with the arrivals of the main one. Throws Error in words. */
export function dayOf({ file }: Arm, bytes: Uint8Array, main: Timeline): Timeline {
  const arrivals = [...main.items.values()].map(arrivalOf);
  const reader = new RecordingReader(() => true, { file, arrivals });
  const events = reader.push(bytes) as WorldEvent[];
  reader.end();
  const [first] = events;
  if (reader.damage !== null) throw new Error(`${reader.damage.what}. ${reader.damage.cure}.`);
  if (first?.type !== 'run.started') throw new Error(`${english('heard.no.day', { file })}.`);
  const day = new Timeline(first);
  day.append(events);
  return day;
}
