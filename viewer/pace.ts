import { BehaviorSubject } from 'rxjs';

/** The speed is worked out over this time, so that it can be read. */
const WINDOW_MS = 1000;
/** A longer frame is a tab that was asleep, not a slow one. */
const ASLEEP_MS = 5000;
/** A clock that keeps so much of its speed is not behind. */
const KEPT = 0.9;

/** How fast the day really passes: null while it keeps the speed that was asked for, else simulated seconds a second. */
export class Pace {
  readonly behind = new BehaviorSubject<number | null>(null);
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

  /** Nothing plays: there is nothing to be behind. */
  rest(): void {
    this.elapsedMs = this.movedUs = 0;
    this.tell(null);
  }

  private tell(behind: number | null): void {
    if (behind !== this.behind.value) this.behind.next(behind);
  }
}
