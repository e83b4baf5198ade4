import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RecordingReader } from '../../scenarios/record/reader.ts';
import { thinned } from '../../scenarios/view/static/thin.ts';
import { makeItem } from '../../sim/materials/item.ts';
import type { WorldEvent } from '../../sim/record/event.ts';
import { expectedAt } from './expected.ts';
import { writeRunFolder } from './fixture.ts';
import { fixtureDay, timelineOf } from './fixture-day.ts';

const home = mkdtempSync(join(tmpdir(), 'looptwin-thin-'));
const events = fixtureDay(120);
const source = join(home, 'run', 'events.mcap');
const all = Number.POSITIVE_INFINITY;
const wholeEndUs = events.at(-1)!.timeUs;

beforeAll(async () => {
  const states = new Map([[0, makeItem({ seed: 7, itemId: 0, materialId: 'pet-bottle-clear' })]]);
  await writeRunFolder(join(home, 'run'), events, states);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

async function kept(readingsS: number, untilUs: number): Promise<readonly WorldEvent[]> {
  const reader = new RecordingReader();
  const { bytes, damage } = await thinned(source, join(home, 'thin.mcap'), { readingsS, untilUs });
  expect(damage).toBeNull();
  const messages = reader.push(bytes);
  expect(reader.damage).toBeNull();
  expect(reader.complete).toBe(true);
  return messages as readonly WorldEvent[];
}

describe('a thinned recording', () => {
  it('is the whole one without the hidden states where nothing is asked', async () => {
    expect(await kept(0, all)).toEqual(events);
  });

  it('holds fewer readings, and the same items, bins and tallies at every instant', async () => {
    const fewer = await kept(600, all);
    expect(fewer.length).toBeLessThan(events.length);
    for (let i = 1; i <= 20; i++) {
      const timeUs = Math.floor((wholeEndUs * i) / 20);
      const [a, b] = [expectedAt(fewer, timeUs), expectedAt(events, timeUs)];
      expect(a.bins).toEqual(b.bins);
      expect(a.items).toEqual(b.items);
      expect(stateAt(fewer, timeUs).tally).toEqual(stateAt(events, timeUs).tally);
      const states = (day: readonly WorldEvent[]) =>
        [...stateAt(day, timeUs).robots.values()].map(({ state }) => state);
      expect(states(fewer)).toEqual(states(events));
    }
  });

  it('ends where it is cut, with what has happened until then', async () => {
    const untilUs = Math.floor(wholeEndUs / 3);
    const cut = await kept(0, untilUs);
    expect(cut.at(-1)).toMatchObject({ type: 'run.ended', timeUs: untilUs });
    expect(expectedAt(cut, untilUs).bins).toEqual(expectedAt(events, untilUs).bins);
    expect(statSync(join(home, 'thin.mcap')).size).toBeLessThan(statSync(source).size / 2);
  });
});

function stateAt(day: readonly WorldEvent[], timeUs: number) {
  const timeline = timelineOf(day);
  timeline.append(day);
  return timeline.stateAt(timeUs);
}
