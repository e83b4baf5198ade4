import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startViewer } from '../../scenarios/view/view.ts';
import { openBrowser } from './browser.ts';

interface Picture {
  readonly name: string;
  readonly query: string;
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
  /** What is done before the picture is taken. */
  readonly prepare: (page: Page) => Promise<void>;
}

/** Software rendering of a full picture takes seconds. */
const PATIENCE_MS = 120_000;

/** Waits until the whole recording is read and a frame is drawn: a key pressed earlier would find nothing to jump to. */
async function drawn(page: Page): Promise<void> {
  await read(page);
  await page.waitForFunction(() => (window.looptwin?.cost().calls ?? 0) > 0, undefined, {
    timeout: PATIENCE_MS,
  });
}

/** Goes to a wrong sort from the middle of the day on, and down to what the robot's senses got of the item. */
async function showWrongSort(page: Page): Promise<void> {
  await drawn(page);
  // The day of the teacher is read after the main one, and takes its place.
  await page.waitForSelector('[data-perception=teacher]', { timeout: PATIENCE_MS });
  await page.keyboard.press('w');
  await page.waitForSelector('[data-streams]', { timeout: PATIENCE_MS });
  await page.waitForTimeout(1500);
  // By then the panel has what the server rendered.
  await page.locator('[data-streams]').scrollIntoViewIfNeeded();
}

/** Shows what is there without a click. */
async function showAsItIs(page: Page): Promise<void> {
  await drawn(page);
  await page.waitForTimeout(1500);
}

/** Times as shares of the day. */
const pictures = (endS: number): Picture[] => [
  {
    name: 'viewer',
    query: `?t=${Math.round(endS * 0.42)}`,
    colorScheme: 'light',
    width: 1440,
    height: 900,
    prepare: showAsItIs,
  },
  {
    name: 'viewer-wrong-sort',
    // The teacher's robots look with all senses.
    query: `?t=${Math.round(endS * 0.6)}&view=robots&arm=teacher`,
    colorScheme: 'dark',
    width: 1440,
    height: 1200,
    prepare: showWrongSort,
  },
  {
    name: 'viewer-table',
    query: `?t=${Math.round(endS * 0.9)}&tab=table&view=top`,
    colorScheme: 'light',
    width: 1440,
    height: 900,
    prepare: showAsItIs,
  },
];

/** The page as it opens at every width, light and dark: to look at, not for the README. */
const everywhere = (endS: number): Picture[] =>
  [360, 900, 1440, 2560].flatMap((width) =>
    (['light', 'dark'] as const).map((colorScheme) => ({
      name: `viewer-${width}-${colorScheme}`,
      query: `?t=${endS}`,
      ...{ colorScheme, width, height: width < 500 ? 780 : 900, prepare: showAsItIs },
    })),
  );

async function take(browser: Browser, url: string, picture: Picture, outDir: string): Promise<string> {
  const { colorScheme, width, height } = picture;
  const context = await browser.newContext({
    colorScheme,
    viewport: { width, height },
    reducedMotion: 'reduce',
    bypassCSP: true,
  });
  // Software renders these pictures, but they show what a graphics processor draws, and say nothing of software.
  await context.addInitScript(() => localStorage.setItem('looptwin.picture', 'full'));
  const page = await context.newPage();
  await page.goto(url + picture.query);
  await page.addStyleTag({ content: 'p.simple { display: none }' });
  await picture.prepare(page);
  const path = join(outDir, `${picture.name}.png`);
  await page.screenshot({ path, timeout: PATIENCE_MS });
  await context.close();
  return path;
}

/** Waits until the whole recording is read. */
async function read(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('.status')?.getAttribute('data-status') === 'recorded',
    undefined,
    {
      timeout: PATIENCE_MS,
    },
  );
}

/** Seconds of the day that the viewer at `url` shows. */
async function lengthOf(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  await page.goto(url);
  await read(page);
  const max = await page.getAttribute('input[aria-label="Time of the day"]', 'max');
  await page.close();
  return Number(max);
}

/** Takes the pictures of the viewer of a run, those of the README or the page at every width; gives their paths. */
export async function takePictures(runDir: string, outDir: string, all: boolean): Promise<string[]> {
  mkdirSync(outDir, { recursive: true });
  const viewer = await startViewer(runDir, { port: 0 });
  const browser = await openBrowser();
  try {
    const endS = await lengthOf(browser, viewer.url);
    const paths: string[] = [];
    const wanted = all ? everywhere(endS) : pictures(endS);
    for (const picture of wanted) paths.push(await take(browser, viewer.url, picture, outDir));
    return paths;
  } finally {
    await browser.close();
    await viewer.close();
  }
}
