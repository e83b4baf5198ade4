import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startViewer } from '../../scenarios/view/view.ts';
import { openBrowser } from '../viewer/browser.ts';
import { writeLongRun } from '../viewer/long-recording.ts';
import type { BenchCase } from './bench.ts';

const BYTES = 1e9;
const home = mkdtempSync(join(tmpdir(), 'looptwin-open-'));
process.on('exit', () => rmSync(home, { recursive: true, force: true }));

let made: Promise<unknown> | undefined;
const run = join(home, 'long');

/** Most memory that a process of the browser's pages has had, MB: their heaps, their threads and the engine itself. */
async function peakMB(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(
      ({ id }) => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]) / 1024,
    );
  return Math.max(...peaks);
}

/** Opens a recording of 1 GB in a new browser, waits for a picture of it, or until all of it is read. */
async function opened(whole: boolean): Promise<{ seconds: number; peak: number }> {
  made ??= writeLongRun(run, BYTES);
  await made;
  const viewer = await startViewer(run, { port: 0, cacheDir: join(home, 'cache') });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const began = performance.now();
    await page.goto(viewer.url);
    await page.waitForFunction(() => (window.looptwin?.cost().calls ?? 0) > 0);
    if (whole) await page.waitForSelector('[data-status=recorded]', { timeout: 600_000 });
    return { seconds: (performance.now() - began) / 1000, peak: await peakMB(browser) };
  } finally {
    await browser.close();
    await viewer.close();
  }
}

/** Linux only: what memory a process has had is read from /proc. */
export const cases: BenchCase[] = [
  { name: 'open-1gb', unit: 's', run: async () => (await opened(false)).seconds },
  { name: 'read-1gb-memory', unit: 'MB', run: async () => (await opened(true)).peak },
  { name: 'read-1gb', unit: 's', run: async () => (await opened(true)).seconds },
];
