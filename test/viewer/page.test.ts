import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeItem } from '../../sim/materials/item.ts';
import type { Drawing } from '../../sim/record/drawing.ts';
import type { ItemState } from '../../sim/record/item-state.ts';
import type { FramesAnswer, StreamAnswer } from '../../viewer/streams/frames.ts';
import { ofType } from '../sim/record/of-type.ts';
import { expectedAt } from './expected.ts';
import { writeRunFolder } from './fixture.ts';
import { fixtureDay, fixtureMaterial, looksThrice } from './fixture-day.ts';
import { cells, drawn, goTo, keepingPixels, Pages, scenes, timeIs, withoutWebgl } from './pages.ts';

const events = fixtureDay();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pages = new Pages();
let url: string;

/** Hidden states of the items around number 217. */
const states = (): Map<number, ItemState> =>
  new Map(
    Array.from({ length: 12 }, (_, i) => {
      const itemId = 210 + i;
      return [itemId, makeItem({ seed: 7, itemId, materialId: fixtureMaterial(itemId) })];
    }),
  );

/** One of them, at which north looked twice before south did. */
const seenThrice = [...Array(12).keys()].map((i) => 210 + i).find(looksThrice)!;

const floats = (...values: number[]) => Buffer.from(Float32Array.from(values).buffer).toString('base64');
const stream = (title: string, shape: number[], values: number[], drawing: Drawing): StreamAnswer => ({
  ...{ sense: title, title, shape, drawing, used: drawing.kind === 'film' },
  ...{ type: 'floats', base64: floats(...values) },
});

/** An answer of a server that knows other senses. */
const unheardOf: FramesAnswer = {
  ...{ itemId: 217, robot: 'nobody', network: 'nose' },
  streams: [
    stream('Smell', [2], [0.25, -0.5], { kind: 'bars', labels: ['rose', 'tar'], yLabel: 'share' }),
    stream('Touch', [2, 1, 2], [1, 2, 3, 4], { kind: 'film', timesS: [0, 1], unit: 'N' }),
    stream('Taste', [3], [0.1, 0.9, 0.4], {
      ...{ kind: 'curve', xs: [0, 1, 2], xLabel: 'mm', yLabel: 'sweetness' },
    }),
  ],
  own: ['Gauge'],
  truth: { state: 1, quality: 0.5, grade: 'recycle-high' },
  past: [],
  others: [],
  perceptions: [],
};

beforeAll(async () => {
  await pages.start();
  url = await pages.serve('day', (dir) => writeRunFolder(dir, events, states()));
}, 60_000);
afterAll(() => pages.stop(), 60_000);

describe('the page of a recorded day', { timeout: 180_000 }, () => {
  it('shows at three instants what was recorded, and a click on an item finds it', () =>
    pages.visit(`${url}?t=1&tab=table`, async (page) => {
      await drawn(page);
      expect((await page.evaluate(() => window.looptwin!.cost())).calls).toBeLessThanOrEqual(50);
      for (const t of [300.5, 1100, 2700.2]) {
        await goTo(page, t);
        const expected = expectedAt(events, t * 1e6);
        await page.waitForSelector(`[data-clock="${expected.clock}"]`);
        const rows = await page.$$eval('[data-item]', (trs) =>
          trs.map((tr) => Number((tr as HTMLElement).dataset.item)),
        );
        expect(rows).toEqual([...expected.items.keys()]);
        for (const [id, item] of expected.items)
          expect(await cells(page, `[data-item="${id}"]`)).toMatchObject(item);
        for (const [id, bin] of expected.bins) expect(await cells(page, `[data-bin="${id}"]`)).toEqual(bin);
        for (const [id, robot] of expected.robots)
          expect(await cells(page, `[data-robot="${id}"]`)).toMatchObject(robot);
        const [target] = [...expected.items].find(([, item]) => item.x !== '-')!;
        await page.waitForFunction((id) => window.looptwin?.project(id) !== null, target);
        const at = await page.evaluate((id) => window.looptwin!.project(id), target);
        await page.click('canvas.scene', { position: at! });
        await page.waitForSelector(`[data-item="${target}"][aria-selected=true]`);
        await page.waitForFunction((id) => location.search.includes(`item=${id}`), target);
      }
    }));

  it('is read by a thread of its own, by ranges, and the thread stays for what is asked again', () =>
    pages.visit(
      `${url}?t=1100&tab=table`,
      async (page) => {
        const ranges: string[] = [];
        page.on('request', (request) => {
          if (request.url().endsWith('events.mcap')) ranges.push(request.headers().range ?? 'whole');
        });
        await page.reload();
        await page.waitForSelector('[data-status=recorded]', { state: 'attached' });
        expect(page.workers().map((worker) => new URL(worker.url()).pathname)).toEqual(['/reader.js']);
        expect(ranges.filter((range) => /^bytes=\d+-\d+$/.test(range))).toHaveLength(
          Math.max(4, ranges.length),
        );
      },
      withoutWebgl,
    ));

  it('draws the same pixels when scrubbed there and back, and when played there', () =>
    pages.visit(
      `${url}?t=1100`,
      async (page) => {
        await drawn(page);
        const shot = async (seconds: number): Promise<string[]> => {
          await goTo(page, seconds);
          return scenes(page);
        };
        const before = await shot(1100);
        const [later = ''] = await shot(2800);
        expect(before).not.toContain(later);
        expect(await shot(1100)).toEqual(before);
        await goTo(page, 1098);
        await page.keyboard.press('Space');
        await timeIs(page, { above: 1100 });
        await page.keyboard.press('Space');
        const picture = await scenes(page);
        const played = await page.evaluate(() => window.looptwin!.shown().timeUs);
        await page.goto(`${url}?t=${played / 1e6}`);
        await drawn(page);
        await page.waitForFunction((us) => window.looptwin!.shown().timeUs === us, played);
        expect(await scenes(page)).toEqual(picture);
      },
      keepingPixels,
    ));

  it('shows what a robot saw of an item at the look that is chosen, by default the last one', () =>
    pages.visit(`${url}?t=1105&item=${seenThrice}`, async (page) => {
      const titles = () => page.locator('.stream h3').allInnerTexts();
      await page.waitForSelector(`[data-streams="${seenThrice}"][data-robot="south"]`);
      expect(await titles()).toEqual(['Colour']);
      expect(await page.locator('.looks option').allInnerTexts()).toEqual([
        '1: north with camera',
        '2: north with all',
        '3: south with camera',
      ]);
      await page.selectOption('.looks select', '1');
      await page.waitForSelector('[data-robot="north"]');
      const film = ['Thermal', 'Thermal, middle of the picture'];
      expect(await titles()).toEqual(['Colour', ...film, 'Spectrum']);
      expect(await page.locator('.colour-bar span').first().innerText()).toMatch(/^\d{3}\.\d K$/);
      await page.selectOption('.looks select', '0');
      await page.waitForFunction(() => document.querySelector('.streams')?.textContent?.includes('not used'));
      expect(await titles()).toEqual([
        'Colour',
        'Thermal (not used)',
        'Thermal (not used), middle of the picture',
        'Spectrum (not used)',
      ]);
    }));

  it('draws a sense that it has never heard of by the kind of its drawing', () =>
    pages.visit(
      `${url}?t=1105&item=217`,
      async (page) => {
        await page.waitForSelector('[data-robot="nobody"]');
        expect(await page.locator('.stream h3').allInnerTexts()).toEqual([
          'Touch',
          'Touch, middle of the picture',
          'Smell (not used)',
          'Taste (not used)',
        ]);
        const labels = await page
          .locator('.line-chart')
          .evaluateAll((charts) => charts.map((chart) => chart.getAttribute('aria-label')));
        expect(labels[1]).toBe('share: rose 0.25, tar -0.5');
        expect(labels[2]).toMatch(/^sweetness from 0 to 2 mm/);
        expect(await page.locator('.value-bar').count()).toBe(2);
      },
      async (context) => {
        await context.route('**/api/frames/217/*', (route) => route.fulfill({ json: unheardOf }));
      },
    ));

  it('shows what was believed of an item, and what would have been best', () =>
    pages.visit(`${url}?t=1105&item=217`, async (page) => {
      await page.waitForSelector('[data-streams="217"]');
      const belief = await page.locator('.belief').innerText();
      const { data } = ofType(events, 'item.decided').find((e) => e.data.itemId === 217)!;
      for (const action of [data.chosen, data.best.action])
        expect(belief).toContain(action === 'pass' ? 'let it pass' : action.replace('pick:', 'to '));
      for (const material of [data.seen.label, fixtureMaterial(217)]) expect(belief).toContain(material);
    }));

  it('obeys the keyboard alone', () =>
    pages.visit(`${url}?t=100`, async (page) => {
      await drawn(page);
      const { keyboard } = page;
      await keyboard.press('ArrowRight');
      await timeIs(page, { at: 101 });
      await keyboard.press('Shift+ArrowLeft');
      await timeIs(page, { at: 100.9 });
      await keyboard.press('PageDown');
      await timeIs(page, { at: 160.9 });
      await keyboard.press('f');
      const fault = events.find((e) => e.type === 'asset.state' && e.data.up === false)!;
      await timeIs(page, { at: fault.timeUs / 1e6 });
      await keyboard.press('b');
      const out = events.find((e) => e.type === 'robot.state' && e.data.state === 'OFF')!;
      await timeIs(page, { at: out.timeUs / 1e6 });
      expect(await page.locator('.kpi.alarm').innerText()).toContain('battery empty');
      await keyboard.press('w');
      await page.waitForSelector('.thought li:first-child .likely:not(.right)');
      await keyboard.press('Escape');
      await page.waitForSelector('.hint');
      await keyboard.press('n');
      await page.waitForSelector('[data-item-panel]');
      await keyboard.press('3');
      await page.waitForSelector('.views button:nth-child(3)[aria-pressed=true]');
      await keyboard.press(']');
      await page.waitForFunction(() => location.search.includes('speed=50'));
      const started = await page.evaluate(() => Number(new URL(location.href).searchParams.get('t')));
      await keyboard.press('Space');
      await timeIs(page, { above: started });
      await page.focus('#tab-item');
      await keyboard.press('ArrowRight');
      await page.waitForSelector('.tables');
    }));

  it('shows the items of a mix-up alone in the scene when its cell is clicked', () =>
    pages.visit(`${url}?t=1100&tab=errors`, async (page) => {
      await drawn(page);
      const inFull = () => page.evaluate(() => window.looptwin!.shown().items.filter((i) => !i.out).length);
      const all = await inFull();
      const cell = page.locator('.matrix td:not(.right) .cell').first();
      const [, truth, said] = /^(\S+) .*?(\S+): \d+/.exec((await cell.getAttribute('title'))!) ?? [];
      await cell.click();
      await page.waitForFunction((n) => window.looptwin!.shown().items.filter((i) => !i.out).length < n, all);
      const { items } = await page.evaluate(() => window.looptwin!.shown());
      const lastSaid = new Map(
        ofType(events, 'item.decided')
          .filter((e) => e.timeUs <= 1100e6)
          .map((e) => [e.data.itemId, e.data.seen.label]),
      );
      for (const { itemId, out } of items)
        expect(out).toBe(fixtureMaterial(itemId) !== truth || lastSaid.get(itemId) !== said);
      await page.click('.confusion .all');
      await page.waitForFunction(
        (n) => window.looptwin!.shown().items.filter((i) => !i.out).length === n,
        all,
      );
    }));

  it('has no axe-core violation on any tab, light and dark', () =>
    pages.visit(
      `${url}?t=1105&item=217`,
      async (page) => {
        await page.waitForSelector('[data-streams]');
        await page.evaluate(axe);
        for (const tab of ['item', 'table', 'log', 'keys', 'item', 'table']) {
          await page.click(`#tab-${tab}`);
          if (tab === 'keys') await page.click('.theme');
          const found = await page.evaluate(async () => {
            type Axe = { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
            const { violations } = await (window as unknown as { axe: Axe }).axe.run();
            return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`);
          });
          expect(found).toEqual([]);
        }
        expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
      },
      withoutWebgl,
      { colorScheme: 'light', viewport: { width: 1080, height: 640 } },
    ));

  it('fits a screen of 360 px', () =>
    pages.visit(
      `${url}?t=1105&tab=table`,
      async (page) => {
        await page.waitForSelector('.tables');
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      },
      withoutWebgl,
      { viewport: { width: 360, height: 640 } },
    ));

  it('asked nobody but 127.0.0.1 for anything, and threw nothing', () => {
    expect(pages.requests.length).toBeGreaterThan(20);
    for (const asked of pages.requests)
      expect(asked).toMatch(/^(http:\/\/127\.0\.0\.1:|blob:http:\/\/127\.0\.0\.1:|data:)/);
    expect(pages.errors).toEqual([]);
  });
});
