import { type Fields, problemOf, type RecordOf, schemaOf } from './field.ts';
import type { JsonObject } from './json.ts';

/** Version of all that follows; `region.started` carries it. Goes up with every change. */
export const regionVersion = 'looptwin.months/1';

const amounts = { list: 'number' } as const;

/** What a recording of a region tells, by topic; lists follow the places, routes, buyers and groups of `region.started`. */
export const regionFields = {
  'region.started': {
    version: [regionVersion],
    title: 'text',
    seed: 'whole',
    replication: 'whole',
    days: 'whole',
    /** Routing policies that were played, in the order of the scenario. */
    policies: { list: 'text' },
    /** Families of materials. */
    groups: { list: 'text' },
    /** `spot`: kilometres from the west and from the south of the map, empty where the region has none. */
    places: { list: { record: { id: 'text', kind: 'text', spot: amounts } } },
    /** Pairs of places between which material moves; `km` by road, 0 = no vehicle. */
    routes: { list: { record: { from: 'text', to: 'text', km: 'number' } } },
    /** Places that buy, and what they list for a lot of the best purity, EUR/kg. */
    buyers: { list: { record: { place: 'text', listEurPerKg: 'number' } } },
    /** Boundaries of the emissions: figures of two boundaries are never added. */
    boundaries: { list: 'text' },
    payloadKg: 'number',
  },
  /** The end of a month (30 days; the last one of a run may be shorter). `Kg` and `Eur` without `total` are those of the month. */
  'region.month': {
    policy: 'text',
    day: 'whole',
    /** By place and group: what lies there, what an outlet has taken in so far, kg. */
    stockKg: { list: amounts },
    transitKg: 'number',
    routeKg: amounts,
    /** Vehicles that left, full or not; none for what enters use, which is bought and carried home. */
    routeTrips: amounts,
    /** What a lot of the best purity fetches at the end of the month, EUR/kg. */
    priceEurPerKg: amounts,
    ...{ virginKg: 'number', recycledKg: 'number', reusedKg: 'number', givenUpKg: 'number' },
    ...{ routingEur: 'number', regionEur: 'number' },
    /** By boundary, kgCO2e. */
    co2eKg: amounts,
  },
  'region.ended': {
    answer: 'text',
    results: {
      list: {
        record: {
          policy: 'text',
          ...{ routingEur: 'number', boundEur: 'number', regionEur: 'number', recycledContent: 'number' },
        },
      },
    },
  },
} as const satisfies Readonly<Record<string, Fields>>;

export type RegionTopic = keyof typeof regionFields;
export type RegionData<T extends RegionTopic> = RecordOf<(typeof regionFields)[T]>;

/** One message of the recording of a region. */
export type RegionMessage = {
  [K in RegionTopic]: { readonly type: K; readonly timeUs: number; readonly data: RegionData<K> };
}[RegionTopic];

const fieldOf = (topic: RegionTopic) =>
  ({ record: { type: [topic], timeUs: 'whole', data: { record: regionFields[topic] } } }) as const;

const isTopic = (topic: string): topic is RegionTopic => Object.hasOwn(regionFields, topic);

/** The JSON Schema of the messages of a topic. */
export function regionSchemaOf(topic: RegionTopic): JsonObject {
  return schemaOf(fieldOf(topic));
}

/** Reads a message of a topic from JSON; throws Error that says which field must be what and is what. */
export function decodeRegionMessage(topic: string, json: string): RegionMessage {
  if (!isTopic(topic)) throw new Error(`${topic} is no kind of message that this version knows`);
  const value: unknown = JSON.parse(json);
  if (topic === 'region.started') checkVersion(value);
  const problem = problemOf(fieldOf(topic), value, topic);
  if (problem !== null) throw new Error(problem);
  return value as RegionMessage;
}

function checkVersion(started: unknown): void {
  const { version } = (started as { data?: { version?: unknown } } | null)?.data ?? {};
  if (version === regionVersion) return;
  const was = typeof version === 'string' ? version : `a version before ${regionVersion}`;
  throw new Error(`it was recorded as ${was}, this version reads ${regionVersion}`);
}
