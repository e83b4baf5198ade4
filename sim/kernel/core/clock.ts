/** Simulated time is an integer number of microseconds; a safe integer reaches 285 years. */
export const US_PER_S = 1_000_000;
export const US_PER_MIN = 60 * US_PER_S;
export const US_PER_H = 60 * US_PER_MIN;
export const US_PER_DAY = 24 * US_PER_H;

/** Seconds as integer microseconds, rounded to the nearest. */
export const seconds = (s: number): number => Math.round(s * US_PER_S);
/** Minutes as integer microseconds, rounded to the nearest. */
export const minutes = (min: number): number => Math.round(min * US_PER_MIN);
/** Hours as integer microseconds, rounded to the nearest. */
export const hours = (h: number): number => Math.round(h * US_PER_H);
/** Days as integer microseconds, rounded to the nearest. */
export const days = (d: number): number => Math.round(d * US_PER_DAY);

/** `3 d 04:05:06.000007`, without what is zero at the front and the end: for messages to people. */
export function formatTime(timeUs: number): string {
  const day = Math.floor(timeUs / US_PER_DAY);
  const two = (unitUs: number, base: number) => String(Math.floor(timeUs / unitUs) % base).padStart(2, '0');
  const clock = `${two(US_PER_H, 24)}:${two(US_PER_MIN, 60)}:${two(US_PER_S, 60)}`;
  const micros = timeUs % US_PER_S;
  const fraction = micros === 0 ? '' : `.${String(micros).padStart(6, '0')}`;
  return `${day > 0 ? `${day} d ` : ''}${clock}${fraction}`;
}
