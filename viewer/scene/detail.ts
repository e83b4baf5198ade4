/** A frame that takes longer than this is felt as jerky. */
const SLOW_MS = 70;
/** Slow frames in a row after which detail is given up. */
const PATIENCE = 3;
const LOWEST = 0.4;

/**
 * Share of the picture's pixels a side that this machine can draw smoothly. While the day plays and frames come late,
 * detail is given up step by step; as soon as it is paused, everything is drawn in full again.
 */
export class Detail {
  private share = 1;
  private slow = 0;
  /** Frames still come late with as few pixels as there may be: fewer would not help, less to draw might. */
  spent = false;

  /** The share for the next frame, after one that took `elapsedMs`. */
  after(elapsedMs: number, moving: boolean): number {
    if (!moving) return 1;
    this.slow = elapsedMs > SLOW_MS ? this.slow + 1 : 0;
    if (this.slow >= PATIENCE) {
      this.slow = 0;
      this.spent = this.share === LOWEST;
      this.share = Math.max(LOWEST, this.share * 0.75);
    }
    return this.share;
  }
}
