/** A figure over the day, growing at its end: instants and values in their order. */
export class Curve {
  readonly timesUs: number[] = [];
  readonly values: number[] = [];

  add(timeUs: number, value: number): void {
    this.timesUs.push(timeUs);
    this.values.push(value);
  }
}
