import type { RecordVersion } from './events.ts';
import type { JsonObject, JsonValue } from './json.ts';

/** Fills a message of an earlier version with what says nothing of the fields that have come since. */
type Upgrade = (message: JsonObject) => JsonObject;

const addTo = (message: JsonObject, data: JsonObject): JsonObject => ({
  ...message,
  data: { ...(message.data as JsonObject), ...data },
});

const seenWith = (message: JsonObject, unsaid: JsonObject): JsonObject =>
  addTo(message, { seen: { ...unsaid, ...((message.data as JsonObject).seen as JsonObject) } });

/** Nobody said before version 5 what the best next use of a thing is, and what a decider took for it. */
const untold = { grade: 'untold' };

const since4: Readonly<Record<string, Upgrade>> = {
  'item.arrived': (message) => addTo(message, untold),
  'item.decided': (message) => seenWith(message, untold),
};

/** Certain of nothing: what a decision said of its belief before version 4, beside the label. */
const unsaid = { next: [], state: 0, stateConfidence: 0, ...untold };

const since3: Readonly<Record<string, Upgrade>> = {
  ...since4,
  'item.decided': (message) => seenWith(message, unsaid),
};

const upgrades: Readonly<Record<RecordVersion, Readonly<Record<string, Upgrade>>>> = {
  'looptwin.record/3': since3,
  'looptwin.record/4': since4,
  'looptwin.record/5': {},
};

/** A message of a recording of some version, still unchecked, as the present version would have it. */
export function upgraded(version: RecordVersion, topic: string, message: JsonValue): JsonValue {
  const upgrade = upgrades[version][topic];
  return upgrade === undefined ? message : upgrade(message as JsonObject);
}
