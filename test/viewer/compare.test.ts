import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorldEvent } from '../../sim/record/event.ts';
import { armsIn, dayOf } from '../../viewer/compare/arms.ts';
import { differenceAt, differs, type Pair, partedBy, partingsOf } from '../../viewer/recording/difference.ts';
import { ofType } from '../sim/record/of-type.ts';
import { fixtureArms, writeArms } from './fixture-arms.ts';
import { timelineOf } from './fixture-day.ts';

const dir = mkdtempSync(join(tmpdir(), 'looptwin-arms-'));
const arms = fixtureArms(200);
let pair: Pair;

beforeAll(async () => {
  await writeArms(dir, arms);
  const shown = timelineOf(arms.main);
  shown.append(arms.main);
  const [, arm] = armsIn(JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')));
  pair = { shown, beside: dayOf(arm!, readFileSync(join(dir, arm!.file)), shown) };
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const binOf = (events: readonly WorldEvent[]) =>
  new Map(ofType(events, 'item.binned').map(({ data, timeUs }) => [data.itemId, { bin: data.bin, timeUs }]));

describe('two perceptions of one day', () => {
  it('are both as they were recorded, event by event', () => {
    const { events } = pair.beside;
    expect(Array.from({ length: events.length }, (_, i) => events.at(i))).toEqual(arms.further);
  });

  it('are as far apart as their books say, at every minute', () => {
    for (const main of ofType(arms.main, 'accounts.state')) {
      const further = ofType(arms.further, 'accounts.state').find((e) => e.timeUs === main.timeUs)!;
      expect(differenceAt(pair, main.timeUs)).toEqual({
        eur: main.data.valueEur - further.data.valueEur,
        co2eKg: main.data.co2eKg - further.data.co2eKg,
      });
    }
    expect(differenceAt(pair, 3.6e9).eur).not.toBe(0);
  });

  it('part at the items that lie in other bins, from when they lie in both', () => {
    const [a, b] = [binOf(arms.main), binOf(arms.further)];
    const apart = [...a].filter(([id, { bin }]) => b.has(id) && b.get(id)!.bin !== bin);
    const partings = partingsOf(pair);
    expect(partings.length).toBe(apart.length);
    expect(partings.length).toBeGreaterThan(20);
    for (const timeUs of [0, 900e6, 3.6e9]) {
      const by = apart.filter(([id, { timeUs: t }]) => Math.max(t, b.get(id)!.timeUs) <= timeUs);
      expect(partedBy(partings, timeUs)).toBe(by.length);
    }
  });

  it('show which items go another way, from the later of the two choices on', () => {
    const chosen = (events: readonly WorldEvent[], itemId: number) =>
      ofType(events, 'item.decided').findLast(({ data }) => data.itemId === itemId)!;
    const itemId = partingsOf(pair)[0]!.itemId;
    const [a, b] = [pair.shown.items.get(itemId), pair.beside.items.get(itemId)];
    const fromUs = Math.max(chosen(arms.main, itemId).timeUs, chosen(arms.further, itemId).timeUs);
    expect([fromUs - 1, fromUs, 3.6e9].map((timeUs) => differs(a, b, timeUs))).toEqual([false, true, true]);
    expect(differs(a, undefined, 3.6e9)).toBe(false);
  });

  it('cannot be told of where the manifest names no recordings, or those of another program', () => {
    expect(armsIn(null)).toEqual([]);
    expect(armsIn({ variants: [{ perception: 'distilled', main: true }] })).toEqual([]);
    const outside = { perception: 'x', main: false, recording: '../secret.mcap' };
    expect(armsIn({ variants: [outside, 7] })).toEqual([]);
  });

  it('say in words what is wrong with a recording that is cut off', () => {
    const bytes = readFileSync(join(dir, 'events-2.mcap'));
    const arm = { perception: 'x', file: 'events-2.mcap', main: false };
    expect(() => dayOf(arm, bytes.subarray(0, bytes.length - 200), pair.shown)).toThrow(
      /events-2\.mcap is cut off after event .*Make it again/,
    );
  });
});
