/** Whatever tells the time. */
export interface Clock {
  /** Integer microseconds. */
  readonly now: number;
}

/** A quantity that holds its value between changes: queue length, stock, number of busy servers. Averages weigh by time. */
export class Level {
  private current: number;
  private area = 0;
  private sinceUs: number;
  private startUs: number;
  private least: number;
  private greatest: number;

  constructor(
    private readonly clock: Clock,
    value = 0,
  ) {
    this.current = value;
    this.sinceUs = clock.now;
    this.startUs = clock.now;
    this.least = value;
    this.greatest = value;
  }

  get value(): number {
    return this.current;
  }

  set(value: number): void {
    const { now } = this.clock;
    this.area += this.current * (now - this.sinceUs);
    this.sinceUs = now;
    this.current = value;
    if (value < this.least) this.least = value;
    if (value > this.greatest) this.greatest = value;
  }

  add(change: number): void {
    this.set(this.current + change);
  }

  /** Integral over time since the start or the last reset, in value x microseconds. */
  get integral(): number {
    return this.area + this.current * (this.clock.now - this.sinceUs);
  }

  /** Time average since the start or the last reset; NaN before any time has passed. */
  get mean(): number {
    return this.integral / (this.clock.now - this.startUs);
  }

  get min(): number {
    return this.least;
  }

  get max(): number {
    return this.greatest;
  }

  /** Begins anew at the present value: the end of a warm-up. */
  reset(): void {
    this.area = 0;
    this.sinceUs = this.clock.now;
    this.startUs = this.clock.now;
    this.least = this.current;
    this.greatest = this.current;
  }
}
