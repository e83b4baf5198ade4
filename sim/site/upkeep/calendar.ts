import type { MaintenanceSpec, SiteSpec } from '../../world.ts';
import { dayIndex, hourOfDay } from '../day.ts';

const usPerHour = 3600e6;

/**
 * The first time from `earliestUs` on at which a technician can arrive: inside the daily window, on a day on which one can get
 * there at all. Integer microseconds.
 */
export function arrivalTimeUs(maintenance: MaintenanceSpec, site: SiteSpec, earliestUs: number): number {
  const { fromHour, toHour } = maintenance;
  let timeUs = earliestUs;
  const hour = hourOfDay(site, timeUs);
  if (hour >= toHour) timeUs += (24 - hour + fromHour) * usPerHour;
  else if (hour < fromHour) timeUs += (fromHour - hour) * usPerHour;
  const waitDays = daysToOccasion(dayIndex(site, timeUs + 1), maintenance.everyDays ?? 0);
  if (waitDays === 0) return Math.ceil(timeUs);
  // A later day begins at the start of its window.
  return Math.ceil(timeUs + (waitDays * 24 - hourOfDay(site, timeUs) + fromHour) * usPerHour);
}

/** Days until the next day that holds a multiple of `everyDays`; 0 = today. */
function daysToOccasion(day: number, everyDays: number): number {
  if (everyDays <= 1) return 0;
  const next = Math.ceil(day / everyDays) * everyDays;
  return Math.floor(next) - day;
}
