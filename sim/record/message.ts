import type { EventType, WorldEvent } from './event.ts';
import { eventFields, type RecordVersion, readVersions, recordVersion } from './events.ts';
import { type Field, type Fields, problemOf, schemaOf } from './field.ts';
import { type ItemState, itemState } from './item-state.ts';
import type { JsonObject, JsonValue } from './json.ts';
import { upgraded } from './upgrade.ts';

/** The hidden state of an item that has just arrived: recorded beside the events, for those who render its frames later. */
export type ItemMessage = {
  readonly type: 'item.state';
  readonly timeUs: number;
  readonly subject: string;
  readonly data: ItemState;
};

/** Everything that a recording can hold, each kind under its type as topic. */
export type Message = WorldEvent | ItemMessage;
export type Topic = Message['type'];

const stamp = { seq: 'whole', timeUs: 'whole', phase: 'whole' } as const satisfies Fields;

const messages: ReadonlyMap<string, Field> = new Map<string, Field>([
  ...Object.entries(eventFields).map(
    ([type, data]) =>
      [type, { record: { ...stamp, type: [type], subject: 'text', data: { record: data } } }] as const,
  ),
  [
    'item.state',
    {
      record: {
        type: ['item.state'],
        timeUs: 'whole',
        subject: 'text',
        data: { record: itemState },
      },
    },
  ],
]);

/** Every topic of a recording. */
export const topics = [...(Object.keys(eventFields) as EventType[]), 'item.state'] as const satisfies Topic[];

/** The JSON Schema of the messages of a topic. */
export function topicSchema(topic: string): JsonObject {
  return schemaOf(messages.get(topic) ?? 'text');
}

/**
 * Reads a message of a topic from JSON, out of a recording of a version (that of `run.started`); throws Error that says which
 * field must be what and is what.
 */
export function decodeMessage(topic: string, json: string, version: RecordVersion = recordVersion): Message {
  const field = messages.get(topic);
  if (field === undefined) throw new Error(`${topic} is no kind of message that this version knows`);
  const raw = JSON.parse(json) as JsonValue;
  if (topic === 'run.started') checkVersion(raw);
  const value = isRecord(raw) ? upgraded(version, topic, raw) : raw;
  const problem = problemOf(field, value, topic);
  if (problem !== null) throw new Error(problem);
  // The check has just found that it is one, which the compiler does not see.
  return value as unknown as Message;
}

const isRecord = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first message of a recording says which version it is, before any other field is looked at. */
function checkVersion(started: unknown): void {
  const { version } = (started as { data?: { version?: unknown } } | null)?.data ?? {};
  if (readVersions.some((read) => read === version)) return;
  const was = typeof version === 'string' ? version : `a version before ${recordVersion}`;
  throw new Error(`it was recorded as ${was}, this version reads ${recordVersion}`);
}
