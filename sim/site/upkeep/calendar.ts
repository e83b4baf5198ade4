import type { MaintenanceSpec, SiteSpec } from '../../world.ts';
import { dayIndex, hourOfDay, openSecondsBetween } from '../day.ts';

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
  // A later day begins at the start of its window. Who is a rounding short of midnight is there at midnight, as for the day above.
  const hourThen = hourOfDay(site, timeUs);
  const sinceMidnightH = 24 - hourThen < 1e-6 ? 0 : hourThen;
  return Math.ceil(timeUs + (waitDays * 24 - sinceMidnightH + fromHour) * usPerHour);
}

/** Days until the next day that holds a multiple of `everyDays`; 0 = today. */
function daysToOccasion(day: number, everyDays: number): number {
  if (everyDays <= 1) return 0;
  const next = Math.ceil(day / everyDays) * everyDays;
  return Math.floor(next) - day;
}

/** Added for rounding, and for the microsecond between an hour and the call just after it, s. */
const marginS = 1;

/**
 * Open seconds that go by at most from a call within a run until a technician is there who waits for no part. They change
 * linearly except where the call or the technician passes the beginning or the end of opening or of visiting hours, so calls at and just
 * after these are tried.
 */
export function longestWaitS(maintenance: MaintenanceSpec, site: SiteSpec): number {
  const travelUs = maintenance.travelS * 1e6;
  const endUs = site.durationS * 1e6;
  const { openHour, closeHour, startHour } = site;
  let longestS = 0;
  const call = (atUs: number) => {
    if (atUs < 0 || atUs > endUs) return;
    const thereUs = arrivalTimeUs(maintenance, site, atUs + travelUs);
    longestS = Math.max(longestS, openSecondsBetween(site, atUs, thereUs));
  };
  call(0);
  for (let day = 0; (day * 24 - startHour) * usPerHour <= endUs + travelUs; day++) {
    for (const hour of [0, openHour, closeHour, maintenance.fromHour, maintenance.toHour]) {
      const atUs = Math.round((day * 24 + hour - startHour) * usPerHour);
      for (const us of [atUs, atUs + 1]) {
        call(us);
        call(us - travelUs);
      }
    }
  }
  return longestS + marginS;
}
