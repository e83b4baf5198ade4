import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultOf } from '../../viewer/recording/result.ts';
import { ofType } from '../sim/record/of-type.ts';
import { type Expected, expectedAt } from './expected.ts';
import { writeRunFolder } from './fixture.ts';
import { dayWithBooks, madeUpSummary as summary } from './fixture-books.ts';
import { timelineOf } from './fixture-day.ts';
import { fixtureScene } from './fixture-site.ts';
import { cells, drawn, goTo, Pages, withoutWebgl } from './pages.ts';

const events = dayWithBooks();
const pages = new Pages();
let url: string;

beforeAll(async () => {
  await pages.start();
  url = await pages.serve('day', async (dir) => {
    await writeRunFolder(dir, events);
    writeFileSync(join(dir, 'summary.json'), JSON.stringify(summary));
  });
}, 60_000);
afterAll(() => pages.stop(), 60_000);

type Place = ReturnType<NonNullable<typeof window.looptwin>['shown']>['items'][number];

const { lengthM, widthM } = fixtureScene.belt;

/** Items that the scene shows on the belt, by metres along it and across; the others are in hands, fall, or lie in bins. */
const onBelt = (items: readonly Place[]): Map<number, object> =>
  new Map(
    items
      .filter(({ x, y, z }) => y > 0.86 && y < 1 && Math.abs(z) < widthM / 2 && Math.abs(x) < lengthM / 2)
      .map(({ itemId, x, z }) => [
        itemId,
        { x: expect.closeTo(x + lengthM / 2, 1), lane: expect.closeTo(z, 1) },
      ]),
  );

const wanted = ({ items }: Expected): Map<number, object> =>
  new Map(
    [...items]
      .filter(([, { x }]) => x !== '-' && Number(x) < lengthM)
      .map(([id, { x, lane }]) => [id, { x: Number(x), lane: Number(lane) }]),
  );

describe('the decisions of a day', () => {
  const timeline = timelineOf(events);
  timeline.append(events);

  it('are judged at every instant as one would by looking through all that were made', () => {
    for (const timeUs of [0, 300e6, 1800e6, 3600e6]) {
      const made = ofType(events, 'item.decided').filter(
        (e) => e.timeUs <= timeUs && e.data.chosen !== 'look',
      );
      const { best, worst } = timeline.judgements.until(timeUs);
      const gains = made.map((e) => e.data.chosenEur);
      const losses = made.map((e) => e.data.chosenEur - e.data.best.valueEur);
      expect(best?.eur ?? 0).toBe(Math.max(0, ...gains));
      expect(worst?.eur ?? 0).toBe(Math.min(0, ...losses));
    }
  });
});

describe('the result of a run', () => {
  it('is nothing where a document is no summary', () => {
    for (const none of [null, 7, [], {}, { ...summary, finding: 3 }, { ...summary, perceptions: 'x' }])
      expect(resultOf(none)).toBeNull();
    expect(resultOf({ ...summary, perceptions: [3, { name: 'x' }] })?.perceptions).toEqual([]);
  });
});

describe('the panel of the day', { timeout: 60_000 }, () => {
  it('is there from the start, and says at the end what the run says of itself', () =>
    pages.visit(
      `${url}?t=1830`,
      async (page) => {
        const counter = (name: string) => page.innerText(`[data-counter="${name}"]`);
        await page.waitForSelector('[data-amount="value"]');
        expect(await counter('value')).toBe('EUR 0.00');
        expect(await counter('cost')).toBe('EUR 0.50');
        expect(await counter('carbon')).toBe('-1.50 kgCO2e');
        expect(await counter('energy')).toBe('50.0 kJ');
        expect(await page.innerText('.earned')).toContain('It ends at EUR 2.00.');
        expect(await page.innerText('.earned')).toContain('EUR 7.50 were lost');
        expect(await page.locator('.finding').count()).toBe(0);
        await page.fill('input[aria-label="Time of the day"]', '3600');
        await page.waitForSelector('.finding');
        expect(await page.innerText('.finding p')).toBe(summary.finding);
        expect(await counter('value')).toBe('EUR 2.00');
        const amounts = await page.locator('.amounts').first().locator('.amount-eur').allInnerTexts();
        expect(amounts).toEqual(['9.50', '-7.50', '2.00']);
        const names = await page.locator('.amounts').last().locator('.amount-name').allInnerTexts();
        expect(names).toEqual(['made up (shown)', '<img src=x>', 'upper bound']);
      },
      withoutWebgl,
    ));

  it('the table and the scene say at twenty instants what was recorded', () =>
    pages.visit(
      `${url}?t=1&tab=table`,
      async (page) => {
        await drawn(page);
        for (let i = 1; i <= 20; i++) {
          const seconds = Math.round(i * 179.7);
          await goTo(page, seconds);
          const expected = expectedAt(events, seconds * 1e6);
          await page.waitForSelector(`[data-clock="${expected.clock}"]`);
          const told = ofType(events, 'accounts.state').findLast((e) => e.timeUs <= seconds * 1e6);
          const value = `EUR ${(told?.data.valueEur ?? 0).toFixed(2).replace(/^-(0\.00)$/, '$1')}`;
          expect(await page.innerText('.kpi.main strong')).toBe(value);
          const ids = await page.$$eval('[data-item]', (rows) =>
            rows.map((row) => Number(row.getAttribute('data-item'))),
          );
          expect(ids).toEqual([...expected.items.keys()]);
          for (const [id, item] of expected.items)
            expect(await cells(page, `[data-item="${id}"]`)).toMatchObject(item);
          for (const [id, bin] of expected.bins) expect(await cells(page, `[data-bin="${id}"]`)).toEqual(bin);
          for (const [id, robot] of expected.robots)
            expect(await cells(page, `[data-robot="${id}"]`)).toMatchObject(robot);
          await page.waitForFunction((us) => window.looptwin!.shown().timeUs === us, seconds * 1e6);
          const { items, labels } = await page.evaluate(() => window.looptwin!.shown());
          expect(onBelt(items)).toEqual(wanted(expected));
          const lines = Object.fromEntries(labels.map(({ title, line }) => [title, line]));
          for (const [id, { count, mass }] of expected.bins)
            expect(lines[id]).toMatch(new RegExp(`^${mass} kg, ${count} items?$`));
          for (const [id, { soc }] of expected.robots) expect(lines[id]).toContain(`, ${soc}`);
        }
      },
      undefined,
      { viewport: { width: 500, height: 400 } },
    ));

  it('leads to the worst decision, and speaks German to Germans', () =>
    pages.visit(
      `${url}?t=1830`,
      async (page) => {
        await page.waitForSelector('[data-amount="value"]');
        expect(await page.innerText('.earned')).toContain('Er endet bei EUR 2,00.');
        expect(await page.getAttribute('html', 'lang')).toBe('de');
        await page.locator('button.judged').last().click();
        await page.waitForSelector('[data-item-panel]');
        await page.selectOption('.language', 'en');
        await page.waitForSelector('.kpi:has-text("Value so far")');
      },
      withoutWebgl,
      { locale: 'de-DE' },
    ));

  it('shows what was lost to what where looptwin regret has left it, and says why one is not used', async () => {
    const causes = {
      perception: 5,
      grade: 0,
      energy: 1.5,
      capacity: 0.25,
      maintenance: 0,
      processing: -0.25,
    };
    const rows = [{ name: 'made up', valueEur: 2, regretEur: 8, causes: { ...causes, planning: 1.5 } }];
    const kept = {
      schema: 'looptwin.regret/1',
      scenario: 'x',
      codeHash: 'x',
      freeBoundEur: 10,
      rows,
      answer: '',
    };
    const text = JSON.stringify({ ...kept, fingerprint: 'abc' });
    const folder = (name: string, content: string) =>
      pages.serve(name, async (dir) => {
        await writeRunFolder(dir, events);
        writeFileSync(join(dir, 'summary.json'), JSON.stringify(summary));
        writeFileSync(join(dir, 'regret.json'), content);
        const path = join(dir, 'manifest.json');
        const sha256 = createHash('sha256').update(text).digest('hex');
        const manifest = JSON.parse(readFileSync(path, 'utf8'));
        const added = [{ path: 'regret.json', sha256, bytes: text.length }];
        writeFileSync(path, JSON.stringify({ ...manifest, fingerprint: 'abc', added }));
      });
    const look = async (at: string) => {
      const seen = { bars: [''], note: '' };
      await pages.visit(
        `${at}?t=1830`,
        async (page) => {
          await page.waitForSelector('[data-amount="value"]');
          const amounts = page.locator('.amounts').first();
          seen.bars = await amounts.locator('.amount-eur').allInnerTexts();
          seen.note = await amounts.locator('.quiet').innerText();
        },
        withoutWebgl,
      );
      return seen;
    };
    const whole = await look(await folder('split', text));
    expect(whole.bars).toEqual(['10.00', '-5.00', '-1.50', '-0.25', '0.25', '-1.50', '2.00']);
    const [most, ...rest] = whole.bars.map(Number);
    expect(rest.slice(0, -1).reduce((sum, eur) => sum + eur, most!)).toBe(rest.at(-1));
    expect(whole.note).toContain('Shapley');
    const changed = await look(await folder('changed', text.replace('"perception":5', '"perception":4')));
    expect(changed.bars).toEqual(['9.50', '-7.50', '2.00']);
    expect(changed.note).toContain('changed since looptwin wrote it');
    expect(changed.note).toContain('looptwin regret DIR');
  });

  it('waits for the result of a run that has none', async () => {
    const bare = await pages.serve('bare', (dir) => writeRunFolder(dir, events));
    await pages.visit(
      `${bare}?t=1830`,
      async (page) => {
        await page.waitForSelector('.earned');
        expect(await page.innerText('.earned')).toContain('when the run has ended');
        expect(await page.locator('.amounts').count()).toBe(0);
      },
      withoutWebgl,
    );
    expect(pages.errors).toEqual([]);
    expect(readFileSync('viewer/phrases.json', 'utf8')).not.toContain('<');
  });
});
