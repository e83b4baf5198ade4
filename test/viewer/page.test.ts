import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Recording } from '../../scenarios/record/recording.ts';
import { startViewer, type Viewer } from '../../scenarios/view.ts';
import { makeItem } from '../../sim/materials/item.ts';
import type { JsonObject, JsonValue } from '../../sim/record/json.ts';
import { openBrowser } from './browser.ts';
import { expectedAt } from './expected.ts';
import { writeRunFolder } from './fixture.ts';
import { fixtureDay, fixtureMaterial } from './fixture-day.ts';

const home = mkdtempSync(join(tmpdir(), 'looptwin-page-'));
const cacheDir = join(home, 'cache');
const events = fixtureDay();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const viewers: Viewer[] = [];
const requests: string[] = [];
const pageErrors: string[] = [];
let browser: Browser;
let context: BrowserContext;

async function serve(name: string, make: (dir: string) => Promise<unknown>): Promise<string> {
  const dir = join(home, name);
  await make(dir);
  const viewer = await startViewer(dir, { port: 0, cacheDir });
  viewers.push(viewer);
  return viewer.url;
}

async function open(url: string, from: BrowserContext = context): Promise<Page> {
  const page = await from.newPage();
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => pageErrors.push(error.message));
  await page.goto(url);
  return page;
}

/** Waits until the scene has been drawn at least once. */
async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(() => (window.looptwin?.cost().calls ?? 0) > 0, undefined, { timeout: 30_000 });
}

const states = (): Map<number, JsonObject> =>
  new Map(
    Array.from({ length: 40 }, (_, i) => {
      const itemId = 200 + i;
      const state = makeItem({ seed: 7, itemId, materialId: fixtureMaterial(itemId) });
      return [itemId, state as unknown as JsonObject];
    }),
  );

let url: string;
beforeAll(async () => {
  url = await serve('day', (dir) => writeRunFolder(dir, events, states()));
  browser = await openBrowser();
  context = await browser.newContext({
    viewport: { width: 980, height: 700 },
    locale: 'en-US',
    reducedMotion: 'reduce',
  });
}, 60_000);
afterAll(async () => {
  await browser.close();
  for (const viewer of viewers) await viewer.close();
  rmSync(home, { recursive: true, force: true });
});

const cells = (page: Page, row: string): Promise<Record<string, string>> =>
  page.$eval(row, (tr) =>
    Object.fromEntries(
      [...tr.querySelectorAll<HTMLElement>('[data-field]')].map((td) => [
        td.dataset.field!,
        td.innerText.trim(),
      ]),
    ),
  );

describe('the page of a recorded day', () => {
  it.each([300.5, 1100, 2700.25])(
    'shows at %d s what was recorded, and a click on an item finds it',
    async (t) => {
      const page = await open(`${url}?t=${t}&tab=table`);
      await drawn(page);
      const expected = expectedAt(events, t * 1e6);
      const rows = await page.$$eval('[data-item]', (trs) =>
        trs.map((tr) => Number((tr as HTMLElement).dataset.item)),
      );
      expect(rows).toEqual([...expected.items.keys()]);
      for (const [id, item] of expected.items) {
        const shown = await cells(page, `[data-item="${id}"]`);
        expect(shown).toMatchObject({ material: item.material, x: item.x, lane: item.lane, mass: item.mass });
      }
      for (const [id, bin] of expected.bins) expect(await cells(page, `[data-bin="${id}"]`)).toEqual(bin);
      for (const [id, robot] of expected.robots)
        expect(await cells(page, `[data-robot="${id}"]`)).toMatchObject(robot);
      expect(await page.getAttribute('[data-clock]', 'data-clock')).toBe(expected.clock);
      const target = [...expected.items].find(([, item]) => item.x !== '-')![0];
      const at = await page.evaluate((id) => window.looptwin!.project(id), target);
      await page.click('canvas.scene', { position: at! });
      expect(await page.getAttribute(`[data-item="${target}"]`, 'aria-selected')).toBe('true');
      expect(new URL(page.url()).searchParams.get('item') ?? String(target)).toBe(String(target));
      await page.close();
    },
  );

  it('draws the same pixels when scrubbed there and back', async () => {
    const page = await open(`${url}?t=1100`);
    await drawn(page);
    const shot = async (): Promise<Buffer> => {
      await page.waitForTimeout(300);
      return page.locator('canvas.scene').screenshot();
    };
    const seek = (seconds: number) => page.fill('input[aria-label="Time of the day"]', String(seconds));
    const before = await shot();
    await seek(2800);
    const elsewhere = await shot();
    await seek(1100);
    expect(elsewhere.equals(before)).toBe(false);
    expect((await shot()).equals(before)).toBe(true);
    await page.close();
  });

  it('shows the three streams of an item, what was believed, and what would have been best', async () => {
    const page = await open(`${url}?t=1105&item=217`);
    await page.waitForSelector('[data-streams="217"]');
    expect(await page.locator('.stream h3').allInnerTexts()).toEqual(['Visual', 'Thermal', 'Spectrum']);
    expect(await page.locator('.colour-bar span').first().innerText()).toMatch(/^\d{3}\.\d K$/);
    const belief = await page.locator('.belief').innerText();
    const decided = events.find((e) => e.type === 'item.decided' && e.data.itemId === 217)!;
    for (const field of ['label', 'truth', 'bin', 'bestBin'])
      expect(belief).toContain(String(decided.data[field]));
    await page.close();
  });

  it('obeys the keyboard alone', async () => {
    const page = await open(`${url}?t=100`);
    await drawn(page);
    const time = async (): Promise<number> => {
      await page.waitForTimeout(350);
      return Number(new URL(page.url()).searchParams.get('t'));
    };
    await page.keyboard.press('ArrowRight');
    expect(await time()).toBe(101);
    await page.keyboard.press('Shift+ArrowLeft');
    expect(await time()).toBeCloseTo(100.9, 6);
    await page.keyboard.press('f');
    const fault = events.find((e) => e.type === 'asset.state' && e.data.up === false)!;
    expect(await time()).toBeCloseTo(fault.timeUs / 1e6, 6);
    await page.keyboard.press('b');
    expect(await page.locator('[data-robot="south"], .kpi.alarm').count()).toBeGreaterThan(0);
    await page.keyboard.press('w');
    await page.waitForSelector('.verdict.wrong');
    await page.keyboard.press('n');
    await page.keyboard.press(']');
    await page.keyboard.press('3');
    expect(await page.getAttribute('.views [aria-pressed=true]', 'aria-pressed')).toBe('true');
    await page.keyboard.press('Space');
    const started = await time();
    await page.waitForTimeout(400);
    expect(await time()).toBeGreaterThan(started);
    await page.focus('#tab-item');
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector('.tables');
    await page.close();
  });

  it.each(['light', 'dark'] as const)('has no axe-core violation on any tab (%s)', async (colorScheme) => {
    const themed = await browser.newContext({
      viewport: { width: 1300, height: 850 },
      locale: 'en-US',
      colorScheme,
      reducedMotion: 'reduce',
    });
    const page = await open(`${url}?t=1105&item=217`, themed);
    await page.waitForSelector('[data-streams]');
    await page.evaluate(axe);
    for (const tab of ['item', 'table', 'log', 'keys']) {
      await page.click(`#tab-${tab}`);
      const found = await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        return (await axe.run()).violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`);
      });
      expect(found).toEqual([]);
    }
    await themed.close();
  });

  it('fits a screen of 360 px', async () => {
    const narrow = await browser.newContext({
      viewport: { width: 360, height: 720 },
      locale: 'en-US',
      reducedMotion: 'reduce',
    });
    const page = await open(`${url}?t=1105&tab=table`, narrow);
    await drawn(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await narrow.close();
  });
});

describe('recordings that are not in order', () => {
  it('follows a run that is still being written', async () => {
    let recording: Recording;
    const half = Math.floor(events.length / 2);
    const write = async (from: number, to: number): Promise<void> => {
      for (const event of events.slice(from, to))
        await recording.add([
          { topic: event.type, timeUs: event.timeUs, body: event as unknown as JsonValue },
        ]);
    };
    const live = await serve('live', async (dir) => {
      await writeRunFolder(dir, []);
      rmSync(join(dir, 'manifest.json'));
      recording = await Recording.open(join(dir, 'events.mcap'));
      await write(0, half);
    });
    const page = await open(live);
    await page.waitForSelector('.status.live');
    await write(half, events.length);
    await recording!.close();
    await page.waitForFunction(() => document.querySelector('.status')?.textContent === 'recorded');
    await page.fill('input[aria-label="Time of the day"]', '3600');
    await page.click('#tab-table');
    const last = expectedAt(events, 3600e6);
    expect(await cells(page, '[data-bin="pet"]')).toEqual(last.bins.get('pet'));
    await page.close();
  });

  it('plays what is left of a cut recording and says that it is cut', async () => {
    const cut = await serve('cut', async (dir) => {
      await writeRunFolder(dir, events);
      truncateSync(join(dir, 'events.mcap'), 700_000);
    });
    const page = await open(`${cut}?t=100&tab=table`);
    await page.waitForSelector('.warning');
    expect(await page.innerText('.warning')).toContain('cut off');
    expect(await page.locator('[data-item]').count()).toBeGreaterThan(0);
    await page.close();
  });

  it('says that a recording was altered', async () => {
    const altered = await serve('altered', async (dir) => {
      await writeRunFolder(dir, events);
      const manifest = join(dir, 'manifest.json');
      writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/"sha256":"..../, '"sha256":"0000'));
    });
    const page = await open(altered);
    expect(await page.innerText('.warning')).toContain('altered');
    await page.close();
  });

  it('says that a file is no recording', async () => {
    const foreign = await serve('foreign', async (dir) => {
      await writeRunFolder(dir, []);
      writeFileSync(join(dir, 'events.mcap'), 'this is a text file, not a recording');
    });
    const page = await open(foreign);
    expect(await page.innerText('[role=alert]')).toContain('events.mcap is not an MCAP file.');
    await page.close();
  });

  it('shows hostile names as text', async () => {
    const hostile = await serve('hostile', (dir) => writeRunFolder(dir, fixtureDay(80, true)));
    const page = await open(`${hostile}?t=100&tab=table`);
    await drawn(page);
    expect(await page.innerText('.tables')).toContain('<script>window.hacked=1</script>');
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(await page.locator('.tables img, .tables script').count()).toBe(0);
    await page.close();
  });

  it('goes on in words and numbers where the browser has no WebGL2', async () => {
    const plain = await browser.newContext({
      viewport: { width: 980, height: 700 },
      locale: 'en-US',
      reducedMotion: 'reduce',
    });
    await plain.addInitScript(() => {
      const get = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (
        this: HTMLCanvasElement,
        kind: string,
        ...rest: unknown[]
      ) {
        return kind.startsWith('webgl') ? null : Reflect.apply(get, this, [kind, ...rest]);
      } as typeof get;
    });
    const page = await open(`${url}?t=1100&tab=table`, plain);
    expect(await page.innerText('.stage-problem')).toContain('no WebGL2');
    expect(await page.locator('[data-item]').count()).toBe(expectedAt(events, 1100e6).items.size);
    await page.keyboard.press('Space');
    await page.waitForFunction(() => Number(new URL(location.href).searchParams.get('t')) > 1100);
    await plain.close();
  });

  it('asked nobody but 127.0.0.1 for anything, and threw nothing', () => {
    expect(requests.length).toBeGreaterThan(20);
    for (const asked of requests)
      expect(asked).toMatch(/^(http:\/\/127\.0\.0\.1:|blob:http:\/\/127\.0\.0\.1:|data:)/);
    expect(pageErrors).toEqual([]);
  });
});
