import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { startViewer } from '../../scenarios/view.ts';
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

async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(() => (window.looptwin?.cost().calls ?? 0) > 0, undefined, {
    timeout: PATIENCE_MS,
  });
}

/** Goes to a wrong sort from the middle of the day on and waits for its streams. */
async function showWrongSort(page: Page): Promise<void> {
  await drawn(page);
  await page.keyboard.press('w');
  await page.waitForSelector('[data-streams]', { timeout: PATIENCE_MS });
  await page.waitForTimeout(1500);
}

/** Selects the first item on the belt. */
async function showItem(page: Page): Promise<void> {
  await drawn(page);
  await page.keyboard.press('n');
  await page.waitForSelector('[data-streams]', { timeout: PATIENCE_MS });
  await page.waitForTimeout(1500);
}

async function showTable(page: Page): Promise<void> {
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
    prepare: showItem,
  },
  {
    name: 'viewer-wrong-sort',
    query: `?t=${Math.round(endS * 0.6)}&view=robots`,
    colorScheme: 'dark',
    width: 1440,
    height: 900,
    prepare: showWrongSort,
  },
  {
    name: 'viewer-table',
    query: `?t=${Math.round(endS * 0.9)}&tab=table&view=top`,
    colorScheme: 'light',
    width: 1440,
    height: 900,
    prepare: showTable,
  },
];

async function take(browser: Browser, url: string, picture: Picture, outDir: string): Promise<string> {
  const { colorScheme, width, height } = picture;
  const context = await browser.newContext({
    colorScheme,
    viewport: { width, height },
    locale: 'en-US',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(url + picture.query);
  await picture.prepare(page);
  const path = join(outDir, `${picture.name}.png`);
  await page.screenshot({ path, timeout: PATIENCE_MS });
  await context.close();
  return path;
}

/** Seconds of the day that the viewer at `url` shows. */
async function lengthOf(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage({ locale: 'en-US', reducedMotion: 'reduce' });
  await page.goto(url);
  await page.waitForFunction(() => document.querySelector('.status')?.textContent === 'recorded', undefined, {
    timeout: PATIENCE_MS,
  });
  const max = await page.getAttribute('input[aria-label="Time of the day"]', 'max');
  await page.close();
  return Number(max);
}

async function takeReport(browser: Browser, runDir: string, outDir: string): Promise<string[]> {
  const report = join(runDir, 'report.html');
  if (!existsSync(report)) return [];
  const page = await browser.newPage({ viewport: { width: 1100, height: 1300 }, locale: 'en-US' });
  await page.goto(pathToFileURL(resolve(report)).href);
  const path = join(outDir, 'report.png');
  await page.screenshot({ path, timeout: PATIENCE_MS });
  await page.close();
  return [path];
}

/** Takes the pictures of the viewer and of the report of a run; gives their paths. */
export async function takePictures(runDir: string, outDir: string): Promise<string[]> {
  mkdirSync(outDir, { recursive: true });
  const viewer = await startViewer(runDir, { port: 0 });
  const browser = await openBrowser();
  try {
    const endS = await lengthOf(browser, viewer.url);
    const paths: string[] = [];
    for (const picture of pictures(endS)) paths.push(await take(browser, viewer.url, picture, outDir));
    return [...paths, ...(await takeReport(browser, runDir, outDir))];
  } finally {
    await browser.close();
    await viewer.close();
  }
}
