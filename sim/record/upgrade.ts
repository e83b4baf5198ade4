import type { RecordVersion } from './events.ts';
import type { JsonObject, JsonValue } from './json.ts';

/** Fills a message of an earlier version with what says nothing of the fields that have come since. */
type Upgrade = (message: JsonObject) => JsonObject;

/** Certain of nothing: what a decision said of its belief before version 4, beside the label. */
const unsaid = { next: [], state: 0, stateConfidence: 0 };

const since3: Readonly<Record<string, Upgrade>> = {
  'item.decided': (message) => {
    const data = message.data as JsonObject;
    return { ...message, data: { ...data, seen: { ...unsaid, ...(data.seen as JsonObject) } } };
  },
};

const upgrades: Readonly<Record<RecordVersion, Readonly<Record<string, Upgrade>>>> = {
  'looptwin.record/3': since3,
  'looptwin.record/4': {},
};

/** A message of a recording of some version, still unchecked, as the present version would have it. */
export function upgraded(version: RecordVersion, topic: string, message: JsonValue): JsonValue {
  const upgrade = upgrades[version][topic];
  return upgrade === undefined ? message : upgrade(message as JsonObject);
}
