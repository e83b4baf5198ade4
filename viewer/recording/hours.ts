/** Kilograms that arrived, and that robots sorted, in each hour of the clock since the day began. */
export class Hours {
  readonly arrivedKg: number[] = [];
  readonly sortedKg: number[] = [];
  private readonly offsetUs: number;

  constructor(startHour: number) {
    this.offsetUs = (startHour % 1) * 3.6e9;
  }

  arrive(timeUs: number, kg: number): void {
    this.add(this.arrivedKg, timeUs, kg);
  }

  sort(timeUs: number, kg: number): void {
    this.add(this.sortedKg, timeUs, kg);
  }

  /** Number of the hour in which an instant lies, 0 = the first. */
  hourOf(timeUs: number): number {
    return Math.floor((timeUs + this.offsetUs) / 3.6e9);
  }

  private add(list: number[], timeUs: number, kg: number): void {
    const hour = this.hourOf(timeUs);
    while (list.length <= hour) list.push(0);
    list[hour] = (list[hour] ?? 0) + kg;
  }
}
