import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { idOf, isDecision, type WorldEvent } from '../../../sim/record/event.ts';
import { eventFields, recordVersion } from '../../../sim/record/events.ts';
import { type Field, type Fields, problemOf, schemaOf } from '../../../sim/record/field.ts';
import { itemState } from '../../../sim/record/item-state.ts';
import { decodeMessage, type Message, topicSchema, topics } from '../../../sim/record/message.ts';
import { startRun } from '../../../sim/run.ts';
import { depot, play, portsOf } from '../run/kit.ts';
import { ofType } from './of-type.ts';

const whole = fc.nat(2 ** 31);
/** -0 has no JSON of its own. */
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0);

/** Values that fit a field. */
function anyOf(field: Field): fc.Arbitrary<unknown> {
  if (typeof field !== 'string') {
    if (Array.isArray(field)) return fc.constantFrom(...(field as readonly string[]));
    if ('list' in field) return fc.array(anyOf(field.list), { maxLength: 4 });
    if ('oneOf' in field) {
      const kinds = Object.entries(field.oneOf);
      return fc.oneof(...kinds.map(([kind, own]) => recordOf({ kind: [kind], ...own })));
    }
    return recordOf((field as { record: Fields }).record);
  }
  const leaf = { number, whole, text: fc.string(), flag: fc.boolean() };
  return field === 'colour'
    ? fc.nat(0xffffff).map((c) => `#${c.toString(16).padStart(6, '0')}`)
    : leaf[field];
}

const recordOf = (fields: Fields): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([name, own]) => [name, anyOf(own)])));

const dataOf = new Map<string, Fields>([...Object.entries(eventFields), ['item.state', itemState]]);

/** Any message, with data that fit. */
const message = fc
  .constantFrom(...topics)
  .chain((type) =>
    fc
      .tuple(
        recordOf({ timeUs: 'whole', seq: 'whole', phase: 'whole', subject: 'text' }),
        recordOf(dataOf.get(type)!),
      )
      .map(([{ seq, phase, ...stamp }, data]) => ({
        ...(type === 'item.state' ? stamp : { seq, phase, ...stamp }),
        ...{ type, data },
      })),
  )
  .map((value) => value as unknown as Message);

const schemas = new Map(topics.map((topic) => [topic, z.fromJSONSchema(topicSchema(topic) as never)]));

/** All places of a plain value, as paths. */
function placesOf(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, own]) => placesOf(own, [...path, key]))].filter(
    (found) => found.length > 0,
  );
}

/** The value with something else, or nothing, at a place. */
function changed(value: unknown, [key, ...rest]: readonly (string | number)[], other: unknown): unknown {
  if (key === undefined) return other;
  const copy = structuredClone(value) as Record<string, unknown>;
  if (rest.length === 0 && other === undefined) delete copy[key];
  else copy[key] = changed(copy[key], rest, other);
  return copy;
}

describe('messages of a recording', () => {
  it('come back equal from JSON, and fit the JSON Schema that the file carries', () => {
    fc.assert(
      fc.property(message, (value) => {
        const json = JSON.stringify(value);
        expect(decodeMessage(value.type, json)).toEqual(value);
        expect(schemas.get(value.type)!.safeParse(JSON.parse(json)).success).toBe(true);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('are refused with any field of another kind, missing, or unknown, and say which', () => {
    fc.assert(
      fc.property(message, fc.nat(), fc.constantFrom(undefined, { odd: 1 }), (value, pick, other) => {
        const places = placesOf(value).filter(
          (path) => !(Array.isArray(path) && Number.isInteger(Number(path.at(-1)))),
        );
        const place = places[pick % places.length]!;
        const wrong = JSON.stringify(changed(value, place, other));
        expect(() => decodeMessage(value.type, wrong)).toThrow(/must be|no field|recorded as|is no kind/);
        const more = JSON.stringify({ ...value, data: { ...value.data, odd: 1 } });
        expect(() => decodeMessage(value.type, more)).toThrow(/\.odd is no field of it/);
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it('are all that a day tells', () => {
    const { events } = play(depot(undefined, 1));
    for (const event of events) expect(decodeMessage(event.type, JSON.stringify(event))).toEqual(event);
    expect(events[0]!.data).toHaveProperty('version', recordVersion);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i));
    expect(events.filter(isDecision).length).toBeGreaterThan(50);
  });
});

it('a hidden state is told under the number of its arrival, whatever specimen it is', () => {
  const events: WorldEvent[] = [];
  const states: { index: number; specimen: number }[] = [];
  const run = startRun(depot(undefined, 0.2), { seed: 1, replication: 3 }, portsOf(), {
    event: (event) => events.push(event),
    item: (_, index, { itemId }) => states.push({ index, specimen: itemId }),
  });
  while (run.advance(1000));
  const arrived = ofType(events, 'item.arrived').map(({ data }) => data);
  expect(states.length).toBeGreaterThan(10);
  expect(states).toEqual(arrived.map(({ itemId, specimen }) => ({ index: itemId, specimen })));
  expect(states.some(({ index, specimen }) => index !== specimen)).toBe(true);
});

describe('a field', () => {
  it('says what must be, what was got and where', () => {
    expect(problemOf('number', Number.NaN, 'a')).toBe('a must be a number, got null');
    expect(problemOf('whole', -1, 'a')).toBe('a must be a whole number >= 0, got -1');
    expect(problemOf(['on', 'off'], 'of', 'a')).toBe('a must be one of on, off, got "of"');
    expect(problemOf({ list: 'flag' }, [true, 1], 'a')).toBe('a[1] must be true or false, got 1');
    expect(problemOf({ record: { b: 'text' } }, {}, 'a')).toBe('a.b must be a text, got nothing');
    expect(problemOf('text', { b: 'x'.repeat(999) }, 'a')!.length).toBeLessThan(120);
  });

  it('of several kinds is held to the fields of its own kind', () => {
    const shapes: Field = { oneOf: { disc: { radius: 'number' }, point: {} } };
    expect(problemOf(shapes, { kind: 'disc', radius: 1 }, 'a')).toBeNull();
    expect(problemOf(shapes, { kind: 'point' }, 'a')).toBeNull();
    expect(problemOf(shapes, { kind: 'point', radius: 1 }, 'a')).toBe('a.radius is no field of it');
    expect(problemOf(shapes, { kind: 'disk', radius: 1 }, 'a')).toBe(
      'a.kind must be one of disc, point, got "disk"',
    );
    expect(problemOf(shapes, [], 'a')).toBe('a must be a record, got []');
  });

  it('is not fooled by names that every object has', () => {
    const odd = JSON.parse('{"__proto__": 1, "b": "x"}') as unknown;
    expect(problemOf({ record: { b: 'text' } }, odd, 'a')).toBe('a.__proto__ is no field of it');
    expect(problemOf({ record: {} }, { constructor: 1 }, 'a')).toBe('a.constructor is no field of it');
    expect(schemaOf({ record: {} })).toMatchObject({ additionalProperties: false });
  });
});

it('the number of a subject stands behind its colon', () => expect(idOf('item:17')).toBe('17'));

it('a message of the version before is read, with what it did not say left empty', () => {
  const { events } = play(depot(() => ({}), 0.1));
  const decided = ofType(events, 'item.decided')[0]!;
  const { next: _n, state: _s, stateConfidence: _c, ...seen } = decided.data.seen;
  const text = JSON.stringify({ ...decided, data: { ...decided.data, seen } });
  expect(() => decodeMessage('item.decided', text)).toThrow('seen.next must be a list, got nothing');
  const read = decodeMessage('item.decided', text, 'looptwin.record/3');
  expect(read.data).toMatchObject({ seen: { ...seen, next: [], state: 0, stateConfidence: 0 } });
  const began = ofType(events, 'run.started')[0]!;
  const earlier = { ...began, data: { ...began.data, version: 'looptwin.record/3' } };
  expect(decodeMessage('run.started', JSON.stringify(earlier)).type).toBe('run.started');
});
