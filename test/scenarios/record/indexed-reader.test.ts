import { mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IndexedRecording, type ReadableFile } from '../../../scenarios/record/indexed-reader.ts';
import { writeRunFolder } from '../../viewer/fixture.ts';
import { fixtureDay } from '../../viewer/fixture-day.ts';

const events = fixtureDay();
const home = mkdtempSync(join(tmpdir(), 'looptwin-indexed-'));
const path = join(home, 'events.mcap');

/** A file that counts what is read of it. */
class Counted implements ReadableFile {
  readBytes = 0;
  constructor(private readonly bytes: Buffer) {}
  async size(): Promise<bigint> {
    return BigInt(this.bytes.length);
  }
  async read(offset: bigint, size: bigint): Promise<Uint8Array> {
    this.readBytes += Number(size);
    return this.bytes.subarray(Number(offset), Number(offset + size));
  }
}

const partOf = (first: number, count: number) => ({
  ...{ first, count },
  fromUs: events[first]!.timeUs,
  toUs: events[first + count - 1]!.timeUs,
});

beforeAll(() => writeRunFolder(home, events));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('a recording behind its index', () => {
  it('is opened by its ends, and gives any part of its events as they were written', async () => {
    const file = new Counted(readFileSync(path));
    const recording = await IndexedRecording.open(file);
    expect(recording.endUs).toBe(events.at(-1)!.timeUs);
    expect(recording.length).toBe(events.length);
    const whole = Number(await file.size());
    expect(file.readBytes).toBeLessThan(whole / 2);
    for (const [first, count] of [
      [0, 10],
      [1000, 1000],
      [events.length - 7, 7],
    ] as const)
      expect(await recording.events(partOf(first, count))).toEqual(events.slice(first, first + count));
  });

  it('gives nothing rather than other events than were asked for', async () => {
    const recording = await IndexedRecording.open(new Counted(readFileSync(path)));
    await expect(recording.events({ ...partOf(1000, 10), first: 2000 })).rejects.toThrow('2000 to 2009');
  });

  it('cannot be opened where it is cut off', async () => {
    truncateSync(path, 300_000);
    await expect(IndexedRecording.open(new Counted(readFileSync(path)))).rejects.toThrow();
  });
});
