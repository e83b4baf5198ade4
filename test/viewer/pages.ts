import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { startViewer, type Viewer } from '../../scenarios/view/view.ts';
import { sharedBrowser } from './browser.ts';

/** Small and coarse, so that software rendering stays quick; less motion, so that nothing plays unasked. */
const SCREEN: BrowserContextOptions = {
  viewport: { width: 900, height: 640 },
  deviceScaleFactor: 0.5,
  reducedMotion: 'reduce',
};

/** A browser, run folders served to it, and a note of all that the pages asked for and threw. */
export class Pages {
  readonly requests: string[] = [];
  readonly errors: string[] = [];
  readonly home = mkdtempSync(join(tmpdir(), 'looptwin-page-'));
  private readonly viewers: Viewer[] = [];
  private browser!: Browser;

  async start(): Promise<void> {
    this.browser = await sharedBrowser();
  }

  async stop(): Promise<void> {
    for (const viewer of this.viewers) await viewer.close();
    rmSync(this.home, { recursive: true, force: true });
  }

  /** Makes a run folder and serves it; gives its address. */
  async serve(name: string, make: (dir: string) => Promise<unknown>): Promise<string> {
    const dir = join(this.home, name);
    await make(dir);
    const viewer = await startViewer(dir, { port: 0 });
    this.viewers.push(viewer);
    return viewer.url;
  }

  /** Shows an address to `look`, in a browser of its own, and closes it whatever happens. */
  async visit(
    url: string,
    look: (page: Page) => Promise<void>,
    prepare?: (context: BrowserContext) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<void> {
    const context = await this.browser.newContext({ ...SCREEN, ...options });
    try {
      await prepare?.(context);
      const page = await context.newPage();
      page.on('request', (request) => this.requests.push(request.url()));
      page.on('pageerror', (error) => this.errors.push(error.message));
      await page.goto(url);
      await look(page);
    } finally {
      await context.close();
    }
  }
}

/** Takes WebGL from the pages of a context: what only reads words need not wait for software rendering. */
export async function withoutWebgl(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const get = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (
      this: HTMLCanvasElement,
      kind: string,
      ...rest: unknown[]
    ) {
      return kind.startsWith('webgl') ? null : Reflect.apply(get, this, [kind, ...rest]);
    } as typeof get;
  });
}

/** Waits until the scene has been drawn at least once. */
export async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(() => (window.looptwin?.cost().calls ?? 0) > 0, undefined, { timeout: 30_000 });
}

/** The panels follow the scene at this pace at most where no graphics processor draws. */
const PANELS_MS = 300;

/**
 * Waits until the scenes stand still: the day is read to its end (a hand moves towards a pick that is recorded later), the panels,
 * whose words decide how much room is left, have followed (by timers that were set before this one), and what is shown is the same in
 * three pictures of the screen.
 */
export async function still(page: Page): Promise<void> {
  await page.waitForSelector('[data-status=recorded]', { state: 'attached', timeout: 60_000 });
  await page.evaluate(async (followedMs) => {
    await new Promise((done) => setTimeout(done, followedMs));
    const shown = () => {
      const sizes = [...document.querySelectorAll('canvas')].map((canvas) => [canvas.width, canvas.height]);
      return JSON.stringify([window.looptwin?.shown(), window.looptwinBeside?.shown(), sizes]);
    };
    for (let same = 0; same < 3; ) {
      const before = shown();
      await new Promise((done) => requestAnimationFrame(done));
      same = shown() === before ? same + 1 : 0;
    }
  }, PANELS_MS + 50);
}

/** Lets the scenes of a context keep what they drew, so that `scenes` can read it. */
export async function keepingPixels(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const get = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (
      this: HTMLCanvasElement,
      kind: string,
      settings?: object,
    ) {
      return Reflect.apply(get, this, [kind, { ...settings, preserveDrawingBuffer: true }]);
    } as typeof get;
  });
}

/**
 * What each scene shows, once it stands still: its size, a hash of its pixels, and the words and places of its labels. The pixels are
 * those that the scene drew (of a context prepared by `keepingPixels`): on the screen, where a canvas lies between two pixels, one
 * differs by one level now and then, by what else of the page the browser has drawn anew.
 */
export async function scenes(page: Page): Promise<string[]> {
  await still(page);
  const shown = await page.$$eval('.stage', (stages) =>
    stages.map((stage) => {
      const canvas = stage.querySelector('canvas')!;
      const marks = [...stage.querySelectorAll<HTMLElement | SVGElement>('.label, line')];
      const seen = marks.filter(({ style }) => style.visibility !== 'hidden');
      return {
        size: [canvas.clientWidth, canvas.clientHeight, canvas.width, canvas.height],
        labels: seen.map(({ outerHTML }) => outerHTML).sort(),
        pixels: canvas.toDataURL(),
      };
    }),
  );
  return shown.map(({ pixels, ...rest }) => {
    const hash = createHash('sha256').update(pixels).digest('hex');
    return JSON.stringify({ ...rest, pixels: hash });
  });
}

/** Waits until a film has run for two seconds by the page's own clock, which a loaded machine delays. */
export async function filmed(page: Page): Promise<void> {
  await page.waitForFunction(
    () => /[2-9]/.test(document.querySelector('.share button[aria-pressed=true]')?.textContent ?? ''),
    undefined,
    { timeout: 30_000 },
  );
}

/** Texts of a table row by the names of their fields. */
export function cells(page: Page, row: string): Promise<Record<string, string>> {
  return page.$eval(row, (tr) =>
    Object.fromEntries(
      [...tr.querySelectorAll<HTMLElement>('[data-field]')].map((td) => [
        td.dataset.field!,
        td.innerText.trim(),
      ]),
    ),
  );
}

/** Waits until the time in the address fits; slow machines take longer, and that is all right. */
export async function timeIs(
  page: Page,
  fits: { readonly above?: number; readonly at?: number },
): Promise<void> {
  await page.waitForFunction(
    ({ above, at }) => {
      const t = Number(new URL(location.href).searchParams.get('t'));
      return above !== undefined ? t > above : Math.abs(t - at!) < 1e-5;
    },
    fits,
    { timeout: 20_000 },
  );
}

/** Drags the day to an instant (tenths of a second), as a reader would. */
export async function goTo(page: Page, seconds: number): Promise<void> {
  await page.fill('input[aria-label="Time of the day"]', String(seconds));
  await timeIs(page, { at: seconds });
}
