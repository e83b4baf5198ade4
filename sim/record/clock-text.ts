const two = (n: number): string => String(n).padStart(2, '0');

/** The day of an instant, the first being 1, and its time of day, `09:05:07`, of a local hour and the time since the run began. */
export function clockOf(startHour: number, timeUs: number): { readonly day: number; readonly time: string } {
  const seconds = Math.floor(startHour * 3600 + timeUs / 1e6);
  const time = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60];
  return { day: Math.floor(seconds / 86_400) + 1, time: time.map(two).join(':') };
}

/** The same as a text in English: `09:05:07`, from the second day on `day 2, 09:05:07`. */
export function clockText(startHour: number, timeUs: number): string {
  const { day, time } = clockOf(startHour, timeUs);
  return day > 1 ? `day ${day}, ${time}` : time;
}
