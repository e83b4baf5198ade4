import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { writeRunFolder } from './fixture.ts';
import { fixtureDay, timelineOf } from './fixture-day.ts';
import { drawn, filmed, Pages, withoutWebgl } from './pages.ts';

const pages = new Pages();
const events = fixtureDay(60);
let url: string;

beforeAll(async () => {
  await pages.start();
  url = await pages.serve('tour', (dir) => writeRunFolder(dir, events));
}, 60_000);
afterAll(() => pages.stop(), 60_000);

const ready = (page: Page) =>
  page.waitForFunction(() => document.querySelector('.status')?.textContent === 'recorded');

describe('the tour', { timeout: 120_000 }, () => {
  it('leads by keyboard through six stations with the numbers of the run, and remembers nothing', async () => {
    const timeline = timelineOf(events);
    timeline.append(events);
    const { worst } = timeline.judgements.until(timeline.endUs);
    const { arrived } = timeline.stateAt(Math.round(timeline.endUs * 0.4)).tally;
    await pages.visit(
      `${url}?t=10`,
      async (page) => {
        await ready(page);
        const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
        await page.keyboard.press('t');
        const texts: string[] = [];
        for (let step = 1; step <= 6; step++) {
          await page.waitForSelector(`[data-tour="${step}"]`);
          texts.push(await page.innerText(`[data-tour="${step}"]`));
          expect(texts.at(-1)).not.toMatch(/[{}]|NaN|undefined/);
          if (step === 3) await page.waitForSelector(`[data-item-panel="${worst!.itemId}"]`);
          await page.keyboard.press(step % 2 === 0 ? 'ArrowRight' : 'Enter');
        }
        expect(new Set(texts).size).toBe(6);
        expect(texts[1]).toContain(` ${arrived} items`);
        expect(texts[2]).toContain(`robot ${worst!.robot}`);
        await page.keyboard.press('Enter');
        await page.waitForSelector('.tour', { state: 'detached' });
        expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).toBe(kept);
      },
      withoutWebgl,
    );
  });

  it('ends with Esc at any station, gives the focus back, and axe finds nothing in it', async () => {
    await pages.visit(
      url,
      async (page) => {
        await ready(page);
        await page.focus('.share button');
        await page.keyboard.press('Enter');
        await page.waitForSelector('[data-tour="1"]');
        expect(await violations(page, '.tour')).toEqual([]);
        await page.keyboard.press('ArrowRight');
        await page.waitForSelector('[data-tour="2"]');
        await page.keyboard.press('Escape');
        await page.waitForSelector('.tour', { state: 'detached' });
        // The browser moves the focus when it comes to it.
        await page.waitForFunction(() => document.activeElement?.closest('.share') instanceof HTMLElement);
      },
      withoutWebgl,
    );
  });
});

describe('what can be given away of the scene', { timeout: 180_000 }, () => {
  it('is a picture of it, not an empty one, and a film of what plays', async () => {
    await pages.visit(`${url}?t=100&speed=1`, async (page) => {
      await ready(page);
      await drawn(page);
      const picture = page.waitForEvent('download', { timeout: 90_000 });
      await page.click('.share button:nth-child(2)');
      const png = readFileSync(await (await picture).path());
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect(await coloursOf(page, png)).toBeGreaterThan(200);
      await page.click('.share button:nth-child(3)');
      await filmed(page);
      const film = page.waitForEvent('download', { timeout: 90_000 });
      await page.click('.share button:nth-child(3)');
      const saved = await film;
      expect(saved.suggestedFilename()).toMatch(/\.(webm|mp4)$/);
      expect(readFileSync(await saved.path()).length).toBeGreaterThan(5000);
    });
  });

  it('threw nothing', () => expect(pages.errors).toEqual([]));
});

/** How many colours a picture has: a scene has thousands, a cleared canvas a few. */
function coloursOf(page: Page, png: Buffer): Promise<number> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const on = canvas.getContext('2d')!;
    on.drawImage(image, 0, 0);
    const { data } = on.getImageData(0, 0, image.width, image.height - 40);
    return new Set(new Uint32Array(data.buffer)).size;
  }, png.toString('base64'));
}
