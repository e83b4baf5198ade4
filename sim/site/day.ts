import { Conservation } from '../accounts/conservation.ts';
import { Ledger, type Unit } from '../accounts/ledger.ts';
import { ORDINARY, type Phase } from '../kernel/core/phase.ts';
import { type DrawKey, drawKey } from '../kernel/random/random.ts';
import { Simulation } from '../kernel/simulation.ts';
import type { Sink } from '../ports.ts';
import { type EventData, type EventType, eventOf } from '../record/event.ts';
import type { SiteSpec, WorldSpec } from '../world.ts';

/**
 * What everything at a site shares for the length of a run: the clock, the books, the record and the names of the random
 * draws. Machines hold their own state; nothing about them is in here.
 */
export class Day {
  readonly world: WorldSpec;
  readonly seed: number;
  readonly replication: number;
  readonly sim: Simulation;
  readonly ledger = new Ledger();
  readonly conservation = new Conservation(this.ledger);
  readonly endUs: number;
  readonly #sink: Sink;
  readonly #flowed = { kg: 0, J: 0, EUR: 0 };
  readonly #flow = (unit: Unit): number =>
    unit === 'kg' || unit === 'J' || unit === 'EUR' ? this.#flowed[unit] : 0;
  events = 0;

  constructor(world: WorldSpec, key: { seed: number; replication: number }, sink: Sink) {
    this.world = world;
    this.seed = key.seed;
    this.replication = key.replication;
    this.sim = new Simulation({ seed: key.seed, replication: key.replication });
    this.endUs = Math.round(world.site.durationS * 1e6);
    this.#sink = sink;
  }

  emit<T extends EventType>(type: T, subject: string, data: EventData<T>, phase: Phase = ORDINARY): void {
    this.#sink.event(eventOf({ seq: this.events++, timeUs: this.sim.now, phase }, type, subject, data));
  }

  get sink(): Sink {
    return this.#sink;
  }

  /** Key of the draws that `path` makes for `purpose` on this day. */
  drawKey(path: string, purpose: string): DrawKey {
    return drawKey(this.seed, this.replication, path, purpose);
  }

  /** Counts what was moved, or asked for: the scale against which residuals are measured. */
  flowedIn(unit: 'kg' | 'J' | 'EUR', amount: number): void {
    this.#flowed[unit] += Math.abs(amount);
  }

  /** Compares all watched stocks with the books; throws at the first that is off. */
  checkBalance(): void {
    this.conservation.check(this.sim.now, this.#flow);
  }

  /** Counts the stocks that are dear to count. */
  audit(): void {
    this.conservation.audit(this.sim.now, this.#flow);
  }
}

const usPerDay = 86_400e6;

/** Solar hour of the day, 0..24. */
export function hourOfDay(site: SiteSpec, timeUs: number): number {
  return (site.startHour + timeUs / 3600e6) % 24;
}

/** Days since the first midnight before the start. */
export function dayIndex(site: SiteSpec, timeUs: number): number {
  return Math.floor((site.startHour * 3600e6 + timeUs) / usPerDay);
}

export function dayOfYear(site: SiteSpec, timeUs: number): number {
  return ((site.dayOfYear - 1 + dayIndex(site, timeUs)) % 365) + 1;
}

/** True inside the daily working window. */
export function isOpen(site: SiteSpec, timeUs: number): boolean {
  const hour = hourOfDay(site, timeUs);
  return hour >= site.openHour && hour < site.closeHour;
}

/** Microseconds until the window closes today; 0 when it is shut. */
export function openLeftUs(site: SiteSpec, timeUs: number): number {
  return isOpen(site, timeUs) ? (site.closeHour - hourOfDay(site, timeUs)) * 3600e6 : 0;
}

/** Seconds between two instants in which the site is open. */
export function openSecondsBetween(site: SiteSpec, fromUs: number, toUs: number): number {
  const [fromH, toH] = [site.startHour + fromUs / 3600e6, site.startHour + toUs / 3600e6];
  let hours = 0;
  for (let day = Math.floor(fromH / 24); day * 24 < toH; day++) {
    const from = Math.max(fromH, day * 24 + site.openHour);
    hours += Math.max(0, Math.min(toH, day * 24 + site.closeHour) - from);
  }
  return hours * 3600;
}

/** Seconds of the whole run in which the site is open. */
export function openSeconds(site: SiteSpec): number {
  return openSecondsBetween(site, 0, site.durationS * 1e6);
}

/** Working days of a run: one of 24 hours or less is one; of a longer one its open hours count by those of a whole day. */
export function workingDays(site: SiteSpec): number {
  const days = openSeconds(site) / 3600 / (site.closeHour - site.openHour);
  return site.durationS <= 86_400 ? 1 : Math.max(1, days);
}
