import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegionDocument } from '../../../../scenarios/studies/region/document.ts';
import type { RegionManifest } from '../../../../scenarios/studies/region/manifest.ts';
import { readRegion } from '../../../../scenarios/studies/region/read.ts';
import { regionHtml } from '../../../../scenarios/studies/region/report.ts';
import { differingFiles } from '../../../../scenarios/studies/verify.ts';
import { sharedBrowser } from '../../../viewer/browser.ts';
import { builtCache, emptyFolder, looptwin } from '../../command.ts';
import { forge, oneOff } from '../../forge.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = emptyFolder();
const cwd = folder.path;
const env = { LOOPTWIN_CACHE: await builtCache(join(cwd, 'cache')) };
const run = join(cwd, 'run');
const minutes = 60_000;
/** Two years of a small region, so that the report tells by year. */
const small = [
  ...['--set', 'region.days=730'],
  ...['--set', 'region.size={places: 20, materials: 8, kgPerDay: 20000}'],
  ...['--set', 'region.routing=[nearest, price-aware]'],
];

let told: RegionDocument;
let browser: Browser;
const html = () => readFileSync(join(run, 'report.html'), 'utf8');

beforeAll(async () => {
  const args = ['run', 'circular-region', ...small, '--out', 'run', '--json'];
  const { code, out, err } = await looptwin(args, { cwd, env });
  expect(code, err).toBe(0);
  told = JSON.parse(out) as RegionDocument;
  browser = await sharedBrowser();
}, 3 * minutes);
afterAll(folder.remove);

describe('the run folder of a region', () => {
  it('holds what its manifest says, and the document says the same', () => {
    const manifest = JSON.parse(readFileSync(join(run, 'manifest.json'), 'utf8')) as RegionManifest;
    expect(manifest.fingerprint).toBe(told.fingerprint);
    const named = manifest.outputs.map(({ path }) => path);
    expect(readdirSync(run).sort()).toEqual([...named, 'manifest.json', '.looptwin.json'].sort());
    for (const name of [
      'score.csv',
      'flows.parquet',
      'stocks.csv',
      'circularity.csv',
      'report.html',
      'months.mcap',
    ])
      expect(named).toContain(name);
    for (const { path, sha256 } of manifest.outputs)
      expect(
        createHash('sha256')
          .update(readFileSync(join(run, path)))
          .digest('hex'),
        path,
      ).toBe(sha256);
  });

  it('tells flows by year that add up to the score', async () => {
    const { table } = await readRegion(run);
    for (const { name, routingEur, circularity, circularityByMaterial } of told.routing) {
      const years = table('flows').filter(({ routing }) => routing === name);
      expect(years.map(({ fromDay, toDay }) => [fromDay, toDay])).toEqual([
        [0, 365],
        [365, 730],
      ]);
      const sum = years.reduce((total, row) => total + Number(row.routingEur), 0);
      expect(sum).toBeCloseTo(routingEur.mean, 6);
      if (name === 'price-aware') expect(circularity.mean).toBeGreaterThan(0.15);
      expect(circularity.mean).toBeLessThan(1);
      expect(Object.keys(circularityByMaterial)).toHaveLength(8);
    }
  });

  it('has a report that needs nothing else, is drawn again from the folder and keeps hostile words as words', async () => {
    const page = html();
    expect(page).not.toMatch(/<script|NaN|undefined|Infinity/);
    expect((page.match(/<svg[^>]* role="img"/g) ?? []).length).toBe(5);
    // Amounts keep to one line there.
    expect(page.replaceAll('&nbsp;', ' ')).toContain(told.answer);
    const { code } = await looptwin(['report', 'run', '--out', 'again.html'], { cwd, env });
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, 'again.html'), 'utf8')).toBe(page);
    const data = await readRegion(run);
    const title = '</title><script>alert(1)</script>';
    expect(regionHtml({ ...data, document: { ...data.document, title, answer: title } })).not.toContain(
      '<script',
    );
  });

  it.each(['light', 'dark'] as const)(
    'has no axe-core violation in a browser, %s, nor on 360 px',
    async (colorScheme) => {
      const context = await browser.newContext({ colorScheme, viewport: { width: 1180, height: 800 } });
      try {
        const page = await context.newPage();
        await page.goto(pathToFileURL(join(run, 'report.html')).href);
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          type Axe = { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          const { violations } = await (window as unknown as { axe: Axe }).axe.run();
          return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`);
        });
        expect(found).toEqual([]);
        await page.setViewportSize({ width: 360, height: 640 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      } finally {
        await context.close();
      }
    },
  );

  it('is one that the viewer shows, and that can be given away', async () => {
    const { code, out, err } = await looptwin(['view', 'run', '--static', 'page'], { cwd, env });
    expect(code, err).toBe(0);
    expect(out).toMatch(/^page\/index\.html: \d\.\d MB$/m);
    expect(readFileSync(join(cwd, 'page', 'index.html'), 'utf8')).toContain('data-path="run/months.mcap"');
  });

  it('is verified by playing again, and a changed file is named', { timeout: 3 * minutes }, async () => {
    const same = await looptwin(['verify', 'run'], { cwd, env });
    expect(same.out.trim()).toBe(`same: ${told.fingerprint}`);
    forge(run, 'score.csv', 'routing\r\n');
    const other = await looptwin(['verify', 'run'], { cwd, env });
    expect(other.code).toBe(1);
    expect(other.err).toContain('not what a new run produces: score.csv, manifest.json');
  });

  it('has no file that could be altered together with its hash', async () => {
    const again = join(cwd, 'again');
    const made = await looptwin(['run', 'circular-region', ...small, '--out', 'again'], { cwd, env });
    expect(made.code).toBe(0);
    const whole = join(cwd, 'whole');
    cpSync(again, whole, { recursive: true });
    expect(await differingFiles(whole, again)).toEqual([]);
    const { outputs } = (await readRegion(whole)).manifest;
    const names = outputs.map(({ path }) => path);
    for (const name of names) forge(whole, name, oneOff(whole, name));
    expect(await differingFiles(whole, again)).toEqual([...names, 'manifest.json']);
  });
});
