import { BehaviorSubject } from 'rxjs';
import { RecordingReader } from '../../scenarios/record/reader.ts';
import type { WorldEvent } from '../../sim/record/event.ts';
import { english } from '../language.ts';
import { fetchFile } from '../reading/info.ts';
import { arrivalOf } from '../recording/items.ts';
import { Timeline } from '../recording/timeline.ts';

/** One perception of a run, and the file that its day was recorded into. */
export interface Arm {
  readonly perception: string;
  readonly file: string;
  /** Its recording is the one that holds what all share. */
  readonly main: boolean;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The recorded perceptions that a manifest names, in its order; none where it is another document. */
export function armsIn(manifest: unknown): Arm[] {
  const variants = isRecord(manifest) ? manifest.variants : null;
  if (!Array.isArray(variants)) return [];
  return (variants as unknown[]).flatMap((variant): Arm[] => {
    if (!isRecord(variant)) return [];
    const { perception, recording: file, main } = variant;
    if (typeof perception !== 'string' || typeof file !== 'string' || !/^[\w-]+\.mcap$/.test(file)) return [];
    return [{ perception, file, main: main === true }];
  });
}

/** How far the days of a run are here. */
export interface ArmsNow {
  /** All that can be chosen; null until the run has ended. */
  readonly arms: readonly Arm[] | null;
  /** Days that have been read, by perception. */
  readonly days: ReadonlyMap<string, Timeline>;
  /** Perception that is being read. */
  readonly reading: string | null;
  /** Why one could not be read. */
  readonly problem: string | null;
}

/** The days of a run under its perceptions: the main one as it was opened, the others read when they are asked for. */
export class Arms {
  readonly changes = new BehaviorSubject<ArmsNow>({
    arms: null,
    days: new Map(),
    reading: null,
    problem: null,
  });

  constructor(private readonly base = '') {}

  /** Learns from the manifest which days there are; `main` is the one that the page has opened, read to its end. */
  async open(main: Timeline): Promise<void> {
    const bytes = await fetchFile(this.base, 'run/manifest.json').catch(() => null);
    const { perception } = main.started.data;
    const alone: Arm = { perception, file: 'events.mcap', main: true };
    const known = bytes === null ? [] : armsIn(parsed(bytes));
    const arms = known.some((arm) => arm.main && arm.perception === perception) ? known : [alone];
    this.set({ arms, days: new Map([[perception, main]]) });
  }

  /** Reads the day of a perception unless it is there. */
  async want(perception: string): Promise<void> {
    const { arms, days, reading } = this.changes.value;
    const arm = arms?.find((one) => one.perception === perception);
    if (arm === undefined || days.has(perception) || reading === perception) return;
    const main = [...days.values()][0];
    if (main === undefined) return;
    this.set({ reading: perception, problem: null });
    try {
      const day = dayOf(arm, await fetchFile(this.base, `run/${arm.file}`), main);
      this.set({ reading: null, days: new Map([...this.changes.value.days, [perception, day]]) });
    } catch (error) {
      this.set({ reading: null, problem: (error as Error).message });
    }
  }

  private set(change: Partial<ArmsNow>): void {
    this.changes.next({ ...this.changes.value, ...change });
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
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
