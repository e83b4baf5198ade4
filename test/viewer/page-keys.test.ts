import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '../../viewer/keys.ts';
import { ofType } from '../sim/record/of-type.ts';
import { expectedAt } from './expected.ts';
import { writeRunFolder } from './fixture.ts';
import { fixtureDay } from './fixture-day.ts';
import { goTo, Pages, timeIs, withoutWebgl } from './pages.ts';

const events = fixtureDay(120);
const pages = new Pages();
let url: string;

beforeAll(async () => {
  await pages.start();
  url = await pages.serve('day', (dir) => writeRunFolder(dir, events));
}, 60_000);
afterAll(() => pages.stop(), 60_000);

/** Where the day stands before a key is pressed, and what must be so after it. */
interface Check {
  readonly from: number;
  readonly shows: (page: Page) => Promise<unknown>;
}

const at =
  (seconds: number): Check['shows'] =>
  (page) =>
    timeIs(page, { at: seconds });
const address =
  (part: string): Check['shows'] =>
  (page) =>
    page.waitForFunction((text) => location.search.includes(text), part);
const seen =
  (selector: string): Check['shows'] =>
  (page) =>
    page.waitForSelector(selector);

const START = 100;
const END = 3590;
const seconds = (event: { readonly timeUs: number } | undefined): number => event!.timeUs / 1e6;
const faults = ofType(events, 'asset.state').filter((e) => !e.data.up);
const wrongs = ofType(events, 'item.binned').filter((e) => !e.data.correct && e.data.by !== 'belt-end');
const outs = ofType(events, 'robot.state').filter((e) => e.data.state === 'OFF');
const visits = ofType(events, 'maintenance.start');
const after = <E extends { readonly timeUs: number }>(all: readonly E[]): number =>
  seconds(all.find((e) => e.timeUs > START * 1e6));
const before = <E extends { readonly timeUs: number }>(all: readonly E[]): number =>
  seconds(all.findLast((e) => e.timeUs < END * 1e6));
const ids = [...expectedAt(events, START * 1e6).items.keys()];

/** What each key of the list must do. */
const checks: Readonly<Record<string, Check>> = {
  ' ': { from: START, shows: (page) => timeIs(page, { above: START }).then(() => page.keyboard.press(' ')) },
  ArrowRight: { from: START, shows: at(START + 1) },
  ArrowLeft: { from: START, shows: at(START - 1) },
  'Shift+ArrowRight': { from: START, shows: at(START + 0.1) },
  'Shift+ArrowLeft': { from: START, shows: at(START - 0.1) },
  PageDown: { from: START, shows: at(START + 60) },
  PageUp: { from: START, shows: at(START - 60) },
  '.': { from: START, shows: at(after(events)) },
  ',': { from: END, shows: at(before(events)) },
  ']': { from: START, shows: address('speed=50') },
  '[': { from: START, shows: (page) => page.waitForFunction(() => !location.search.includes('speed')) },
  f: { from: START, shows: at(after(faults)) },
  F: { from: END, shows: at(before(faults)) },
  w: { from: START, shows: at(after(wrongs)) },
  W: { from: END, shows: at(before(wrongs)) },
  b: { from: START, shows: at(seconds(outs[0])) },
  B: { from: END, shows: at(seconds(outs[0])) },
  v: { from: START, shows: at(after(visits)) },
  V: { from: END, shows: at(before(visits)) },
  n: { from: START, shows: seen(`[data-item-panel="${ids[0]}"]`) },
  N: { from: START, shows: seen(`[data-item-panel="${ids.at(-1)}"]`) },
  l: { from: START, shows: address(`loop=${START}`) },
  '1': { from: START, shows: seen('.views button:nth-child(1)[aria-pressed=true]') },
  '2': { from: START, shows: address('view=robots') },
  '3': { from: START, shows: address('view=top') },
  t: {
    from: START,
    shows: (page) => page.waitForSelector('.tour').then(() => page.keyboard.press('Escape')),
  },
  Escape: { from: START, shows: (page) => page.waitForFunction(() => !location.search.includes('item=')) },
};

describe('the keys of the day', { timeout: 120_000 }, () => {
  it('are all held against what they do', () =>
    expect(Object.keys(checks).sort()).toEqual(keys.map(({ key }) => key).sort()));

  it('do what the list says', () =>
    pages.visit(
      `${url}?t=${START}`,
      async (page) => {
        await page.waitForSelector('[data-status=recorded]', { state: 'attached' });
        for (const { key } of keys) {
          const { from, shows } = checks[key]!;
          await goTo(page, from);
          if (key === 'n' || key === 'N') await page.keyboard.press('Escape');
          await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
          if (key === 'n' || key === 'N') await page.keyboard.press('Escape');
          await page.keyboard.press(key === ' ' ? 'Space' : key);
          await shows(page).catch((error: Error) => expect.fail(`key ${key}: ${error.message}`));
        }
        expect(pages.errors).toEqual([]);
      },
      withoutWebgl,
    ));
});
