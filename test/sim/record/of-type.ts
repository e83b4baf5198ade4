import type { EventType, WorldEvent } from '../../../sim/record/event.ts';

/** The events of one type, with the data of that type. */
export function ofType<T extends EventType>(
  events: readonly WorldEvent[],
  type: T,
): Extract<WorldEvent, { readonly type: T }>[] {
  return events.filter((event): event is Extract<WorldEvent, { readonly type: T }> => event.type === type);
}
