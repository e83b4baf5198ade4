import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRegion } from '../../scenarios/schema/load.ts';
import { chainOfScenario } from '../../scenarios/schema/region/scenario.ts';
import type { Manifest } from '../../scenarios/studies/day/manifest.ts';
import { readJson, readTables } from '../../scenarios/studies/day/read.ts';
import { reportOf } from '../../scenarios/studies/report.ts';
import type { WorldEvent } from '../../sim/record/event.ts';
import type { JsonObject, JsonValue } from '../../sim/record/json.ts';
import { writeRunFolder } from '../viewer/fixture.ts';
import { fixtureDay } from '../viewer/fixture-day.ts';
import { drawn, Pages, withoutWebgl } from '../viewer/pages.ts';
import { builtCache, type Finished, looptwin } from './command.ts';
import { asFile, hostileFile, hostileText, inBrowser, intruders, renamed } from './hostile.ts';

const pages = new Pages();
const cwd = pages.home;
const env = { LOOPTWIN_CACHE: await builtCache(join(cwd, 'cache')) };
const dayFolder = join(cwd, hostileFile);
const regionFolder = join(cwd, 'region');
const said: Finished[] = [];
/** Address of the viewer of the day. */
let url: string;
/** Ids may be long, but of small letters, digits and dashes only. */
const long = 'x'.repeat(10_000);

const carbon = (kgCo2ePerKg: number) => ({
  kgCo2ePerKg,
  boundary: hostileText,
  version: hostileText,
  year: 2020,
});
const words = { title: hostileText, story: hostileText, question: hostileText, expected: hostileText };

/** Five minutes with as much hostile text as the schema takes. */
const day: JsonObject = {
  extends: 'smoke',
  ...words,
  site: { durationS: 300 },
  policies: { perceptions: ['perfect'], maintenance: ['condition'] },
  outputs: [
    {
      id: `o${long}`,
      use: 'recycle-high',
      accepts: ['PET'],
      tiers: [{ minPurity: 0, priceEurPerKg: 0.3 }],
      carbon: carbon(-1),
    },
  ],
  residue: { costEurPerKg: 0.1, carbon: carbon(0) },
  robots: [{ id: long, positionM: 3, outputs: [`o${long}`] }],
  assets: [{ id: `a${long}`, kind: 'gripper', robotId: long }],
  machines: [
    {
      id: `m${long}`,
      kind: 'optical',
      positionM: 5,
      output: `o${long}`,
      targets: ['PET'],
      yield: 0.9,
    },
  ],
  economy: { mainsCarbon: carbon(0.3) },
  compare: {
    arms: [
      { name: `a${long}`, set: {} },
      { name: `b${long}`, set: { 'site.dayOfYear': 300 } },
    ],
  },
};

/** Two months of a small region whose places, materials and boundaries are called so. */
function region(): JsonValue {
  const chain = chainOfScenario(loadRegion('circular-region'));
  const { materials, places, lanes } = JSON.parse(JSON.stringify(chain)) as typeof chain;
  const renamedPlaces = Object.fromEntries(
    places.flatMap(({ id, kind }) => (id === kind ? [] : [[id, `${id}-${'x'.repeat(500)}`]])),
  );
  const parts = { materials, places, lanes } as unknown as JsonValue;
  // Ten thousand letters once: a scenario file may hold 1 MB.
  let text = hostileText;
  const boundaries = JSON.stringify(renamed(parts, renamedPlaces)).replaceAll(/"boundary":"[^"]*"/g, () => {
    const boundary = `"boundary":${JSON.stringify(text)}`;
    text = hostileText.slice(0, -10_000);
    return boundary;
  });
  return { ...words, region: { days: 60, routing: ['nearest'], ...(JSON.parse(boundaries) as JsonObject) } };
}

beforeAll(async () => {
  writeFileSync(join(cwd, `${hostileFile}.yaml`), asFile(day));
  writeFileSync(join(cwd, 'region.yaml'), asFile(region()));
  const tell = async (...args: string[]) => {
    const finished = await looptwin(args, { cwd, env });
    expect(finished.code, finished.err.slice(0, 2000)).toBe(0);
    said.push(finished);
  };
  await tell('run', `${hostileFile}.yaml`, '--out', hostileFile);
  await tell('run', 'region.yaml', '--out', 'region');
  await tell('experiment', `${hostileFile}.yaml`, '--replications', '2');
  await tell('scenarios', `${hostileFile}.yaml`);
  await pages.start();
  url = await pages.serve(hostileFile, async () => {});
}, 180_000);
afterAll(() => pages.stop(), 60_000);

/** Counts the letters that a page has measured on canvases. */
const countMeasured = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript(() => {
    const { measureText } = CanvasRenderingContext2D.prototype;
    Reflect.set(window, 'measured', 0);
    CanvasRenderingContext2D.prototype.measureText = function (this: CanvasRenderingContext2D, text) {
      Reflect.set(window, 'measured', Reflect.get(window, 'measured') + text.length);
      return measureText.call(this, text);
    };
  });
};

describe('hostile names in every free text', { timeout: 120_000 }, () => {
  it.each([
    ['the day', dayFolder],
    ['the region', regionFolder],
  ])('the report of %s shows them as text, with its policy and without', async (_, folder) => {
    const shows = async (page: Page) => {
      expect(await intruders(page)).toEqual([]);
      expect(await page.textContent('h1')).toBe(inBrowser(hostileText));
      expect(await page.textContent('p.story')).toBe(inBrowser(hostileText));
      expect(await page.title()).toContain('<img src=x');
    };
    const html = readFileSync(join(folder, 'report.html'), 'utf8');
    const open = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
    expect(open.length).toBeLessThan(html.length);
    writeFileSync(join(cwd, 'open.html'), open);
    for (const path of [join(folder, 'report.html'), join(cwd, 'open.html')])
      await pages.visit(pathToFileURL(path).href, shows);
  });

  it('the report that is drawn again is the same', async () => {
    expect(await reportOf(dayFolder)).toBe(readFileSync(join(dayFolder, 'report.html'), 'utf8'));
  });

  it.each([
    ['the day', dayFolder],
    ['the region', regionFolder],
  ])('no cell of the tables of %s is a formula, and all are read back as they were', async (_, folder) => {
    const { outputs } = readJson<Manifest>(folder, 'manifest.json');
    const table = await readTables(folder, outputs);
    const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
    expect(names.length).toBeGreaterThan(3);
    const columns = new Set<string>();
    for (const name of names) {
      const cells = parse(readFileSync(join(folder, name), 'utf8'), {
        relax_column_count: true,
      }) as string[][];
      for (const cell of cells.flat())
        if (!Number.isFinite(Number(cell))) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      for (const row of table(name.replace(/\.csv$/, '')).slice(0, 1))
        for (const column of Object.keys(row)) columns.add(column);
    }
    if (folder === regionFolder) expect(columns).toContain(`co2eKg (${hostileText})`);
  });

  it('the viewer shows a run of that name, tab by tab', async () => {
    const seen = async (page: Page, selector: string) => {
      await page.waitForSelector(selector);
      expect(await intruders(page)).toEqual([]);
    };
    await pages.visit(
      `${url}?t=200&tab=table`,
      async (page) => {
        await seen(page, '.tables');
        expect(await page.textContent('h1')).toBe(hostileFile);
        expect(await page.textContent('.tables')).toContain(long);
        for (const tab of ['item', 'log', 'keys', 'table']) {
          await page.click(`#tab-${tab}`);
          await seen(page, `#tab-${tab}[aria-selected=true]`);
        }
      },
      withoutWebgl,
    );
  });

  it('the viewer shows a recording in which everything is called so', async () => {
    const call = (name: string) => `${name} ${hostileText.slice(0, -10_000)}`;
    const called = [
      'north',
      'south',
      'pet',
      'metal',
      'belt drive',
      'recycle-high',
      'PET',
      'pet-bottle-clear',
    ];
    const names = Object.fromEntries(called.map((name) => [name, call(name)]));
    const colours = {
      '#b9d6e2': 'url(https://x.example/a.png)',
      '#4f9a5b': 'red;background:url(//x.example)',
    };
    const events = renamed(fixtureDay(80) as unknown as JsonValue, { ...names, ...colours });
    const recording = await pages.serve('recording', (dir) =>
      writeRunFolder(dir, events as unknown as WorldEvent[]),
    );
    await pages.visit(
      `${recording}?t=100&tab=table&item=0`,
      async (page) => {
        await page.waitForSelector('.tables');
        expect(await page.textContent('.tables')).toContain(call('north'));
        for (const tab of ['item', 'log', 'keys']) {
          await page.click(`#tab-${tab}`);
          expect(await intruders(page)).toEqual([]);
        }
      },
      withoutWebgl,
    );
  });

  it('the viewer shows names of 10,000 letters on its signs', async () => {
    await pages.visit(
      `${url}?t=200`,
      async (page) => {
        await drawn(page);
        expect(await intruders(page)).toEqual([]);
        // Signs are measured letter by letter: all of a name of 10,000 would stop the page for seconds.
        expect(await page.evaluate(() => Reflect.get(window, 'measured'))).toBeLessThan(100_000);
      },
      countMeasured,
    );
  });

  it('nobody was called, and nothing was thrown', () => {
    for (const asked of pages.requests)
      expect(asked).toMatch(/^(file:|(blob:)?http:\/\/127\.0\.0\.1:|data:)/);
    expect(pages.errors).toEqual([]);
  });

  it('the terminal is told no control code and no change of direction', () => {
    expect(said.some(({ out }) => out.includes('<img src=x'))).toBe(true);
    for (const { out, err } of said)
      expect(`${out}${err}`.replace(/[\n\t]/g, '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  });
});
