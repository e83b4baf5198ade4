import type { JsonObject, JsonValue } from '../../sim/record/json.ts';

/** Number at `key`, or `fallback` when it is missing or not finite: recordings are foreign input. */
export function numberOf(data: JsonObject, key: string, fallback = 0): number {
  const value = data[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback;
}

/** Text at `key`, or `fallback`. Texts go to the page as text nodes or canvas glyphs, never as HTML. */
export function textOf(data: JsonObject, key: string, fallback = ''): string {
  const value = data[key];
  return typeof value === 'string' ? value : fallback;
}

/** Boolean at `key`, or `fallback`. */
export function flagOf(data: JsonObject, key: string, fallback: boolean): boolean {
  const value = data[key];
  return typeof value === 'boolean' ? value : fallback;
}

/** Record at `key`, or an empty one. */
export function recordOf(data: JsonObject, key: string): JsonObject {
  const value = data[key];
  return isRecord(value) ? value : {};
}

/** The records in the list at `key`; anything else in it is left out. */
export function recordsOf(data: JsonObject, key: string): readonly JsonObject[] {
  const value = data[key];
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** The texts in the list at `key`. */
export function textsOf(data: JsonObject, key: string): readonly string[] {
  const value = data[key];
  return Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : [];
}

export function isRecord(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `17` of `item:17`, `r1` of `robot:r1`; the whole subject when it has no colon. */
export function idOf(subject: string): string {
  return subject.slice(subject.indexOf(':') + 1);
}
