import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { contentsOf } from '../../scenarios/record/ownership.ts';
import { playSiteDays, sitesBelow } from '../../scenarios/studies/region/days.ts';
import { runRegionToFolder } from '../../scenarios/studies/region/region.ts';
import { writeStatic } from '../../scenarios/view/static/static.ts';
import { Pages, withoutWebgl } from './pages.ts';

const site = new URL('../scenarios/studies/region/small-site.json', import.meta.url).pathname;
const pages = new Pages();
const folder = () => join(pages.home, 'region');
let url: string;
let place: string;

beforeAll(async () => {
  await pages.start();
  url = await pages.serve('region', async (out) => {
    const file = join(pages.home, 'measured.yaml');
    const matrices = { file: site, perception: 'perfect' };
    const size = { places: 20, kgPerDay: 20_000 };
    const region = { days: 60, size, matrices, routing: ['price-aware'] };
    writeFileSync(file, stringify({ title: 'a small measured region', region }));
    await runRegionToFolder(file, { out, cacheDir: join(pages.home, 'cache'), workers: 1 });
  });
  const { sites } = JSON.parse(readFileSync(join(folder(), 'summary.json'), 'utf8'));
  place = encodeURIComponent(sites[0].place);
}, 240_000);
afterAll(() => pages.stop(), 60_000);

describe('a sorting site of a region', { timeout: 240_000 }, () => {
  const at = (base: string) => `${base}?tab=place&place=${place}&day=30`;

  it('says what it stands on, and the command that keeps a day of it', () =>
    pages.visit(
      at(url),
      async (page) => {
        await page.waitForSelector('[data-site-below=perfect]');
        const told = await page.innerText('[data-site-below=perfect]');
        expect(told).toContain('6 measured shifts of smoke');
        expect(told).toContain('looptwin view DIR --days');
        expect(told).toContain('looptwin run smoke --seed 1 --replication 0');
        expect(await page.locator('[data-site-below] a').count()).toBe(0);
      },
      withoutWebgl,
    ));

  it('leads into the day that it was measured in, and back', async () => {
    const options = { cacheDir: join(pages.home, 'cache'), workers: 1 };
    await playSiteDays(folder(), options);
    const [day] = new Set(sitesBelow(folder()).map((one) => one.day));
    expect(day).toMatch(/^perfect-1-/);
    expect(contentsOf(folder()).foreign).toEqual([]);
    await pages.visit(
      at(url),
      async (page) => {
        await page.click('[data-site-below=perfect] a');
        await page.waitForURL(`**/days/${day}/**`);
        await page.waitForSelector('[data-status=recorded]', { state: 'attached' });
        expect(await page.innerText('.facts')).toContain('perfect');
        await page.waitForSelector('[data-amount="value"]');
        await page.click('a.above');
        await page.waitForSelector('.flow-map');
      },
      withoutWebgl,
    );
    const answers = ['days/nowhere/', `days/${day}/run/..%2f..%2f..%2fsummary.json`, 'days/..%2f/'];
    for (const path of answers) expect((await fetch(`${url}${path}`)).status).toBe(404);
    expect(pages.errors).toEqual([]);
  });

  it('says in a page to give away that its day is left out', async () => {
    const out = join(pages.home, 'given');
    const page = await writeStatic(folder(), out, { cacheDir: join(pages.home, 'cache') });
    expect(page.leftOut.join()).toContain('days that its sorting sites stand on are left out');
    await pages.visit(
      `${pathToFileURL(page.path)}?tab=place&place=${place}&day=30`,
      async (shown) => {
        await shown.waitForSelector('[data-site-below=perfect]');
        expect(await shown.locator('[data-site-below] a').count()).toBe(0);
      },
      withoutWebgl,
    );
  });

  it('is looked for in a region of measured sites only', async () => {
    await expect(playSiteDays(join(pages.home, 'given'), {})).rejects.toThrow('no region');
  });
});
