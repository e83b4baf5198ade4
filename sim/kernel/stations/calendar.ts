import { US_PER_DAY, US_PER_H } from '../core/clock.ts';

/** An open stretch of time [fromUs, toUs) within the period of a calendar. */
export interface Shift {
  readonly fromUs: number;
  readonly toUs: number;
}

export const US_PER_WEEK = 7 * US_PER_DAY;

/** A repeating pattern of open and closed time: shifts, working hours, weekends. Time 0 is the start of a period (Monday 00:00 in a week). */
export class Calendar {
  private readonly shifts: readonly Shift[];
  private readonly openPerPeriodUs: number;

  /** Shifts in order, without overlap, inside [0, periodUs]. */
  constructor(
    shifts: readonly Shift[],
    readonly periodUs = US_PER_WEEK,
  ) {
    let endUs = 0;
    shifts.forEach(({ fromUs, toUs }, i) => {
      if (fromUs >= endUs && toUs > fromUs && toUs <= periodUs) endUs = toUs;
      else
        throw new RangeError(
          `calendar: shifts[${i}] must lie in ${endUs} .. ${periodUs}, got ${fromUs} .. ${toUs}`,
        );
    });
    if (shifts.length === 0) throw new RangeError('calendar: needs at least one shift, got none');
    this.shifts = shifts;
    this.openPerPeriodUs = shifts.reduce((sum, { fromUs, toUs }) => sum + toUs - fromUs, 0);
  }

  isOpen(timeUs: number): boolean {
    return this.openUs(timeUs + 1) > this.openUs(timeUs);
  }

  /** The next instant after `timeUs` at which it opens or closes. Shifts that touch do not close between them. */
  nextChange(timeUs: number): number {
    const open = this.isOpen(timeUs);
    const periodStart = timeUs - (timeUs % this.periodUs);
    for (let start = periodStart; start <= periodStart + this.periodUs; start += this.periodUs) {
      for (const { fromUs, toUs } of this.shifts) {
        for (const edge of [start + fromUs, start + toUs]) {
          if (edge > timeUs && this.isOpen(edge) !== open) return edge;
        }
      }
    }
    return Number.POSITIVE_INFINITY;
  }

  /** Open time between two instants. */
  openBetween(fromUs: number, toUs: number): number {
    return this.openUs(toUs) - this.openUs(fromUs);
  }

  /** When `workUs` of open time will have passed since `fromUs`: the end of a job that rests while closed. */
  afterWork(fromUs: number, workUs: number): number {
    const target = this.openUs(fromUs) + workUs;
    let left = target % this.openPerPeriodUs;
    let start = Math.floor(target / this.openPerPeriodUs) * this.periodUs;
    if (left === 0 && workUs > 0) {
      left = this.openPerPeriodUs;
      start -= this.periodUs;
    }
    for (const { fromUs: opens, toUs: closes } of this.shifts) {
      if (left <= closes - opens) return Math.max(fromUs, start + opens + left);
      left -= closes - opens;
    }
    throw new Error('calendar: the shifts do not add up'); // cannot happen: left is at most their sum
  }

  /** Open time from 0 to `toUs`. */
  private openUs(toUs: number): number {
    const periods = Math.floor(toUs / this.periodUs);
    const within = toUs - periods * this.periodUs;
    return this.shifts.reduce(
      (sum, shift) => sum + Math.max(0, Math.min(within, shift.toUs) - shift.fromUs),
      periods * this.openPerPeriodUs,
    );
  }
}

/** Working hours on the first `workdays` days of a week, `fromH` to `toH` o'clock (hours may be fractions). */
export function workingWeek(fromH: number, toH: number, workdays = 5): Calendar {
  return new Calendar(
    Array.from({ length: workdays }, (_, day) => ({
      fromUs: day * US_PER_DAY + Math.round(fromH * US_PER_H),
      toUs: day * US_PER_DAY + Math.round(toH * US_PER_H),
    })),
  );
}
