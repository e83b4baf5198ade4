import { BehaviorSubject } from 'rxjs';
import { Pace } from './pace.ts';
import type { MixUp } from './recording/confusion.ts';

/** Speeds offered, in simulated seconds a second. */
export const SPEEDS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000] as const;

/** A pause of the page longer than this (tab asleep, slow frame) does not move the day. */
const LONGEST_FRAME_MS = 250;

export interface Playing {
  readonly timeUs: number;
  readonly playing: boolean;
  readonly speed: number;
  readonly selected: number | null;
  /** A range that is played again and again. */
  readonly loop: Loop | null;
}

/** Where a camera stands and looks, in scene metres: x, y, z, and x, y, z of what is in the middle. */
export type CameraPlace = readonly number[];

export interface Loop {
  readonly fromUs: number;
  readonly toUs: number;
}

/** Where the viewer is in the recording. Knows no DOM: the frame loop tells it how much time has passed. */
export class Player {
  readonly changes: BehaviorSubject<Playing>;
  readonly pace = new Pace();
  /** Where the reader turned the camera to; null = the named view. */
  readonly camera = new BehaviorSubject<CameraPlace | null>(null);
  /** The items that the scene shows alone; null = all. */
  readonly filter = new BehaviorSubject<MixUp | null>(null);

  /** An instant asked for that has not been read yet, us: shown as soon as it has; null = none. */
  readonly goal = new BehaviorSubject<number | null>(null);

  /**
   * `end` tells the last instant that can be shown, which grows while a run is being followed; `ahead` the last one that is
   * sure to be shown later.
   */
  constructor(
    private readonly end: () => number,
    start: Partial<Playing> = {},
    private readonly ahead: () => number = end,
  ) {
    this.changes = new BehaviorSubject<Playing>({
      timeUs: 0,
      playing: false,
      speed: 20,
      selected: null,
      loop: null,
      ...start,
    });
  }

  get now(): Playing {
    return this.changes.value;
  }

  /** Lets `elapsedMs` of the viewer's time pass. `following` = more is still to come: wait at the end, do not stop. */
  pass(elapsedMs: number, following: boolean): void {
    if (this.goal.value !== null) {
      this.approach(this.goal.value);
      return;
    }
    const { playing, speed, timeUs, loop } = this.now;
    if (!playing) {
      this.pace.rest();
      return;
    }
    this.pace.wake(elapsedMs);
    // A frame may be stamped before the clock was read that it is compared with: time never goes back.
    const passedMs = Math.min(Math.max(0, elapsedMs), LONGEST_FRAME_MS);
    const next = timeUs + passedMs * 1000 * speed;
    const endUs = this.end();
    // A loop of an address may begin after the end of this day: it is none.
    if (loop !== null && loop.fromUs < endUs && next >= Math.min(loop.toUs, endUs)) {
      this.set({ timeUs: loop.fromUs });
      return;
    }
    if (next < endUs) this.pace.note(elapsedMs, next - timeUs, speed);
    this.set({ timeUs: Math.min(next, endUs), playing: next < endUs || following });
  }

  /** Waits at what has been read until the instant asked for has been read too. */
  private approach(goal: number): void {
    this.pace.rest();
    if (Math.min(goal, this.ahead()) <= this.end()) this.seek(goal);
  }

  /** Goes to an instant; to one that has not been read yet as soon as it has. */
  seek(timeUs: number): void {
    const goal = Math.min(timeUs, this.ahead());
    this.goal.next(goal > this.end() ? goal : null);
    this.set({ timeUs: Math.min(this.end(), Math.max(0, timeUs)) });
  }

  pause(): void {
    this.set({ playing: false });
  }

  step(seconds: number): void {
    this.pause();
    this.seek(this.now.timeUs + seconds * 1e6);
  }

  toggle(): void {
    const atEnd = this.now.timeUs >= this.end();
    if (!this.now.playing && atEnd) this.seek(0);
    this.set({ playing: !this.now.playing });
  }

  setSpeed(speed: number): void {
    this.set({ speed });
  }

  /** The next higher (1) or lower (-1) speed. */
  shift(direction: 1 | -1): void {
    const at = SPEEDS.findIndex((s) => s >= this.now.speed);
    const next = SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, at + direction))];
    this.setSpeed(next ?? this.now.speed);
  }

  /** Begins a loop here (until the end), ends the one that has begun, before or after its beginning, or plays on without. */
  markLoop(): void {
    const { loop, timeUs } = this.now;
    if (loop === null) this.set({ loop: { fromUs: timeUs, toUs: Number.POSITIVE_INFINITY } });
    else if (loop.toUs === Number.POSITIVE_INFINITY && timeUs !== loop.fromUs) {
      const { fromUs } = loop;
      this.set({ loop: { fromUs: Math.min(fromUs, timeUs), toUs: Math.max(fromUs, timeUs) } });
    } else this.set({ loop: null });
  }

  select(selected: number | null): void {
    this.set({ selected });
  }

  private set(change: Partial<Playing>): void {
    this.changes.next({ ...this.now, ...change });
  }
}
