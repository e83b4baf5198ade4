/** The belt from one instant on: what it had travelled by then, and how fast it moves until it is told otherwise. */
export interface BeltMotion {
  readonly sinceUs: number;
  readonly travelM: number;
  readonly speedMPerS: number;
  readonly running: boolean;
}

/** Metres that the belt has travelled at `timeUs` (not before `sinceUs`). */
export function travelAt(belt: BeltMotion, timeUs: number): number {
  if (!belt.running) return belt.travelM;
  return belt.travelM + ((timeUs - belt.sinceUs) / 1e6) * belt.speedMPerS;
}

/** The motion after the belt is set running or stopped, or to another speed, at `timeUs`. */
export function setBelt(belt: BeltMotion, timeUs: number, running: boolean, speedMPerS: number): BeltMotion {
  return { sinceUs: timeUs, travelM: travelAt(belt, timeUs), speedMPerS, running };
}

/** Travel at an earlier instant, from all motions of a day in their order. */
export function travelThen(motions: readonly BeltMotion[], timeUs: number): number {
  const then = motions.findLast(({ sinceUs }) => sinceUs <= timeUs) ?? motions[0];
  return then === undefined ? 0 : travelAt(then, timeUs);
}
