import { BehaviorSubject } from 'rxjs';

/** The speed is worked out over this time, so that it can be read. */
const WINDOW_MS = 1000;
/** A longer frame is a tab that was asleep, not a slow one. */
const ASLEEP_MS = 5000;
/** A sleep worth a word, and how long the word stands. */
const LONG_MS = 60_000;
const SAID_MS = 30_000;
/** A clock that keeps so much of its speed is not behind. */
const KEPT = 0.9;

/** How fast the day really passes: null while it keeps the speed that was asked for, else simulated seconds a second. */
export class Pace {
  readonly behind = new BehaviorSubject<number | null>(null);
  /** How long the page slept while the day should have played, ms; null when there is nothing to say of it. */
  readonly slept = new BehaviorSubject<number | null>(null);
  private awakeMs = 0;
  private elapsedMs = 0;
  private movedUs = 0;

  /** After a frame that took `elapsedMs` and moved the day by `movedUs`, at an asked `speed`. */
  note(elapsedMs: number, movedUs: number, speed: number): void {
    if (elapsedMs > ASLEEP_MS) {
      this.rest();
      return;
    }
    this.elapsedMs += elapsedMs;
    this.movedUs += movedUs;
    if (this.elapsedMs < WINDOW_MS) return;
    const real = this.movedUs / 1000 / this.elapsedMs;
    this.elapsedMs = this.movedUs = 0;
    this.tell(real < speed * KEPT ? Number(real.toPrecision(2)) : null);
  }

  /** Hears how long a frame took that should have moved the day: a long sleep is told, and forgotten after a while. */
  wake(elapsedMs: number): void {
    const long = elapsedMs > LONG_MS;
    this.awakeMs = long ? 0 : this.awakeMs + elapsedMs;
    if (long) this.slept.next(elapsedMs);
    else if (this.awakeMs > SAID_MS && this.slept.value !== null) this.slept.next(null);
  }

  /** Nothing plays: there is nothing to be behind. */
  rest(): void {
    this.elapsedMs = this.movedUs = 0;
    this.tell(null);
  }

  private tell(behind: number | null): void {
    if (behind !== this.behind.value) this.behind.next(behind);
  }
}
