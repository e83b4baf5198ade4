import type { DisruptionSpec } from '../spec/disruption.ts';

/** Which places are closed, which lanes are blocked and which prices have a floor, day by day. */
export class Disruptions {
  readonly #all: readonly DisruptionSpec[];

  constructor(all: readonly DisruptionSpec[] = []) {
    this.#all = all;
  }

  isClosed(place: string, day: number): boolean {
    return this.#all.some((one) => one.kind === 'closure' && one.place === place && holds(one, day));
  }

  isBlocked(from: string, to: string, day: number): boolean {
    return this.#all.some(
      (one) => one.kind === 'road' && one.from === from && one.to === to && holds(one, day),
    );
  }

  /** Days `from` .. `to` on which a place is open. */
  openDays(place: string, from: number, to: number): number {
    if (!this.#all.some((one) => one.kind === 'closure' && one.place === place)) return to - from + 1;
    return count(from, to, (day) => !this.isClosed(place, day));
  }

  /** True when a lot can leave by a lane on one of the days `from` .. `to`: the road is free and the place at its end open. */
  isUsable(lane: { readonly from: string; readonly to: string }, from: number, to: number): boolean {
    const touched = this.#all.some(
      (one) =>
        (one.kind === 'closure' && one.place === lane.to) ||
        (one.kind === 'road' && one.from === lane.from && one.to === lane.to),
    );
    if (!touched) return true;
    const free = (day: number) => !this.isBlocked(lane.from, lane.to, day) && !this.isClosed(lane.to, day);
    return count(from, to, free) > 0;
  }

  /** The highest floor under a buyer's prices on a day, EUR/kg; -Infinity where there is none. */
  floorEurPerKg(place: string, day: number): number {
    return this.highestFloorEurPerKg(place, day, day);
  }

  /** The highest floor of the days `from` .. `to`. */
  highestFloorEurPerKg(place: string, from: number, to: number): number {
    return this.#all.reduce(
      (floor, one) =>
        one.kind === 'price-floor' &&
        one.place === place &&
        one.fromDay <= to &&
        from < one.fromDay + one.days
          ? Math.max(floor, one.eurPerKg)
          : floor,
      -Infinity,
    );
  }
}

const holds = ({ fromDay, days }: DisruptionSpec, day: number): boolean =>
  day >= fromDay && day < fromDay + days;

function count(from: number, to: number, is: (day: number) => boolean): number {
  let days = 0;
  for (let day = from; day <= to; day++) if (is(day)) days += 1;
  return days;
}
