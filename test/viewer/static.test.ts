import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cacheFolder } from '../../scenarios/bin/bundle.mjs';
import { type StaticPage, writeStatic } from '../../scenarios/view/static/static.ts';
import { makeItem } from '../../sim/materials/item.ts';
import type { WorldEvent } from '../../sim/record/event.ts';
import { expectedAt } from './expected.ts';
import { writeRunFolder } from './fixture.ts';
import { fixtureArms, writeArms } from './fixture-arms.ts';
import { fixtureDay } from './fixture-day.ts';
import { cells, Pages, withoutWebgl } from './pages.ts';

const pages = new Pages();
const events = fixtureDay(60);
const decided = [...new Set(events.flatMap((e) => (e.type === 'item.decided' ? [e.data.itemId] : [])))];
const states = new Map(
  decided.map((itemId) => [itemId, makeItem({ seed: 7, itemId, materialId: 'pet-bottle-clear' })]),
);
const at = (name: string) => join(pages.home, name);
const cacheDir = cacheFolder();
const address = ({ path }: StaticPage, query = '') => pathToFileURL(path).href + query;

beforeAll(() => pages.start(), 60_000);
afterAll(() => pages.stop(), 60_000);

/** Gives a run away and hands back its page. */
async function give(name: string, day: readonly WorldEvent[], maxBytes?: number): Promise<StaticPage> {
  const run = await writeRunFolder(at(`run-${name}`), day, states);
  return writeStatic(run, at(name), { cacheDir, ...(maxBytes === undefined ? {} : { maxBytes }) });
}

describe('a run to give away', { timeout: 120_000 }, () => {
  it('opens from the file system with the same figures and frames, and asks nobody for anything', async () => {
    const page = await give('whole', events);
    expect(page.leftOut).toEqual([]);
    expect(page.bytes).toBe(statSync(page.path).size);
    const asked = pages.requests.length;
    await pages.visit(
      address(page, `?t=100&tab=table`),
      async (shown) => {
        await shown.waitForSelector('[data-bin="pet"]');
        await shown.waitForFunction(() => document.querySelector('.status')?.textContent === 'recorded');
        const expected = expectedAt(events, 100e6);
        expect(await cells(shown, '[data-bin="pet"]')).toEqual(expected.bins.get('pet'));
        expect(await shown.locator('[data-item]').count()).toBe(expected.items.size);
        expect(await shown.locator('.warning, .left-out').count()).toBe(0);
      },
      withoutWebgl,
    );
    await pages.visit(
      address(page, `?t=100&item=${decided[0]}`),
      async (shown) => void (await shown.waitForSelector('[data-streams] canvas')),
      withoutWebgl,
    );
    const elsewhere = pages.requests.slice(asked).filter((url) => !/^(file|data|blob):/.test(url));
    expect(elsewhere).toEqual([]);
    expect(pages.requests.slice(asked).filter((url) => url.startsWith('file:'))).toHaveLength(2);
  });

  it('runs nothing but its own script, and no text of a recording', async () => {
    const page = await give('hostile', fixtureDay(40, true));
    const html = readFileSync(page.path, 'utf8');
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1];
    expect(policy).toContain("default-src 'none'; script-src 'sha256-");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toContain('unsafe');
    await pages.visit(
      address(page, '?t=60&tab=table'),
      async (shown) => {
        await shown.waitForSelector('.tables');
        expect(await shown.innerText('.tables')).toContain('<script>window.hacked=1</script>');
        expect(await shown.evaluate(() => 'hacked' in window)).toBe(false);
      },
      withoutWebgl,
    );
  });

  it('leaves out frames first, then readings, then the end of the day, and says so on the page', async () => {
    const whole = statSync((await give('big', events)).path).size;
    const frames = await give('frames', events, whole - 20_000);
    expect(frames.bytes).toBeLessThan(whole - 20_000);
    expect(frames.leftOut.join()).toMatch(/kept for \d+ of \d+ items/);
    const small = await give('small', events, whole * 0.5);
    const missing = decided.at(-1)!;
    await pages.visit(
      address(small, `?item=${missing}`),
      async (shown) => {
        await shown.waitForSelector('.left-out');
        expect(await shown.innerText('.left-out')).toContain(small.leftOut[0]);
      },
      withoutWebgl,
    );
  });

  it('takes the days of other perceptions along, or says which it leaves out and does not offer them', async () => {
    const run = at('run-arms');
    await writeArms(run, fixtureArms(60));
    const two = await writeStatic(run, at('arms'), { cacheDir });
    expect(two.leftOut.join()).not.toContain('other perceptions');
    const offers = (page: StaticPage, pickers: number) =>
      pages.visit(
        address(page, '?t=50'),
        async (shown) => {
          await shown.waitForSelector('.kpis');
          await shown.waitForFunction(() => document.querySelector('.status')?.textContent === 'recorded');
          if (pickers > 0) await shown.waitForSelector('.arm-picker');
          else await shown.waitForTimeout(500); // of what does not come there is no sign
          expect(await shown.locator('.arm-picker').count()).toBe(pickers);
          const left = await shown.getByText('second sight (left out of this page)').count();
          expect(left).toBe(pickers === 0 ? 1 : 0);
        },
        withoutWebgl,
      );
    await offers(two, 2);
    const one = await writeStatic(run, at('one-arm'), { cacheDir, maxBytes: two.bytes * 0.7 });
    expect(one.leftOut.join()).toContain('days of other perceptions are left out');
    await offers(one, 0);
  });

  it('takes along what the robots saw on the day of every perception that it carries', async () => {
    const run = at('run-seen');
    await writeArms(run, fixtureArms(40), new Map([...states].slice(0, 3)));
    const two = await writeStatic(run, at('seen'), { cacheDir });
    await pages.visit(
      address(two, `?t=100&item=${decided[0]}&beside=second%20sight`),
      async (shown) => {
        const panels = shown.locator('[data-streams]');
        await shown.waitForSelector('[data-streams] canvas');
        await shown.waitForFunction(() => !/Rendering|Nothing seen/.test(document.body.innerText));
        expect(await panels.count()).toBeGreaterThan(0);
        expect(await shown.innerText('.tab-panel')).toContain('On the day of second sight');
      },
      withoutWebgl,
    );
    await pages.visit(
      address(two, `?t=100&item=${decided[0]}&arm=second%20sight`),
      async (shown) => {
        await shown.waitForSelector('[data-streams] canvas');
        expect(await shown.innerText('.tab-panel')).not.toContain('Nothing seen');
      },
      withoutWebgl,
    );
  });

  it('says on the page what is wrong with each file that it was made of, and shows the day all the same', async () => {
    const run = at('run-wrong');
    const arms = fixtureArms(40);
    await writeArms(run, arms);
    writeFileSync(join(run, 'summary.json'), '{}');
    const manifest = join(run, 'manifest.json');
    const { outputs, ...rest } = JSON.parse(readFileSync(manifest, 'utf8')) as {
      outputs: { path: string }[];
    };
    const others = [...outputs, { path: 'summary.json' }].map(({ path }) => ({ path, sha256: '00' }));
    writeFileSync(manifest, JSON.stringify({ ...rest, outputs: others }));
    const page = await writeStatic(run, at('wrong'), { cacheDir });
    const names = ['events.mcap', 'summary.json', 'events-2.mcap'];
    expect(page.warnings.map((words) => words.split(' was altered')[0])).toEqual(names);
    await pages.visit(
      address(page, '?t=50&beside=second%20sight'),
      async (shown) => {
        await shown.waitForSelector('.stages');
        await shown.waitForFunction(() =>
          /summary/.test(document.querySelector('.warning')?.textContent ?? ''),
        );
        expect((await shown.locator('.warning').allInnerTexts()).join(' ')).toBe(page.warnings.join(' '));
        await shown.selectOption('.language', 'de');
        const reason = 'no-robot (dort arbeitet kein Roboter, daher nichts aufgezeichnet)';
        await shown.waitForSelector(`.arm-picker option:disabled:text-is("${reason}")`, {
          state: 'attached',
        });
      },
      withoutWebgl,
    );
  });

  it('refuses a run that is still being written, and a folder with files of others', async () => {
    const live = await writeRunFolder(at('live'), events, states, false);
    await expect(writeStatic(live, at('none'), { cacheDir })).rejects.toThrow(/still being written/);
    const run = await writeRunFolder(at('run-again'), events.slice(0, 50), states);
    mkdirSync(at('foreign'));
    writeFileSync(join(at('foreign'), 'mine.txt'), 'mine');
    await expect(writeStatic(run, at('foreign'), { cacheDir })).rejects.toThrow(/did not write: mine.txt/);
  });

  it('threw nothing', () => expect(pages.errors).toEqual([]));
});
