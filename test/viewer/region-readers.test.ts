import { readFileSync } from 'node:fs';
import { decode } from 'fast-png';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunInfo } from '../../sim/record/run-info.ts';
import type { RegionTimeline } from '../../viewer/region/region-timeline.ts';
import { tripsOf } from '../../viewer/region/region-timeline.ts';
import { amount, euros } from '../../viewer/region/region-words.ts';
import { violations } from './axe.ts';
import { badTexts } from './boxes.ts';
import { englishOn } from './german.ts';
import { filmed, Pages } from './pages.ts';
import { onPaper, PAPER_PX } from './paper.ts';
import { serveRegion } from './region-run.ts';

const pages = new Pages();
let timeline: RegionTimeline;
let url: string;

beforeAll(async () => {
  await pages.start();
  ({ url, timeline } = await serveRegion(pages));
}, 120_000);
afterAll(() => pages.stop(), 60_000);

const shown = (page: Page, name: string) => page.innerText(`[data-figure="${name}"]`);
const ready = (page: Page) => page.waitForSelector('.flow-map');
const dayIs = (page: Page, day: number) => page.waitForSelector(`[data-day="${day}"]`);

describe('the page of a region, for everyone', { timeout: 180_000 }, () => {
  it('cuts and covers no text at any width, in either language', async () => {
    await pages.visit(`${url}?day=90&place=sorting-01`, async (page) => {
      await ready(page);
      for (const [width, language] of [
        [360, 'de'],
        [900, 'en'],
        [1440, 'de'],
        [2560, 'en'],
      ] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.selectOption('.language', language);
        for (const tab of ['place', 'years', 'table', 'keys']) {
          await page.click(`#tab-${tab}`);
          expect([width, tab, await badTexts(page)]).toEqual([width, tab, []]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        }
      }
    });
  });

  it('breaks no rule of axe-core: light, dark, forced colours, with every panel and the tour open', async () => {
    await pages.visit(
      `${url}?day=90&place=sorting-01`,
      async (page) => {
        await ready(page);
        const every = async (...tabs: readonly string[]): Promise<void> => {
          for (const tab of tabs) {
            await page.click(`#tab-${tab}`);
            expect([tab, await violations(page)]).toEqual([tab, []]);
          }
        };
        await every('place', 'years', 'table', 'keys');
        await page.setViewportSize({ width: 360, height: 800 });
        await page.click('.theme');
        await every('place', 'years');
        await page.keyboard.press('t');
        await page.waitForSelector('.tour');
        expect(await violations(page, '.tour')).toEqual([]);
        await page.keyboard.press('Escape');
        await page.emulateMedia({ forcedColors: 'active' });
        await page.click('#tab-years');
        expect(await violations(page)).toEqual([]);
        const stroke = (at: string) => page.$eval(at, (line) => getComputedStyle(line).stroke);
        expect(await stroke('.lines polyline:nth-of-type(1)')).not.toBe(
          await stroke('.lines polyline:nth-of-type(2)'),
        );
      },
      undefined,
      { colorScheme: 'light' },
    );
  });

  it('tells kinds, ways and buyers apart by hue and dash or by a word beside', async () => {
    await pages.visit(`${url}?day=90&tab=years`, async (page) => {
      await ready(page);
      const strokes = await page.$$eval('.time-chart', (charts) =>
        charts.map((chart) =>
          [...chart.querySelectorAll('polyline')].map(
            (line) => `${getComputedStyle(line).stroke} ${line.getAttribute('stroke-dasharray')}`,
          ),
        ),
      );
      for (const lines of strokes) expect(new Set(lines).size).toBe(lines.length);
      const swatches = await page.$$eval('.region-legend li', (list) =>
        list.map((li) => [li.textContent, getComputedStyle(li.querySelector('i')!).backgroundColor]),
      );
      expect(new Set(swatches.map(([, colour]) => colour)).size).toBe(swatches.length);
      for (const [word] of swatches) expect(word).toMatch(/[a-z]{3,} /);
    });
  });

  it('leads by keyboard through six stations with the numbers of the run', async () => {
    await pages.visit(`${url}?day=30`, async (page) => {
      await ready(page);
      await page.keyboard.press('t');
      const texts: string[] = [];
      for (let step = 1; step <= 6; step++) {
        await page.waitForSelector(`[data-tour="${step}"]`);
        texts.push(await page.innerText(`[data-tour="${step}"]`));
        expect(texts.at(-1)).not.toMatch(/[{}]|NaN|undefined/);
        if (step === 1) await dayIs(page, timeline.days);
        if (step === 3) expect(texts[2]).toContain(await page.innerText('[data-place-panel] h2'));
        await page.keyboard.press(step % 2 === 0 ? 'ArrowRight' : 'Enter');
      }
      expect(new Set(texts).size).toBe(6);
      const { best } = timeline;
      const last = timeline.of(best).at(-1)!;
      expect(texts[0]).toContain(`${euros(last.soFar.routingEur)} (routing: ${best})`);
      expect(texts[0]).toContain(`more than ${euros(timeline.boundEur(best)!)}`);
      const trips = timeline.of(best).reduce((sum, month) => sum + tripsOf(month), 0);
      expect(texts[3]).toContain(`${amount(trips)} trips in all`);
      const other = timeline.results.find(({ policy }) => policy !== best)!;
      expect(texts[5]).toContain(
        `${other.policy}, shown now, earned the sorting sites ${euros(other.routingEur)}`,
      );
      await page.keyboard.press('Enter');
      await page.waitForSelector('.tour', { state: 'detached' });
    });
  });

  it('is taken away as a picture of what is shown, and as a film of what plays', async () => {
    await pages.visit(`${url}?day=1`, async (page) => {
      await ready(page);
      const picture = page.waitForEvent('download');
      await page.click('.share button:nth-child(2)');
      const saved = await picture;
      expect(saved.suggestedFilename()).toMatch(/^region.*year-1-day-30.*\.png$/);
      const { width, height, data, channels } = decode(readFileSync(await saved.path()));
      const colours = new Set<string>();
      for (let i = 0; i < width * height; i += 7)
        colours.add(data.subarray(i * channels, i * channels + 3).join());
      expect(colours.size).toBeGreaterThan(100);
      await page.click('.share button:nth-child(3)');
      await filmed(page);
      const film = page.waitForEvent('download');
      await page.click('.share button:nth-child(3)');
      const kept = await film;
      expect(kept.suggestedFilename()).toMatch(/\.(webm|mp4)$/);
      expect(readFileSync(await kept.path()).length).toBeGreaterThan(5000);
    });
  });

  it('turns single-character keys off and remembers it', async () => {
    await pages.visit(`${url}?day=60&policy=nearest&tab=keys`, async (page) => {
      await ready(page);
      await page.click('.check input');
      await page.keyboard.press('r');
      await page.keyboard.press('t');
      await page.keyboard.press('ArrowRight');
      await dayIs(page, 90);
      expect(page.url()).not.toContain('price-aware');
      expect(await page.locator('.tour').count()).toBe(0);
      await page.reload();
      await ready(page);
      expect(await page.locator('.check input').isChecked()).toBe(false);
    });
  });

  it.each(['de-DE', 'ar', undefined])('starts in the locale %s', async (locale) => {
    await pages.visit(
      `${url}?day=90`,
      async (page) => {
        await ready(page);
        const value = euros(timeline.at(timeline.best, 90)!.soFar.routingEur);
        const german = locale === 'de-DE';
        expect(await shown(page, 'routingEur')).toBe(german ? value.replaceAll(',', '.') : value);
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(german ? 'de' : 'en');
      },
      undefined,
      locale === undefined ? {} : { locale },
    );
  });

  it('speaks German alone where the address asks for it, and the address keeps asking', () =>
    pages.visit(`${url}?day=90&place=sorting-01&lang=de`, async (page) => {
      await ready(page);
      const { title, places, policies } = timeline.start;
      const { sites } = (await (await page.request.get(`${url}api/run`)).json()) as RunInfo;
      const given = sites.flatMap(({ scenario, perception }) => [scenario, perception]);
      const names = [title, ...places.map(({ id }) => id), ...policies, ...given, 'circular-region'];
      for (const tab of ['place', 'years', 'table', 'keys']) {
        await page.click(`#tab-${tab}`);
        expect([tab, await englishOn(page, names)]).toEqual([tab, []]);
      }
      await page.waitForFunction(() => location.search.includes('tab=keys'));
      expect(new URL(page.url()).searchParams.get('lang')).toBe('de');
    }));

  it('on paper is light, whole and without controls, though the screen is dark', async () => {
    await pages.visit(
      `${url}?day=90&tab=table`,
      async (page) => {
        await ready(page);
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        expect(await badTexts(page)).toEqual([]);
        expect(await onPaper(page)).toEqual({ shown: [], scrolls: [], dark: [] });
      },
      undefined,
      { colorScheme: 'dark', viewport: { width: PAPER_PX, height: 900 } },
    );
  });

  it('threw nothing', () => expect(pages.errors).toEqual([]));
});
