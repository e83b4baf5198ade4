/** What has moved between two places since the first day. */
export interface RouteTotal {
  kg: number;
  /** Vehicles that left, full or not; 0 where things are carried by hand. */
  trips: number;
}

/** Counts what moves between places: the accounts know what was on the road, this knows from where to where. */
export class Traffic {
  readonly #routes = new Map<string, RouteTotal>();

  add(from: string, to: string, kg: number, trips: number): void {
    const route = this.of(from, to);
    route.kg += kg;
    route.trips += trips;
  }

  of(from: string, to: string): RouteTotal {
    const key = `${from}\0${to}`;
    const known = this.#routes.get(key) ?? { kg: 0, trips: 0 };
    this.#routes.set(key, known);
    return known;
  }
}
