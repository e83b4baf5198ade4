import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeItem } from '../../sim/materials/item.ts';
import { tabNames } from '../../viewer/url.ts';
import { violations } from './axe.ts';
import { badTexts } from './boxes.ts';
import { writeRunFolder } from './fixture.ts';
import { dayWithBooks, madeUpSummary } from './fixture-books.ts';
import { fixtureMaterial } from './fixture-day.ts';
import { drawn, Pages, withoutWebgl } from './pages.ts';
import { onPaper, PAPER_PX } from './paper.ts';

/** An item whose frames can be shown. */
const SEEN = 37;
const pages = new Pages();
let url: string;

beforeAll(async () => {
  await pages.start();
  url = await pages.serve('day', async (dir) => {
    const state = makeItem({ seed: 7, itemId: SEEN, materialId: fixtureMaterial(SEEN) });
    await writeRunFolder(dir, dayWithBooks(), new Map([[SEEN, state]]));
    writeFileSync(join(dir, 'summary.json'), JSON.stringify(madeUpSummary));
  });
}, 60_000);
afterAll(() => pages.stop(), 60_000);

const tabsOf = async (page: Page, look: (tab: string) => Promise<void>): Promise<void> => {
  for (const tab of tabNames) {
    await page.click(`#tab-${tab}`);
    await look(tab);
  }
};

describe('the page at every width', { timeout: 180_000 }, () => {
  it.each([360, 900, 1440, 2560])('of %i px cuts no text and lays none over another', (width) =>
    pages.visit(
      `${url}?t=3500`,
      async (page) => {
        await page.waitForSelector('[data-amount="value"]');
        await tabsOf(page, async (tab) => {
          expect([tab, await badTexts(page)]).toEqual([tab, []]);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(wide).toBeLessThanOrEqual(width);
        });
      },
      withoutWebgl,
      { viewport: { width, height: 900 }, ...(width === 360 ? { locale: 'de-DE' } : {}) },
    ),
  );

  it('of 360 px shows the frames of an item uncut', () =>
    pages.visit(
      `${url}?t=3500&item=${SEEN}`,
      async (page) => {
        await page.waitForSelector('.stream svg, .stream canvas');
        expect(await badTexts(page)).toEqual([]);
        const wide = await page
          .locator('.stream canvas, .stream svg')
          .evaluateAll((parts) => Math.max(...parts.map((part) => part.getBoundingClientRect().right)));
        expect(wide).toBeLessThanOrEqual(360);
      },
      withoutWebgl,
      { viewport: { width: 360, height: 900 } },
    ));

  it('is told apart from one with cut and covered words', () =>
    pages.visit(
      `${url}?t=3500`,
      async (page) => {
        await page.waitForSelector('[data-amount="value"]');
        await page.evaluate(() => {
          const first = document.querySelector<HTMLElement>('.kpi strong')!;
          Object.assign(first.style, { display: 'block', width: '2em', overflow: 'hidden' });
          const second = document.querySelector<HTMLElement>('.clock')!;
          Object.assign(second.style, { position: 'absolute', left: '0', top: '10px' });
        });
        const bad = (await badTexts(page)).join('\n');
        expect(bad).toMatch(/cut: EUR/);
        expect(bad).toMatch(/over: .*\d\d:\d\d:\d\d/);
      },
      withoutWebgl,
    ));

  it.each([360, 900])('of %i px has labels that lie over no other and within the picture', (width) =>
    pages.visit(
      `${url}?t=1105&item=37&tab=day`,
      async (page) => {
        await drawn(page);
        await page.waitForSelector('.label');
        expect(await badTexts(page)).toEqual([]);
        const shown = await page.locator('.label:visible').count();
        expect(shown).toBeGreaterThan(2);
      },
      undefined,
      { viewport: { width, height: 700 } },
    ),
  );

  it.each(['light', 'dark'] as const)('has no axe-core violation on any tab, %s', (colorScheme) =>
    pages.visit(
      `${url}?t=3500`,
      async (page) => {
        await page.waitForSelector('[data-amount="value"]');
        await tabsOf(page, async (tab) => {
          expect([tab, await violations(page)]).toEqual([tab, []]);
        });
      },
      withoutWebgl,
      { colorScheme, viewport: { width: 1080, height: 640 } },
    ),
  );

  it('on paper is light, whole and without controls, though the screen is dark', () =>
    pages.visit(
      `${url}?t=3500`,
      async (page) => {
        await page.waitForSelector('[data-amount="value"]');
        for (const tab of ['day', 'table'] as const) {
          await page.click(`#tab-${tab}`);
          await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
          expect(await badTexts(page)).toEqual([]);
          expect(await onPaper(page)).toEqual({ shown: [], scrolls: [], dark: [] });
          await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
        }
        expect((await onPaper(page)).dark).not.toEqual([]);
      },
      withoutWebgl,
      { colorScheme: 'dark', viewport: { width: PAPER_PX, height: 900 } },
    ));

  it('in forced colours shows what is chosen, bars and marks, and axe-core finds nothing', () =>
    pages.visit(
      `${url}?t=3500`,
      async (page) => {
        await page.waitForSelector('[data-amount="value"]');
        const chosen = await page.$eval('#tab-day', (tab) => getComputedStyle(tab).outlineStyle);
        expect(chosen).toBe('solid');
        const bar = (at: string) => page.$eval(at, (fill) => getComputedStyle(fill).backgroundColor);
        expect(await bar('[data-amount="value"] .fill')).not.toBe(await bar('.side'));
        expect(await bar('[data-amount="value"] .fill')).not.toBe(
          await bar('[data-amount="possible"] .fill'),
        );
        for (const tab of ['day', 'plant'] as const) {
          await page.click(`#tab-${tab}`);
          expect(await violations(page)).toEqual([]);
        }
      },
      withoutWebgl,
      { colorScheme: 'dark', forcedColors: 'active', viewport: { width: 1080, height: 640 } },
    ));

  it('moves nothing by itself where less motion is asked for', () =>
    pages.visit(
      url,
      async (page) => {
        await page.waitForSelector('[data-amount="value"]');
        expect(await page.locator('.round.play').getAttribute('aria-label')).toBe('Play');
        expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
        await page.emulateMedia({ reducedMotion: 'no-preference' });
        await page.goto(url);
        await page.waitForSelector('button[aria-label="Pause"]');
      },
      withoutWebgl,
    ));

  it('goes to the end of the day where an address speaks of a later time', () =>
    pages.visit(
      `${url}?t=99999999`,
      async (page) => {
        await page.waitForFunction(() => Number(new URL(location.href).searchParams.get('t')) < 99999999);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(900);
      },
      withoutWebgl,
    ));
});
