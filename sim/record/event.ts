import { type DecisionType, decisions } from './decision.ts';
import type { Fields, RecordOf } from './field.ts';
import { scene } from './scene.ts';
import { shapes } from './shape.ts';
import { robotStates } from './summary.ts';

/** Version of all that follows; `run.started` carries it, so that a recording says what it is. Goes up with every change. */
export const recordVersion = 'looptwin.record/2';

const service = { asset: 'text', action: ['planned', 'repair'], costEur: 'number' } as const satisfies Fields;

/** What happens in the world: the data of every event, by its dotted type, `noun.verb`. */
export const eventFields = {
  'run.started': {
    version: [recordVersion],
    scene: { record: scene },
    world: 'text',
    seed: 'whole',
    replication: 'whole',
    perception: 'text',
    sorting: 'text',
    maintenance: 'text',
    processing: 'text',
  },
  'run.ended': { revenueEur: 'number', costEur: 'number', valueEur: 'number', items: 'whole' },
  'item.arrived': {
    itemId: 'whole',
    /** Number of the piece in its pool: pieces of one number are the same piece come again. */
    specimen: 'whole',
    material: 'text',
    class: 'text',
    shape: shapes,
    lengthM: 'number',
    widthM: 'number',
    thicknessM: 'number',
    colour: 'colour',
    massKg: 'number',
    /** Across the belt from its middle, negative = left. */
    laneM: 'number',
    angleRad: 'number',
  },
  'item.seen': { itemId: 'whole', robot: 'text' },
  'item.picked': { itemId: 'whole', robot: 'text', bin: 'text', ok: 'flag', startUs: 'whole' },
  'item.binned': { itemId: 'whole', bin: 'text', by: 'text', correct: 'flag' },
  'robot.state': { state: robotStates, chargeJ: 'number', soc: 'number', powerW: 'number', solarW: 'number' },
  /** The present lot of a bin. */
  'bin.changed': { count: 'whole', massKg: 'number' },
  'belt.state': { running: 'flag', speedMPerS: 'number' },
  'asset.reading': {
    condition: 'number',
    currentA: 'number',
    vibrationMmPerS: 'number',
    hotSpotK: 'number',
  },
  /** Wear from 0 = new to 1 = fails. */
  'asset.state': { wear: 'number', up: 'flag' },
  'maintenance.visit': { ...service, arrivesUs: 'whole' },
  'maintenance.start': service,
  'maintenance.end': service,
  'collection.overflow': { kg: 'number' },
  'lot.sold': { from: 'text', kg: 'number', purity: 'number', eurPerKg: 'number' },
  ...decisions,
} as const satisfies Readonly<Record<string, Fields>>;

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
  return { seq, timeUs, phase, type, subject, data } as unknown as WorldEvent;
}

export function isDecision(event: WorldEvent): event is Decision {
  return event.type in decisions;
}

/** `17` of `item:17`, `r1` of `robot:r1`; the whole subject when it has no colon. */
export function idOf(subject: string): string {
  return subject.slice(subject.indexOf(':') + 1);
}
