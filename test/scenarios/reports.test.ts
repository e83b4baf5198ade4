import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shellWord } from '../../scenarios/printable.ts';
import { loadProtocol } from '../../scenarios/schema/protocol/load.ts';
import { protocolOf } from '../../scenarios/schema/protocol/schema.ts';
import { experimentHtml } from '../../scenarios/studies/experiment-report/report.ts';
import { analyse } from '../../scenarios/studies/protocol/analyse.ts';
import { protocolFigures } from '../../scenarios/studies/protocol/figures.ts';
import { protocolPage } from '../../scenarios/studies/protocol/page.ts';
import { readResults } from '../../scenarios/studies/protocol/results.ts';
import { runRegionToFolder } from '../../scenarios/studies/region/region.ts';
import { violations } from '../viewer/axe.ts';
import { badTexts } from '../viewer/boxes.ts';
import { sharedBrowser } from '../viewer/browser.ts';
import { planned, seeing } from './studies/experiment-report/made.ts';
import { tinyRun } from './tiny-run.ts';

const home = mkdtempSync(join(tmpdir(), 'looptwin-reports-'));
const minutes = 60_000;
let browser: Browser;

/** The page of the protocol that ships with its results, without training anything. */
function protocolHtml(): string {
  const file = loadProtocol('distillation', [], home);
  const protocol = protocolOf(file, false);
  const path = fileURLToPath(new URL('../../scenarios/results/distillation.jsonl', import.meta.url));
  const results = readResults(path);
  const document = analyse(file.title, protocol, results, false);
  const primary = protocol.primary.labelledPerMaterial;
  const command = 'looptwin train distillation';
  const figures = protocolFigures({ document, results, primary });
  return protocolPage(document, file, figures, { card: `wide ${'x'.repeat(400)}`, command });
}

const kinds = ['day', 'region', 'protocol', 'experiment', 'plan'] as const;
const pathOf = (kind: (typeof kinds)[number]) =>
  kind === 'day' || kind === 'region' ? join(home, kind, 'report.html') : join(home, `${kind}.html`);

beforeAll(async () => {
  const set = [
    ...['region.days=90', 'region.size={places: 20, materials: 8, kgPerDay: 20000000}'],
    'region.routing=[nearest, price-aware]',
  ];
  const region = { set, cwd: home, cacheDir: join(home, 'cache'), out: 'region' };
  await Promise.all([tinyRun(home, 'day'), runRegionToFolder('circular-region', region)]);
  writeFileSync(pathOf('protocol'), protocolHtml());
  writeFileSync(pathOf('experiment'), experimentHtml(seeing(8)));
  writeFileSync(pathOf('plan'), experimentHtml(planned(4)));
  browser = await sharedBrowser();
}, 3 * minutes);
afterAll(() => rmSync(home, { recursive: true }));

/** Opens a report to `look`, and gives what it asked for beside itself and what went wrong in it. */
async function visit(path: string, look: (page: Page) => Promise<void>, javaScriptEnabled = true) {
  const context = await browser.newContext({ javaScriptEnabled });
  const troubles: string[] = [];
  try {
    const page = await context.newPage();
    const url = pathToFileURL(path).href;
    page.on('request', (request) => request.url() !== url && troubles.push(request.url()));
    page.on('pageerror', ({ message }) => troubles.push(message));
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
    await page.goto(url);
    await look(page);
  } finally {
    await context.close();
  }
  return troubles;
}

/**
 * What is cut or overflows: the page, a word outside of it that no box scrolls, a table that is wider than its box where the box
 * neither scrolls nor shows that it does. Paper cannot scroll: there, nothing may be wider than its box.
 */
function cutOff(page: Page, { paper, shadow }: { readonly paper: boolean; readonly shadow: boolean }) {
  return page.evaluate(
    ({ paper, shadow }) => {
      const wide = document.documentElement.clientWidth;
      const found: string[] = [];
      if (document.documentElement.scrollWidth > wide || document.body.scrollWidth > wide) found.push('page');
      for (const element of document.querySelectorAll('main *')) {
        const box = element.closest('.scroll, .plot');
        const inside = box !== null && box !== element && !paper;
        if (!inside && element.closest('svg') === null && element.getBoundingClientRect().right > wide + 1)
          found.push(`${element.tagName} ${element.textContent?.slice(0, 40)}`);
      }
      for (const box of document.querySelectorAll<HTMLElement>('.scroll, .plot')) {
        const style = getComputedStyle(box);
        const scrolls = style.overflowX === 'auto' && box.tabIndex === 0;
        const shows = !shadow || style.backgroundImage.includes('gradient');
        if (box.scrollWidth > box.clientWidth + 1 && !(scrolls && shows && !paper))
          found.push(`${box.getAttribute('aria-label')} is cut`);
      }
      return found;
    },
    { paper, shadow },
  );
}

const looks = [
  { name: 'light', media: { colorScheme: 'light', forcedColors: 'none', media: 'screen' } },
  { name: 'dark', media: { colorScheme: 'dark', forcedColors: 'none', media: 'screen' } },
  { name: 'high contrast', media: { colorScheme: 'dark', forcedColors: 'active', media: 'screen' } },
  { name: 'print', media: { colorScheme: 'dark', forcedColors: 'none', media: 'print' } },
] as const;

/** A4 between margins of a centimetre, at 96 pixels an inch. */
const PAPER_PX = 718;

describe.each(kinds)('the report of a %s', (kind) => {
  it(
    'cuts and covers nothing at any width nor on paper, and asks nobody for anything',
    async () => {
      const found: string[] = [];
      const troubles = await visit(pathOf(kind), async (page) => {
        for (const { name, media } of looks) {
          await page.emulateMedia(media);
          const paper = name === 'print';
          for (const width of paper ? [PAPER_PX, 1116, 1440] : [360, 900, 1116, 1440, 2560]) {
            await page.setViewportSize({ width, height: 800 });
            const cut = await cutOff(page, { paper, shadow: name !== 'high contrast' });
            found.push(...cut.map((what) => `${name}, ${width} px: ${what}`));
            // Words lie where they lie, whatever their colours.
            const bad = name === 'light' || paper ? await badTexts(page) : [];
            found.push(...bad.map((what) => `${name}, ${width} px: ${what}`));
          }
        }
      });
      expect(found).toEqual([]);
      expect(troubles).toEqual([]);
    },
    minutes,
  );

  it(
    'has no axe-core violation: light, dark, in high contrast, on a phone and on a screen',
    async () => {
      await visit(pathOf(kind), async (page) => {
        for (const { name, media } of looks.slice(0, 3)) {
          await page.emulateMedia(media);
          await page.setViewportSize({ width: name === 'dark' ? 1116 : 360, height: 800 });
          expect(await violations(page), name).toEqual([]);
        }
      });
    },
    minutes,
  );

  it('says how to repeat it with a whole command', () => {
    const html = readFileSync(pathOf(kind), 'utf8');
    expect(html).toMatch(/How to repeat/);
    const commands = [...html.matchAll(/<code>(npx looptwin [^<]*)<\/code>/g)].map(([, command]) => command);
    const said = {
      day: /run smoke --seed 1 --replication 0( --set [^ ]+){3}$/,
      region: /run circular-region --seed \d+ --replication 0( --set (&#39;.*?&#39;|[^ ]+)){3}$/,
      protocol: /train distillation$/,
      experiment: /experiment \.\/made\.yaml$/,
      plan: /experiment \.\/made\.yaml$/,
    } as const;
    expect(commands.some((command) => said[kind].test(command ?? ''))).toBe(true);
  });
});

it.each(['day', 'region'] as const)(
  'the manifest of a %s keeps every --set, and the command line',
  (kind) => {
    const manifest = JSON.parse(readFileSync(join(home, kind, 'manifest.json'), 'utf8'));
    expect(manifest.scenario.set).toHaveLength(3);
    for (const text of manifest.scenario.set) expect(manifest.command).toContain(`--set ${shellWord(text)}`);
  },
);

describe('tables of an experiment', () => {
  const column = (page: Page, name: string) =>
    page.$$eval(`[aria-label="Every cell"] tbody tr td:nth-child(${name})`, (cells) =>
      cells.map((cell) => Number(cell.textContent)),
    );

  it('sort by keyboard and by mouse, and say how they are sorted', async () => {
    const troubles = await visit(pathOf('experiment'), async (page) => {
      const head = page.locator('[aria-label="Every cell"] thead th:nth-child(4)');
      expect(await head.getAttribute('aria-sort')).toBe('none');
      await head.locator('button').focus();
      await page.keyboard.press('Enter');
      expect(await head.getAttribute('aria-sort')).toBe('ascending');
      const up = await column(page, '4');
      expect(up).toEqual([...up].sort((a, b) => a - b));
      await head.locator('button').click();
      expect(await head.getAttribute('aria-sort')).toBe('descending');
      expect(await column(page, '4')).toEqual([...up].reverse());
      const first = page.locator('[aria-label="Every cell"] thead th:first-child');
      await first.locator('button').press('Space');
      expect(await first.getAttribute('aria-sort')).toBe('ascending');
      expect(await head.getAttribute('aria-sort')).toBe('none');
    });
    expect(troubles).toEqual([]);
  });

  it('are plain tables where no script runs', async () => {
    const look = async (page: Page) => {
      expect(await page.locator('table button').count()).toBe(0);
      expect(await page.locator('[aria-label="Every cell"] tbody tr').count()).toBe(42);
    };
    expect(await visit(pathOf('experiment'), look, false)).toEqual([]);
  });
});
