import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { McapStreamReader } from '@mcap/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputError } from '../../../scenarios/errors.ts';
import { RecordingReader } from '../../../scenarios/record/reader.ts';
import { Recording, written } from '../../../scenarios/record/recording.ts';
import { damageOf, messagesOf } from '../../../scenarios/record/replay.ts';
import { firstDifference } from '../../../scenarios/studies/verify.ts';
import { stream } from '../../../sim/kernel/random/random.ts';
import { makeItem } from '../../../sim/materials/item.ts';
import { eventOf, type WorldEvent } from '../../../sim/record/event.ts';
import { recordVersion } from '../../../sim/record/events.ts';
import { type Message, type Topic, topicSchema } from '../../../sim/record/message.ts';
import { writeRunFolder } from '../../viewer/fixture.ts';
import { fixtureDay } from '../../viewer/fixture-day.ts';

const dir = mkdtempSync(join(tmpdir(), 'looptwin-reader-'));
const path = join(dir, 'events.mcap');
const events = fixtureDay(400);
const item = makeItem({ seed: 7, itemId: 3, materialId: 'pet-bottle-clear' });
let bytes: Uint8Array;

beforeAll(async () => {
  await writeRunFolder(dir, events, new Map([[3, item]]));
  bytes = readFileSync(path);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** All that a reader says of some bytes. */
function read(recording: Uint8Array) {
  const reader = new RecordingReader();
  const messages = reader.push(recording);
  reader.end();
  return { messages, damage: reader.damage };
}

async function recordingOf(name: string, messages: readonly unknown[]): Promise<string> {
  const other = join(dir, name);
  const recording = await Recording.open(other);
  await recording.add((messages as Message[]).map(written));
  await recording.close();
  return other;
}

const whatIsWrong = async (messages: readonly unknown[]) =>
  damageOf(await recordingOf('other.mcap', messages))?.what;

describe('the one reader of recordings', () => {
  it('gives back every message, in pieces of any size', () => {
    for (const size of [bytes.length, 4096, 997]) {
      const reader = new RecordingReader();
      const found: Message[] = [];
      for (let i = 0; i < bytes.length; i += size) found.push(...reader.push(bytes.subarray(i, i + size)));
      expect(found.filter((message) => message.type !== 'item.state')).toEqual(events);
      expect(found.filter((message) => message.type === 'item.state').map(({ data }) => data)).toEqual([
        item,
      ]);
      expect(reader.complete).toBe(true);
    }
    expect([...messagesOf(path)]).toHaveLength(events.length + 1);
  });

  it('gives messages one after another, and goes on with the bytes that follow', () => {
    const reader = new RecordingReader();
    const half = Math.floor(bytes.length / 2);
    const found: Message[] = [];
    for (const message of reader.each(bytes.subarray(0, half))) found.push(message);
    expect(reader.bytes).toBe(half);
    for (const message of reader.each(bytes.subarray(half))) found.push(message);
    expect(reader.complete).toBe(true);
    expect(found).toEqual(read(bytes).messages);
  });

  it('leaves undecoded what is not wanted', () => {
    const found = new RecordingReader((topic) => topic === 'item.state').push(bytes);
    expect(found.map(({ type }) => type)).toEqual(['item.state']);
  });

  it('does not take a recording that is still being written for a damaged one', () => {
    const reader = new RecordingReader();
    reader.push(bytes.subarray(0, bytes.length * 0.6));
    expect(reader.damage).toBeNull();
    expect(reader.complete).toBe(false);
    reader.push(bytes.subarray(bytes.length * 0.6));
    expect(reader.complete).toBe(true);
  });

  it('finds the derived JSON Schema of each topic in the file', () => {
    const mcap = new McapStreamReader();
    mcap.append(bytes);
    const schemas = new Map<string, unknown>();
    for (let record = mcap.nextRecord(); record; record = mcap.nextRecord())
      if (record.type === 'Schema')
        schemas.set(record.name, JSON.parse(new TextDecoder().decode(record.data)));
    expect(schemas.size).toBeGreaterThan(10);
    for (const [name, schema] of schemas)
      expect(schema).toEqual(topicSchema(name.replace('looptwin.', '') as Topic));
  });
});

describe('a recording that is not in order', () => {
  it('says that it is empty, no MCAP file, or of another program', async () => {
    expect(read(new Uint8Array()).damage?.what).toBe('events.mcap is empty');
    const page = read(new TextEncoder().encode('<html>not a recording</html>'));
    expect(page.damage?.what).toContain('it is not an MCAP file');
    expect(await whatIsWrong([{ type: 'robot.pose', timeUs: 1 }])).toContain('another program wrote it');
  });

  it('says which version it is and how to make it again', async () => {
    const [first, ...rest] = events;
    const old = { ...first!.data, version: 'looptwin.record/2' };
    const other = damageOf(await recordingOf('old.mcap', [{ ...first, data: old }, ...rest]));
    expect(other?.what).toContain('recorded as looptwin.record/2');
    expect(other?.what).toContain(`this version reads ${recordVersion}`);
    expect(other?.cure).toContain('looptwin run');
    const { version: _, ...before } = old;
    expect(await whatIsWrong([{ ...first, data: before }])).toContain(`before ${recordVersion}`);
  });

  it('names the wrong field and the last event that is whole', async () => {
    const wrong = (change: object): unknown[] => [...events.slice(0, 9), { ...events[9], ...change }];
    const start = events[8]!;
    expect(start.seq).toBe(8);
    const full = { data: { state: 'IDLE', soc: 'full', chargeJ: 1, powerW: 1, solarW: 1 } };
    const sentence = await whatIsWrong(wrong({ type: 'robot.state', ...full }));
    expect(sentence).toContain('robot.state.data.soc must be a number, got "full"');
    expect(sentence).toMatch(/is damaged after event 8 at 06:00:\d\d, up to which it is whole: /);
    expect(await whatIsWrong(wrong({ type: 'robot.state', colr: 1 }))).toContain('robot.state.');
    expect(await whatIsWrong(wrong({ seq: 11 }))).toContain('event 9 is missing: event 11 comes instead');
    expect(await whatIsWrong(events.slice(0, -1))).toContain('it ends without run.ended');
  });

  it('is said of a file, which must be there', () => {
    writeFileSync(join(dir, 'cut.mcap'), bytes.subarray(0, bytes.length / 2));
    expect(damageOf(join(dir, 'cut.mcap'))?.what).toMatch(
      /is cut off after event \d+ at 06:.*, up to which it is whole/,
    );
    expect(damageOf(path)).toBeNull();
    for (const none of ['none.mcap', '.']) expect(() => damageOf(join(dir, none))).toThrow(InputError);
  });

  it('is the first difference to a whole one', () => {
    const first = firstDifference(join(dir, 'cut.mcap'), path);
    expect(first?.recorded).toMatch(/^events\.mcap is cut off/);
    expect(first?.again).toMatch(/^\S+ \{/);
    expect(firstDifference(path, path)).toBeNull();
  });
});

/** Bytes of the file in which a change is not seen: nothing of what is read lies in them. */
function indifferent(at: number): boolean {
  return spans.some(([from, to]) => at >= from && at < to);
}
let spans: [number, number][] = [];

/**
 * What the reader passes over: the header's words, times and CRC-less fields of a chunk's head, and all that serves random
 * access: message indexes, and everything from DataEnd (its CRC) to the end mark.
 */
function spansOf(recording: Uint8Array): [number, number][] {
  const view = new DataView(recording.buffer, recording.byteOffset, recording.byteLength);
  const found: [number, number][] = [];
  for (let at = 8; at < recording.length - 8; ) {
    const [code, length] = [view.getUint8(at), Number(view.getBigUint64(at + 1, true))];
    const content = at + 9;
    if (code === 0x01 || code === 0x07) found.push([at, content + length]);
    if (code === 0x06) found.push([content, content + 24]);
    if (code > 0x07) found.push([at, content + length]);
    at = content + length;
  }
  return found;
}

describe('200 damaged recordings', () => {
  const random = stream({ seed: 12, replication: 0, path: 'reader.test', purpose: 'damage' });
  const within = (count: number): number => Math.floor(random.next() * count);

  it('are noticed without a crash, and all that is handed out before is whole', { timeout: 60_000 }, () => {
    spans = spansOf(bytes);
    const texts = read(bytes).messages.map((message) => JSON.stringify(message));
    const unseen: number[] = [];
    for (let i = 0; i < 200; i++) {
      const cut = i % 2 === 0;
      const at = within(bytes.length);
      const mutant = cut ? bytes.subarray(0, at) : bytes.slice();
      if (!cut) mutant[at]! ^= 1 << within(8);
      const { messages, damage } = read(mutant);
      expect(messages.map((message) => JSON.stringify(message))).toEqual(texts.slice(0, messages.length));
      if (damage === null) {
        expect(cut || !indifferent(at), `byte ${at}`).toBe(false);
        expect(messages).toHaveLength(texts.length);
        unseen.push(at);
      } else
        expect(damage.what).toMatch(
          /is empty|after event \d+ at \d\d:.*up to which it is whole|cannot be read/,
        );
    }
    expect(unseen.length).toBeLessThan(30);
  });
});

it('does not compile: an event whose type or field is misspelt', () => {
  const stamp = { seq: 0, timeUs: 0, phase: 0 };
  const wrong = (): WorldEvent[] => [
    // @ts-expect-error: no such type
    eventOf(stamp, 'belt.stopped', 'belt', { running: false, speedMPerS: 0 }),
    // @ts-expect-error: no such field
    eventOf(stamp, 'belt.state', 'belt', { running: false, speedMPerS: 0, sped: 1 }),
    // @ts-expect-error: another kind of value
    eventOf(stamp, 'belt.state', 'belt', { running: 'no', speedMPerS: 0 }),
    // @ts-expect-error: no such state
    eventOf(stamp, 'robot.state', 'robot:r1', { state: 'TIRED', chargeJ: 1, soc: 1, powerW: 1, solarW: 1 }),
  ];
  expect(wrong()).toHaveLength(4);
});
