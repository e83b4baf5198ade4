import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeItem } from '../../sim/materials/item.ts';
import { tabNames } from '../../viewer/url.ts';
import { writeRunFolder } from './fixture.ts';
import { dayWithBooks, madeUpSummary } from './fixture-books.ts';
import { fixtureMaterial } from './fixture-day.ts';
import { drawn, Pages, withoutWebgl } from './pages.ts';

/** An item whose frames can be shown. */
const SEEN = 37;
const pages = new Pages();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
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

/** Texts that are cut, stand outside of the page, or lie over others; empty where all is well. Runs in the page. */
function badTexts(): string[] {
  const texts: { text: string; box: DOMRect; parent: Element }[] = [];
  const bad: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const scrolls = (element: Element | null): boolean =>
    element !== null && element.closest('[data-scrolls], .scrolls, select, option, noscript') !== null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement!;
    const text = node.textContent!.trim();
    if (
      text === '' ||
      parent.closest('.hidden, [hidden]') !== null ||
      !parent.checkVisibility({ visibilityProperty: true })
    )
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1) continue;
      texts.push({ text, box, parent });
      const aside = box.left < -1 || box.right > document.documentElement.clientWidth + 1;
      const inner = parent.closest('.matrix, .hours ul, .table-box') !== null;
      if (aside && !inner) bad.push(`aside: ${text}`);
    }
    for (let e: Element | null = parent; e !== null && e !== document.body; e = e.parentElement) {
      const { overflowX } = getComputedStyle(e);
      if (overflowX === 'hidden' && e.scrollWidth > e.clientWidth + 1)
        bad.push(`cut: ${text} in ${e.className}`);
    }
  }
  for (const [i, a] of texts.entries())
    for (const b of texts.slice(i + 1)) {
      if (a.parent === b.parent || scrolls(a.parent) !== scrolls(b.parent)) continue;
      const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      if (wide > 1.5 && high > 3) bad.push(`over: ${a.text} | ${b.text}`);
    }
  return [...new Set(bad)];
}

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
          expect([tab, await page.evaluate(badTexts)]).toEqual([tab, []]);
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
        expect(await page.evaluate(badTexts)).toEqual([]);
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
        const bad = (await page.evaluate(badTexts)).join('\n');
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
        expect(await page.evaluate(badTexts)).toEqual([]);
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
        await page.evaluate(axe);
        await tabsOf(page, async (tab) => {
          const found = await page.evaluate(async () => {
            type Axe = { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
            const { violations } = await (window as unknown as { axe: Axe }).axe.run();
            return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`);
          });
          expect([tab, found]).toEqual([tab, []]);
        });
      },
      withoutWebgl,
      { colorScheme, viewport: { width: 1080, height: 640 } },
    ),
  );
});
