import { BehaviorSubject, type Subscription } from 'rxjs';
import type { Damage } from '../scenarios/record/reader.ts';
import type { EventOf } from '../sim/record/event.ts';
import type { RunInfo } from '../sim/record/run-info.ts';
import { english } from './language.ts';
import { type Index, recordingFeed } from './reading/feed.ts';
import { fetchRunInfo } from './reading/info.ts';
import type { FeedStep } from './reading/reading.ts';
import { RecordingError } from './reading/words.ts';
import { fetchResult, type RunResult } from './recording/result.ts';
import { Timeline } from './recording/timeline.ts';

/** A recording that cannot be shown, in English words: `retold` says them in the language of the page. */
export type Problem = Damage;

/** How far the recording has been read, and what there is to say about it. */
export interface Reading extends Pick<FeedStep, 'live' | 'complete' | 'warning'> {
  readonly info: RunInfo | null;
  readonly timeline: Timeline | null;
  /** What a recording that lies whole on the disk tells before it has been read; null of any other. */
  readonly index: Index | null;
  /** What the run says of itself; null until it has ended. */
  readonly result: RunResult | null;
  readonly share: number;
  readonly problem: Problem | null;
  /** Grows with every piece that arrives: what a view depends on, since a timeline grows in place. */
  readonly pieces: number;
}

const NOTHING_YET: Reading = {
  info: null,
  timeline: null,
  index: null,
  result: null,
  share: 0,
  live: false,
  complete: false,
  warning: null,
  problem: null,
  pieces: 0,
};

function problemOf(error: unknown): Problem {
  if (error instanceof RecordingError) return { what: error.message, cure: error.cure };
  return {
    what: `${english('heard.failed', { why: (error as Error).message })}.`,
    cure: `${english('heard.failed.cure')}.`,
  };
}

/** Reads the recording behind `base` and keeps what is known of it; ends with `close`. */
export class Session {
  readonly changes = new BehaviorSubject<Reading>(NOTHING_YET);
  private readonly subscription: Subscription;

  constructor(private readonly base = '') {
    fetchRunInfo(base).then(
      (info) => this.set({ info }),
      () => {},
    );
    const found = (index: Index): void => this.set({ index });
    this.subscription = recordingFeed(base, found).subscribe({
      next: (step) => this.take(step),
      error: (error) => this.set({ problem: problemOf(error), live: false }),
    });
  }

  get now(): Reading {
    return this.changes.value;
  }

  close(): void {
    this.subscription.unsubscribe();
  }

  private take(step: FeedStep): void {
    let { timeline } = this.now;
    for (const event of step.events) {
      if (timeline === null && event.type === 'run.started') timeline = this.begin(event);
      timeline?.add(event);
    }
    if (step.complete) void this.readResult();
    this.set({
      timeline,
      live: step.live,
      complete: step.complete,
      warning: step.warning,
      share: step.totalBytes > 0 ? step.loadedBytes / step.totalBytes : 0,
      pieces: this.now.pieces + 1,
    });
  }

  private begin(started: EventOf<'run.started'>): Timeline {
    const timeline = new Timeline(started);
    const { index } = this.now;
    if (index !== null) timeline.events.letGo(index.again, index.length);
    return timeline;
  }

  /** The folder is asked once more: a run that was being written has its manifest by now. */
  private async readResult(): Promise<void> {
    const info = await fetchRunInfo(this.base).catch(() => null);
    const { result, warning } = await fetchResult(this.base, info ?? { regret: 'none', hashes: [] });
    const warnings = [this.now.warning, warning].filter((words) => words !== null);
    const told = { result, warning: warnings.length === 0 ? null : warnings.join(' ') };
    this.set(info === null ? told : { info, ...told });
  }

  private set(change: Partial<Reading>): void {
    this.changes.next({ ...this.now, ...change });
  }
}
