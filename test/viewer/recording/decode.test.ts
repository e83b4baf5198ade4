import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Recording } from '../../../scenarios/record/recording.ts';
import { RecordingDecoder, RecordingError } from '../../../viewer/recording/decode.ts';
import { writeRunFolder } from '../fixture.ts';
import { fixtureDay } from '../fixture-day.ts';

const dir = mkdtempSync(join(tmpdir(), 'looptwin-decode-'));
const events = fixtureDay(60);
let bytes: Uint8Array;

beforeAll(async () => {
  await writeRunFolder(dir, events, new Map([[3, { itemId: 3, massKg: 1 }]]));
  bytes = readFileSync(join(dir, 'events.mcap'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('reading events.mcap', () => {
  it('gives back every event, in pieces of any size, and leaves hidden states out', () => {
    for (const size of [bytes.length, 1000, 77]) {
      const decoder = new RecordingDecoder();
      const read = [];
      for (let i = 0; i < bytes.length; i += size) read.push(...decoder.push(bytes.subarray(i, i + size)));
      expect(read).toEqual(events);
      expect(decoder.complete).toBe(true);
    }
  });

  it('knows that a cut recording is not complete', () => {
    const decoder = new RecordingDecoder();
    const read = decoder.push(bytes.subarray(0, Math.floor(bytes.length * 0.6)));
    expect(decoder.complete).toBe(false);
    expect(read.length).toBeLessThan(events.length);
  });

  it('says in words that bytes are no MCAP file, or damaged', () => {
    expect(() =>
      new RecordingDecoder().push(new TextEncoder().encode('<html>not a recording</html>')),
    ).toThrow('events.mcap is not an MCAP file.');
    const damaged = bytes.slice();
    damaged[Math.floor(damaged.length / 2)]! ^= 0xff;
    expect(() => new RecordingDecoder().push(damaged)).toThrow(RecordingError);
  });

  it('says in words that an MCAP file comes from another program', async () => {
    const path = join(dir, 'foreign.mcap');
    const foreign = await Recording.open(path);
    await foreign.add([
      {
        topic: 'robot.pose',
        timeUs: 1,
        text: JSON.stringify({ timeUs: 1, type: 'robot.pose', subject: 'x' }),
      },
    ]);
    await foreign.close();
    expect(() => new RecordingDecoder().push(readFileSync(path))).toThrow('another program');
  });
});
