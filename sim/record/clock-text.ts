/** `09:05:07` of a local hour and the time since the run began. */
export function clockText(startHour: number, timeUs: number): string {
  const seconds = Math.floor(startHour * 3600 + timeUs / 1e6);
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = Math.floor(seconds / 86_400);
  const text = `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return day > 0 ? `day ${day + 1}, ${text}` : text;
}
