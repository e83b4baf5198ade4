import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeItem } from '../../sim/materials/item.ts';
import type { WorldEvent } from '../../sim/record/event.ts';
import type { ItemState } from '../../sim/record/item-state.ts';
import { ofType } from '../sim/record/of-type.ts';
import { violations } from './axe.ts';
import { badTexts } from './boxes.ts';
import { type Expected, expectedAt } from './expected.ts';
import { writeRunFolder } from './fixture.ts';
import { fixtureArms, writeArms } from './fixture-arms.ts';
import { fixtureDay, fixtureMaterial } from './fixture-day.ts';
import { drawn, goTo, keepingPixels, Pages, scenes, withoutWebgl } from './pages.ts';

const evil = '<img src=x onerror="window.hacked=1">';
const arms = fixtureArms(300, evil);
/** An item with its hidden state, seen and decided on both days. */
const shownItem = 93;
const query = `item=${shownItem}&beside=${encodeURIComponent(evil)}`;
const pages = new Pages();
let url: string;

const states = new Map<number, ItemState>([
  [shownItem, makeItem({ seed: 7, itemId: shownItem, materialId: fixtureMaterial(shownItem) })],
]);

beforeAll(async () => {
  await pages.start();
  url = await pages.serve('arms', (dir) => writeArms(dir, arms, states));
}, 60_000);
afterAll(() => pages.stop(), 60_000);

/** The tables of both days, as texts by arm, kind of row and name. */
function tables(page: Page): Promise<Record<string, Record<string, Record<string, string | number>>>> {
  return page.$$eval('[data-arm-table]', (sections) =>
    Object.fromEntries(
      sections.map((section) => [
        (section as HTMLElement).dataset.armTable!,
        Object.fromEntries(
          [...section.querySelectorAll<HTMLElement>('tr[data-item], tr[data-bin], tr[data-robot]')].map(
            (row) => [
              JSON.stringify(row.dataset),
              Object.fromEntries(
                [...row.querySelectorAll<HTMLElement>('[data-field]')].map((td) => [
                  td.dataset.field!,
                  td.dataset.field === 'x' ? Number(td.textContent) : td.textContent!.trim(),
                ]),
              ),
            ],
          ),
        ),
      ]),
    ),
  );
}

const keyed = (kind: string, rows: ReadonlyMap<string | number, object>): [string, object][] =>
  [...rows].map(([id, row]) => [JSON.stringify({ [kind]: String(id) }), row]);

/** Where a hand holds an item there is no place on the belt. */
const place = (x: string) => (x === '-' ? Number.NaN : expect.closeTo(Number(x), 1));

const rowsOf = ({ items, bins, robots }: Expected) => {
  const placed = new Map([...items].map(([id, item]) => [id, { ...item, x: place(item.x) }]));
  return Object.fromEntries([...keyed('item', placed), ...keyed('bin', bins), ...keyed('robot', robots)]);
};

const booksAt = (events: readonly WorldEvent[], timeUs: number) =>
  ofType(events, 'accounts.state').findLast((e) => e.timeUs <= timeUs)!.data;

/** A text that was drawn into a picture, and where. */
interface Written {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Lets the pages of a context keep in mind what they write into pictures. */
async function noteWriting(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const written: Written[] = [];
    Object.assign(window, { written });
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function (text, x, y, width) {
      written.push({ text, x, y });
      fillText.call(this, text, x, y, width);
    };
  });
}

const eur = (amount: number) => `EUR ${amount.toFixed(2)}`;

describe('two robots through one day', { timeout: 180_000 }, () => {
  it('shows at twenty instants of both days what was recorded, and how far apart the books are', () =>
    pages.visit(
      `${url}?t=1&tab=table&beside=${encodeURIComponent(evil)}`,
      async (page) => {
        await page.waitForSelector('[data-arm-table] + [data-arm-table]');
        for (let i = 1; i <= 20; i++) {
          const t = i === 20 ? 3600 : Math.round(i * 1795.3) / 10;
          await goTo(page, t);
          const [main, further] = [arms.main, arms.further].map((events) => expectedAt(events, t * 1e6));
          await page.waitForSelector(`[data-clock="${main!.clock}"]`);
          const read = await tables(page);
          expect(read['made up']).toMatchObject(rowsOf(main!));
          expect(read[evil]).toMatchObject(rowsOf(further!));
          expect(Object.keys(read[evil]!).filter((row) => row.includes('item'))).toHaveLength(
            further!.items.size,
          );
          const [a, b] = [arms.main, arms.further].map((events) => booksAt(events, t * 1e6));
          const values = await page.locator('[data-arm-value=eur]').allInnerTexts();
          expect(values).toEqual([eur(a!.valueEur), eur(b!.valueEur)]);
          const ahead = a!.valueEur - b!.valueEur;
          const sign = Math.abs(ahead) < 0.005 ? '' : ahead < 0 ? '\u2212' : '+';
          expect(await page.locator('[data-ahead=eur]').innerText()).toBe(`${sign}${eur(Math.abs(ahead))}`);
        }
        const words = await page.locator('[data-ahead=words]').innerText();
        expect(words).toMatch(/^At the end of the day, made up has earned EUR \d+\.\d\d (more|less) than </);
        expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
      },
      withoutWebgl,
    ));

  it('plays both scenes under one clock, and draws the same pixels when scrubbed there and back', () =>
    pages.visit(
      `${url}?t=610&speed=5&beside=${encodeURIComponent(evil)}`,
      async (page) => {
        await drawn(page);
        await page.waitForFunction(() => (window.looptwinBeside?.cost().calls ?? 0) > 0, undefined, {
          timeout: 60_000,
        });
        await page.keyboard.press('Space');
        await page.waitForFunction(() => Number(new URL(location.href).searchParams.get('t')) > 611);
        await page.keyboard.press('Space');
        const played = await scenes(page);
        await page.keyboard.press('ArrowRight');
        const later = await scenes(page);
        expect(later.map((scene, i) => scene === played[i])).toEqual([false, false]);
        await page.keyboard.press('ArrowLeft');
        expect(await scenes(page)).toEqual(played);
        /** Across the page, in pixels, where the items stand that both scenes show. */
        const places = async () => {
          const both = await page.evaluate(() =>
            Array.from({ length: 300 }, (_, id) => {
              const [a, b] = [window.looptwin?.project(id), window.looptwinBeside?.project(id)];
              return a && b ? { id, a: a.x, b: b.x } : null;
            }),
          );
          return both.filter((place) => place !== null);
        };
        const before = await places();
        expect(before.length).toBeGreaterThan(0);
        const canvas = page.locator('canvas.scene').first();
        await canvas.scrollIntoViewIfNeeded();
        const box = (await canvas.boundingBox())!;
        const at = { x: box.x + box.width / 2, y: box.y + box.height / 3 };
        await page.mouse.move(at.x, at.y);
        await page.mouse.down();
        await page.mouse.move(at.x + 40, at.y + 10);
        await page.mouse.up();
        await page.waitForFunction(() => location.search.includes('camera='));
        // Captions of other lengths leave the scenes other heights, so that equal views differ by a few pixels.
        const isNear = ({ a, b }: { a: number; b: number }) => Math.abs(a - b) < 10;
        const one = before.find(isNear)!;
        const together = async () => {
          const now = await places();
          const moved = now.find(({ id }) => id === one.id);
          return (
            now.filter(isNear).length > now.length / 3 && moved !== undefined && Math.abs(moved.b - one.b) > 1
          );
        };
        await expect.poll(together, { timeout: 20_000 }).toBe(true);
        const saved = page.waitForEvent('download', { timeout: 60_000 });
        await page.click('.share button:nth-child(2)');
        await saved;
        const written = await page.evaluate(() => (window as unknown as { written: Written[] }).written);
        const heading = (name: string) => written.find(({ text }) => text.startsWith(`${name}: EUR `))!;
        const [left, right] = [heading('made up'), heading(evil)];
        expect(left.x).toBeLessThan(right.x - 100);
        // The longer name wraps on the page, so that it stands in the middle of two lines.
        expect(Math.abs(left.y - right.y)).toBeLessThan(40);
        const under = written.filter(({ text }) => /^(At|It) /.test(text));
        expect(under.map(({ text }) => text).join(' ')).toBe(await page.innerText('[data-ahead=words]'));
        for (const { y } of under) expect(y).toBeGreaterThan(left.y + 100);
      },
      async (context) => {
        await keepingPixels(context);
        await noteWriting(context);
      },
      { viewport: { width: 760, height: 420 } },
    ));

  it('shows the day of another perception alone, with what its robots saw', () =>
    pages.visit(
      `${url}?t=1200&item=${shownItem}&arm=${encodeURIComponent(evil)}`,
      async (page) => {
        await page.waitForSelector(`[data-streams="${shownItem}"]`);
        await page.waitForSelector('.truth + [data-thought*="img"] + [data-thought="made up"]');
        const thoughts = await page.locator('.thought h4').allInnerTexts();
        expect(thoughts).toEqual(['truth', evil, 'made up']);
        expect(await page.locator(`[data-thought="made up"] li`).count()).toBe(2);
        expect(await page.locator('.options li.chosen').count()).toBe(1);
      },
      withoutWebgl,
    ));

  it.each([
    [360, 640],
    [900, 640],
    [1440, 900],
    [2560, 1440],
  ])('cuts no text at %i px, and axe-core finds nothing', (width, height) =>
    pages.visit(
      `${url}?t=1200&${query}`,
      async (page) => {
        await page.waitForSelector('.stages');
        await page.waitForSelector('[data-streams]');
        for (const tab of ['item', 'table']) {
          await page.click(`#tab-${tab}`);
          expect(await badTexts(page)).toEqual([]);
          if (tab === 'item')
            expect(await page.$eval('.tab-panel', (p) => p.scrollWidth - p.clientWidth)).toBeLessThanOrEqual(
              0,
            );
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
          if (width !== 360 && width !== 1440) continue;
          expect(await violations(page)).toEqual([]);
        }
      },
      withoutWebgl,
      { viewport: { width, height }, deviceScaleFactor: 1 },
    ),
  );

  it('says so where the recording holds one perception only', async () => {
    const alone = await pages.serve('alone', (dir) => writeRunFolder(dir, fixtureDay(40)));
    await pages.visit(
      alone,
      async (page) => {
        await page.waitForFunction(() => document.querySelector('.compare')?.textContent?.includes('only'));
        expect(await page.locator('.compare').innerText()).toContain('one perception only, made up');
      },
      withoutWebgl,
    );
    expect(pages.errors).toEqual([]);
  });
});
