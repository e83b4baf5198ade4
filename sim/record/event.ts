import { type DecisionType, decisions } from './decision.ts';
import type { eventFields } from './events.ts';
import type { RecordOf } from './field.ts';

export type EventType = keyof typeof eventFields;
export type EventData<T extends EventType> = RecordOf<(typeof eventFields)[T]>;

/** Where an event stands in the order of its run: (timeUs, phase, seq). */
export type Stamp = {
  /** 0, 1, 2 ... */
  readonly seq: number;
  /** Simulated time in integer microseconds since the start of the run. */
  readonly timeUs: number;
  readonly phase: number;
};

/** One event of some types; a subject is who it happened to: `item:17`, `robot:r1`, `bin:pet`. */
export type EventOf<T extends EventType> = {
  [K in T]: Stamp & { readonly type: K; readonly subject: string; readonly data: EventData<K> };
}[T];

/** One thing that happened in the world. */
export type WorldEvent = EventOf<EventType>;
export type Decision = EventOf<DecisionType>;

/** Tells the record of an event, now. */
export type Emit = <T extends EventType>(type: T, subject: string, data: EventData<T>) => void;

/** Puts an event together; the compiler holds that its data are those of its type. */
export function eventOf<T extends EventType>(
  { seq, timeUs, phase }: Stamp,
  type: T,
  subject: string,
  data: EventData<T>,
): WorldEvent {
  // The compiler does not see that a type and the data of this type make one member of the union.
  return { seq, timeUs, phase, type, subject, data } as WorldEvent;
}

export function isDecision(event: WorldEvent): event is Decision {
  return event.type in decisions;
}

/** `17` of `item:17`, `r1` of `robot:r1`; the whole subject when it has no colon. */
export function idOf(subject: string): string {
  return subject.slice(subject.indexOf(':') + 1);
}
