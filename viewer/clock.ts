import { clockOf } from '../sim/record/clock-text.ts';
import { say } from './language.ts';

const said = (day: number, time: string): string => (day > 1 ? say('clock.day', { day, time }) : time);

/** The local time of an instant, in the language of the page: `09:05:07`, from the second day on with the day's number. */
export function clockText(startHour: number, timeUs: number): string {
  const { day, time } = clockOf(startHour, timeUs);
  return said(day, time);
}

/** The same to the minute: `09:05`. */
export function minuteText(startHour: number, timeUs: number): string {
  const { day, time } = clockOf(startHour, timeUs);
  return said(day, time.slice(0, 5));
}

/**
 * Seconds since the run began of a local time: `9:05`, `09:05:07`, with a day before it as `clockText` writes it, in any language;
 * null when it is no time.
 */
export function clockSeconds(startHour: number, text: string): number | null {
  const match = /^\s*(?:\D*(\d+)\D*,)?\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*$/.exec(text);
  if (match === null) return null;
  const [, day = '1', h, m, s = '0'] = match;
  return ((Number(day) - 1) * 24 + Number(h) - startHour) * 3600 + Number(m) * 60 + Number(s);
}
