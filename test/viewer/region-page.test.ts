import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cacheFolder } from '../../scenarios/bin/bundle.mjs';
import { monthsFile } from '../../scenarios/record/months-reader.ts';
import { writeStatic } from '../../scenarios/view/static/static.ts';
import { placeKg, type RegionTimeline, recycledShare, tripsOf } from '../../viewer/region/region-timeline.ts';
import { amount, euros, perKg } from '../../viewer/region/region-words.ts';
import { Pages, withoutWebgl } from './pages.ts';
import { serveRegion } from './region-run.ts';

const pages = new Pages();
const at = (name: string) => join(pages.home, name);
const cacheDir = cacheFolder();
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

/** Places and routes of the table by name: their texts. */
const rows = (page: Page, kind: 'place' | 'route') =>
  page.$$eval(`[data-${kind}-row]`, (found) =>
    Object.fromEntries(
      found.map((row) => [
        row.getAttribute(row.hasAttribute('data-place-row') ? 'data-place-row' : 'data-route-row'),
        [...row.querySelectorAll('[data-field]')].map((cell) => cell.textContent),
      ]),
    ),
  );

describe('a region in the viewer', { timeout: 120_000 }, () => {
  it.each(['nearest', 'price-aware'])('says what is recorded of %s, month by month', async (policy) => {
    const { start } = timeline;
    await pages.visit(`${url}?tab=table&policy=${policy}&day=1`, async (page) => {
      await ready(page);
      for (const month of timeline.of(policy)) {
        await page.fill('input[aria-label="Day of the run"]', String(month.day));
        await dayIs(page, month.day);
        const price = (id: string) => start.buyers.findIndex(({ place }) => place === id);
        const lying = placeKg(month);
        expect(await rows(page, 'place')).toEqual(
          Object.fromEntries(
            start.places.map(({ id }, i) => [
              id,
              [amount(lying[i]!), price(id) < 0 ? '' : perKg(month.priceEurPerKg[price(id)]!)],
            ]),
          ),
        );
        const moved = start.routes.flatMap(({ from, to }, i) =>
          month.routeKg[i]! > 0
            ? [[`${from} ${to}`, [amount(month.routeKg[i]!), amount(month.routeTrips[i]!)]]]
            : [],
        );
        expect(await rows(page, 'route')).toEqual(Object.fromEntries(moved));
        expect(await page.locator('path[data-route]').count()).toBe(moved.length);
        expect(await shown(page, 'recycled')).toBe(`${(100 * recycledShare(month)).toFixed(1)} %`);
        expect(await shown(page, 'trips')).toBe(amount(tripsOf(month)));
        expect(await shown(page, 'routingEur')).toBe(euros(month.soFar.routingEur));
      }
    });
  });

  it('does by key what its list says', async () => {
    await pages.visit(`${url}?day=60&policy=nearest&tab=place`, async (page) => {
      await ready(page);
      await page.keyboard.press('ArrowLeft');
      await dayIs(page, 30);
      await page.keyboard.press('ArrowRight');
      await dayIs(page, 60);
      await page.keyboard.press('PageDown');
      await dayIs(page, 120);
      await page.keyboard.press('PageUp');
      await dayIs(page, 0);
      await page.keyboard.press('p');
      await page.waitForSelector('[data-place-panel="maker-01"]');
      await page.keyboard.press('P');
      await page.waitForSelector(`[data-place-panel="${timeline.start.places.at(-1)!.id}"]`);
      await page.keyboard.press('Escape');
      await page.waitForSelector('.hint');
      await page.keyboard.press('r');
      await page.waitForFunction(() => location.search.includes('policy=price-aware'));
      const first = () => page.getAttribute('[data-place="sorting-01"]', 'cx');
      const before = await first();
      await page.keyboard.press('2');
      await page.waitForFunction(
        (cx) => document.querySelector('[data-place="sorting-01"]')?.getAttribute('cx') !== cx,
        before,
      );
      await page.keyboard.press(' ');
      await page.waitForSelector('button[aria-label="Pause"]');
      await page.waitForFunction(
        () => Number(document.querySelector<HTMLElement>('[data-day]')?.dataset.day) > 5,
      );
    });
  });

  it('says that it slept for an hour, and goes on where it was', () =>
    pages.visit(
      `${url}?day=0&policy=nearest`,
      async (page) => {
        await ready(page);
        await page.keyboard.press(' ');
        await page.clock.runFor(300);
        await page.clock.fastForward(3_600_000);
        await page.waitForSelector('[data-slept]');
        expect(await page.innerText('[data-slept]')).toContain('slept for 60 min');
        const day = Number(await page.getAttribute('[data-day]', 'data-day'));
        expect(day).toBeGreaterThan(0);
        expect(day).toBeLessThan(timeline.days);
      },
      async (context) => {
        await context.clock.install();
      },
    ));

  it('is given away as a page that asks nobody', async () => {
    const page = await writeStatic(at('region'), at('page'), { cacheDir });
    const asked = pages.requests.length;
    await pages.visit(`${pathToFileURL(page.path).href}?day=60&policy=nearest`, async (opened) => {
      await ready(opened);
      expect(await shown(opened, 'routingEur')).toBe(euros(timeline.at('nearest', 60)!.soFar.routingEur));
    });
    expect(pages.requests.slice(asked).filter((each) => !/^(file|data|blob):/.test(each))).toEqual([]);
  });
});

describe('a region that is not in order', { timeout: 120_000 }, () => {
  const spoilt: readonly [string, (dir: string) => void, RegExp, string][] = [
    [
      'no recording',
      (dir) => rmSync(join(dir, monthsFile)),
      /holds no months\.mcap.*looptwin run/s,
      '[role=alert]',
    ],
    [
      'an empty recording',
      (dir) => writeFileSync(join(dir, monthsFile), ''),
      /holds no months\.mcap/,
      '[role=alert]',
    ],
    ['a cut one', (dir) => truncateSync(join(dir, monthsFile), 40_000), /cut off/, '[role=alert]'],
    [
      'a foreign one',
      (dir) => writeFileSync(join(dir, monthsFile), 'a text'),
      /cannot be read/,
      '[role=alert]',
    ],
    [
      'an altered one',
      (dir) => {
        const manifest = join(dir, 'manifest.json');
        const { outputs, ...rest } = JSON.parse(readFileSync(manifest, 'utf8')) as {
          outputs: { path: string }[];
        };
        const others = outputs.map((file) =>
          file.path === monthsFile ? { ...file, sha256: '0'.repeat(64) } : file,
        );
        writeFileSync(manifest, JSON.stringify({ ...rest, outputs: others }));
      },
      /altered/,
      '.warning',
    ],
  ];
  it.each(spoilt)('says so in words: %s', async (name, spoil, words, where) => {
    const address = await pages.serve(name.replaceAll(' ', '-'), async (dir) => {
      cpSync(at('region'), dir, { recursive: true });
      spoil(dir);
    });
    await pages.visit(address, async (page) => {
      await page.waitForSelector(where);
      expect(await page.innerText(where)).toMatch(words);
    });
  });

  it('waits on the page for a run that has just begun, and goes on by itself', async () => {
    const dir = at('begun');
    const begun = JSON.stringify({ schema: 'looptwin.folder/1', finished: false, files: [] });
    const address = await pages.serve('begun', async () => {
      cpSync(at('region'), dir, { recursive: true });
      for (const name of [monthsFile, 'manifest.json']) rmSync(join(dir, name));
      writeFileSync(join(dir, '.looptwin.json'), begun);
    });
    await pages.visit(
      address,
      async (page) => {
        await page.waitForSelector('[role=status]');
        expect(await page.innerText('[role=status]')).toContain('has just begun');
        for (const name of [monthsFile, 'manifest.json']) cpSync(join(at('region'), name), join(dir, name));
        await ready(page);
      },
      withoutWebgl,
    );
  });

  it('threw nothing', () => expect(pages.errors).toEqual([]));
});
