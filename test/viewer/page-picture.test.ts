import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeRunFolder } from './fixture.ts';
import { fixtureDay } from './fixture-day.ts';
import { drawn, goTo, keepingPixels, Pages, scenes } from './pages.ts';

const pages = new Pages();
let url: string;

beforeAll(async () => {
  await pages.start();
  url = await pages.serve('day', (dir) => writeRunFolder(dir, fixtureDay(120)));
}, 60_000);
afterAll(() => pages.stop(), 60_000);

/** Lets the processor that draws pass for a graphics processor, and its frames come late on every machine. */
async function asIfSlowlyAccelerated(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const { getParameter } = WebGL2RenderingContext.prototype;
    WebGL2RenderingContext.prototype.getParameter = function (name) {
      const told: unknown = getParameter.call(this, name);
      return typeof told === 'string' ? 'a graphics processor' : told;
    };
    window.requestAnimationFrame = (callback) => window.setTimeout(() => callback(performance.now()), 150);
    window.cancelAnimationFrame = (id) => window.clearTimeout(id);
  });
}

const small = { viewport: { width: 500, height: 640 } };

describe('the picture of the scene', { timeout: 180_000 }, () => {
  it('is simple where a processor draws it, and full where the reader wants it, in few draw calls', () =>
    pages.visit(
      `${url}?t=1105`,
      async (page) => {
        await drawn(page);
        expect(await page.innerText('.simple')).toContain('without a graphics processor');
        const simple = await page.evaluate(() => window.looptwin!.cost());
        // The page answers again once a processor has drawn everything, which takes long on a busy machine.
        await page.click('.simple button', { timeout: 120_000 });
        await page.waitForFunction((few) => (window.looptwin?.cost().calls ?? 0) > few, simple.calls, {
          timeout: 30_000,
        });
        const full = await page.evaluate(() => window.looptwin!.cost());
        expect(full.calls).toBeLessThanOrEqual(50);
        expect(simple.calls).toBeLessThan(full.calls);
        expect(simple.triangles).toBeLessThan(22_000);
        expect(simple.triangles).toBeLessThan(full.triangles * 0.4);
        expect(await page.innerText('.simple')).toContain(
          'Everything is drawn, without a graphics processor',
        );
        expect(await page.evaluate(() => localStorage.getItem('looptwin.picture'))).toBe('full');
        await page.click('.simple button', { timeout: 120_000 });
        await page.waitForFunction((most) => (window.looptwin?.cost().calls ?? most) < most, full.calls);
        expect(await page.innerText('.simple')).toContain('Simple picture');
      },
      undefined,
      small,
    ));

  it('becomes simple by itself where a graphics processor is too slow, and says so, until the reader wants everything', () =>
    pages.visit(
      `${url}?t=1105&speed=1`,
      async (page) => {
        await drawn(page);
        expect(await page.locator('.simple').count()).toBe(0);
        await page.click('.transport .play');
        await page.waitForSelector('.simple', { timeout: 120_000 });
        expect(await page.innerText('.simple')).toContain('too slowly');
        expect(await page.evaluate(() => localStorage.getItem('looptwin.picture'))).toBeNull();
        await page.click('.simple button', { timeout: 120_000 });
        await page.waitForSelector('.simple', { state: 'detached', timeout: 120_000 });
        await page.waitForTimeout(3000);
        expect(await page.locator('.simple').count()).toBe(0);
      },
      asIfSlowlyAccelerated,
      small,
    ));

  it('says that its graphics context is lost, keeps the clock running, and comes back with it', () =>
    pages.visit(
      `${url}?t=1105`,
      async (page) => {
        await drawn(page);
        await page.evaluate(() => {
          const context = document.querySelector<HTMLCanvasElement>('canvas.scene')!.getContext('webgl2')!;
          const loss = context.getExtension('WEBGL_lose_context')!;
          Object.assign(window, { loss });
          loss.loseContext();
        });
        await page.waitForSelector('.stage-problem');
        expect(await page.innerText('.stage-problem')).toContain('lost the graphics context');
        await goTo(page, 1200);
        await page.evaluate(() => (window as unknown as { loss: WEBGL_lose_context }).loss.restoreContext());
        await page.waitForSelector('.stage-problem', { state: 'detached' });
        await page.waitForSelector('.label');
      },
      undefined,
      small,
    ));

  it('comes back from its address with the camera where the mouse turned it', () =>
    pages.visit(
      `${url}?t=1100`,
      async (page) => {
        await drawn(page);
        const box = (await page.locator('canvas.scene').boundingBox())!;
        await page.mouse.move(box.x + 150, box.y + 120);
        await page.mouse.down();
        await page.mouse.move(box.x + 230, box.y + 100, { steps: 4 });
        await page.mouse.up();
        await page.waitForFunction(() => location.search.includes('camera='));
        const turned = await scenes(page);
        await page.goto(page.url());
        await drawn(page);
        expect(await scenes(page)).toEqual(turned);
      },
      keepingPixels,
    ));

  it('bears a window of no size', () =>
    pages.visit(
      `${url}?t=1105`,
      async (page) => {
        await drawn(page);
        await page.evaluate(() =>
          Object.assign(document.querySelector<HTMLElement>('.stage')!.style, { display: 'none' }),
        );
        await goTo(page, 1200);
        await page.evaluate(() =>
          Object.assign(document.querySelector<HTMLElement>('.stage')!.style, { display: '' }),
        );
        await goTo(page, 1300);
        await page.waitForFunction(() => window.looptwin!.cost().calls > 0);
        await page.waitForSelector('.label');
        expect(pages.errors).toEqual([]);
      },
      undefined,
      small,
    ));
});
