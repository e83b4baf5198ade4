import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeItem } from '../../sim/materials/item.ts';
import { tabNames } from '../../viewer/url.ts';
import { writeRunFolder } from './fixture.ts';
import { fixtureDay } from './fixture-day.ts';
import { fixtureScene } from './fixture-site.ts';
import { englishOn } from './german.ts';
import { Pages, withoutWebgl } from './pages.ts';

const pages = new Pages();
const events = fixtureDay(120);
const itemId = events.find((event) => event.type === 'item.decided')?.data.itemId ?? 0;
const seen = makeItem({ seed: 7, itemId, materialId: 'pet-bottle-clear' });
let url: string;

/** What the scenario and its author named, which no language changes. */
const names = [
  // The folder of the run, and the perception of the made-up day.
  ...['day', 'made up'],
  ...events.flatMap((event) => {
    if (event.type === 'item.decided') return [event.data.seen.label, event.data.seen.network];
    return event.type === 'item.arrived' ? event.data.material : [];
  }),
  ...[...fixtureScene.robots, ...fixtureScene.bins].map(({ id }) => id),
  ...fixtureScene.assets.flatMap(({ id, name }) => [id, name]),
];

beforeAll(async () => {
  await pages.start();
  url = await pages.serve('day', (dir) => writeRunFolder(dir, events, new Map([[itemId, seen]])));
}, 60_000);
afterAll(() => pages.stop(), 60_000);

describe('readers everywhere', { timeout: 180_000 }, () => {
  it.each(['as the system says', 'de-DE', 'ar'])('the page starts in the locale %s', (locale) =>
    pages.visit(
      `${url}?t=100&tab=table`,
      async (page) => {
        if (locale.startsWith('as'))
          expect(await page.evaluate(() => navigator.languages[0])).toMatch(/@posix/);
        await page.waitForSelector('.tables');
        expect(pages.errors).toEqual([]);
      },
      withoutWebgl,
      locale.startsWith('as') ? {} : { locale },
    ),
  );

  it('the page speaks German alone where the address asks for it, and the address keeps asking', () =>
    pages.visit(
      `${url}?t=100&lang=de&item=${itemId}`,
      async (page) => {
        await page.waitForSelector('[data-streams] canvas');
        for (const tab of tabNames) {
          await page.click(`#tab-${tab}`);
          expect([tab, await englishOn(page, names)]).toEqual([tab, []]);
        }
        await page.keyboard.press('t');
        for (let step = 1; step <= 6; step++) {
          await page.waitForSelector(`[data-tour="${step}"]`);
          expect([step, await englishOn(page, names)]).toEqual([step, []]);
          await page.keyboard.press('Enter');
        }
        expect(new URL(page.url()).searchParams.get('lang')).toBe('de');
        await page.selectOption('.language', 'en');
        await page.waitForFunction(() => new URLSearchParams(location.search).get('lang') === 'en');
        expect(await page.innerText('.tab-panel')).toContain('Revenue');
      },
      withoutWebgl,
    ));
});
