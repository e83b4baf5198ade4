import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { describe as describeRun } from '../../scenarios/view/describe.ts';
import type { WorldEvent } from '../../sim/record/event.ts';
import { Arms, armsIn, dayOf, unshownIn } from '../../viewer/compare/arms.ts';
import { differenceAt, differs, type Pair, partedBy, partingsOf } from '../../viewer/recording/difference.ts';
import { fetchResult } from '../../viewer/recording/result.ts';
import { wordsAt } from '../../viewer/share/scene-picture.ts';
import { ofType } from '../sim/record/of-type.ts';
import { listFile } from './fixture.ts';
import { fixtureArms, writeArms } from './fixture-arms.ts';
import { madeUpSummary } from './fixture-books.ts';
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

describe('the files of two days', () => {
  const home = mkdtempSync(join(tmpdir(), 'looptwin-files-'));
  let folders = 0;
  afterEach(() => vi.unstubAllGlobals());
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  /** A run folder of both days and its result, which the page of this test asks for its files. */
  async function served(): Promise<string> {
    const run = join(home, String(folders++));
    await writeArms(run, arms);
    writeFileSync(join(run, 'summary.json'), JSON.stringify(madeUpSummary));
    listFile(run, 'summary.json');
    vi.stubGlobal('fetch', async (path: string) => {
      if (path === 'api/run') return Response.json(await describeRun(run));
      const file = join(run, path.replace('run/', ''));
      return existsSync(file) ? new Response(readFileSync(file)) : new Response(null, { status: 404 });
    });
    return run;
  }

  /** What is known of the days once both are asked for. */
  async function opened(run: string) {
    const known = new Arms();
    await known.open(pair.shown);
    await known.want('second sight');
    const { result, warning } = await fetchResult('', await describeRun(run));
    return { ...known.changes.value, result, warning };
  }

  it('are what the run wrote: nothing is said of them', async () => {
    const now = await opened(await served());
    expect([now.said.size, now.warning]).toEqual([0, null]);
    expect(now.days.size).toBe(2);
    expect(now.result?.finding).toBe(madeUpSummary.finding);
  });

  it('are shown, each with its name and a warning, where they were altered after the run', async () => {
    const run = await served();
    writeFileSync(join(run, 'summary.json'), JSON.stringify({ ...madeUpSummary, boundEur: 99 }));
    const manifest = join(run, 'manifest.json');
    writeFileSync(
      manifest,
      readFileSync(manifest, 'utf8').replace(/("path":"events-2\.mcap","sha256":")..../, '$10000'),
    );
    const now = await opened(run);
    expect(now.said.get('second sight')).toMatch(/^events-2\.mcap was altered after the run: .*Do not trust/);
    expect(now.warning).toMatch(/^summary\.json was altered after the run: .*Do not trust/);
    expect(now.days.get('second sight')).toBeDefined();
    expect(now.result?.boundEur).toBe(99);
  });

  it('leave the main day where they cannot be read, and do not keep others from being chosen', async () => {
    const run = await served();
    const file = join(run, 'events-2.mcap');
    truncateSync(file, Math.floor(statSync(file).size * 0.85));
    writeFileSync(join(run, 'summary.json'), '{');
    const now = await opened(run);
    expect([...now.days.keys()]).toEqual(['made up']);
    expect(now.reading).toBeNull();
    expect(now.said.get('second sight')).toContain('events-2.mcap is cut off');
    expect([now.result, now.warning]).toEqual([null, expect.stringContaining('summary.json was altered')]);
  });

  it('are told apart from days that nobody recorded, and from those that a page leaves out', async () => {
    const { arms: known, unshown } = await opened(await served());
    expect(known?.map(({ perception }) => perception)).toEqual(['made up', 'second sight']);
    expect(unshown).toEqual([{ perception: 'no-robot', why: 'unrecorded' }]);
    const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as unknown;
    expect(unshownIn(manifest, ({ main }) => main)).toEqual([
      { perception: 'second sight', why: 'leftout' },
      { perception: 'no-robot', why: 'unrecorded' },
    ]);
    // A maintenance policy that is not recorded does not hide the perception that is.
    const again = {
      variants: [
        { perception: 'x', recording: 'x.mcap' },
        { perception: 'x', recording: null },
      ],
    };
    expect(unshownIn(again, () => true)).toEqual([]);
  });
});

describe('a picture of two days', () => {
  it('names both, says what each stands at, and by how much one is ahead in EUR and kgCO2e', () => {
    const timeUs = 1800e6;
    const { under, over } = wordsAt({ timeline: pair.shown, pair }, 'run', timeUs);
    const [a, b] = [arms.main, arms.further].map(
      (events) => ofType(events, 'accounts.state').findLast((e) => e.timeUs <= timeUs)!.data,
    );
    const heading = (name: string, { valueEur, co2eKg }: typeof a & object) =>
      `${name}: EUR ${valueEur.toFixed(2)}, ${co2eKg.toFixed(2)} kgCO2e`;
    expect(over).toEqual([heading('made up', a!), heading('second sight', b!)]);
    const eur = Math.abs(a!.valueEur - b!.valueEur).toFixed(2);
    const kg = Math.abs(a!.co2eKg - b!.co2eKg).toFixed(2);
    expect(under[0]).toBe('run, 06:30:00');
    expect(under[1]).toMatch(
      new RegExp(`^At 06:30, made up has earned EUR ${eur} (more|less) than second sight`),
    );
    expect(under[2]).toMatch(new RegExp(`^It has caused ${kg} kgCO2e (more|less)`));
  });

  it('says of one day what it said before', () => {
    const { under, over } = wordsAt({ timeline: pair.shown, pair: null }, 'run', 1800e6);
    expect([under.length, over]).toEqual([1, []]);
    expect(under[0]).toMatch(/^run, 06:30:00, EUR /);
  });
});
