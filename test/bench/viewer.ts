import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { RecordingReader } from '../../scenarios/record/reader.ts';
import { bundleViewer } from '../../scenarios/view/bundle.ts';
import { startViewer } from '../../scenarios/view/view.ts';
import type { Timeline } from '../../viewer/recording/timeline.ts';
import { openBrowser } from '../viewer/browser.ts';
import { writeRunFolder } from '../viewer/fixture.ts';
import { fixtureDay, timelineOf } from '../viewer/fixture-day.ts';
import { type BenchCase, perSecond } from './bench.ts';

/** A busy hour: about 20,000 events, the rate of a day of the quickstart times five. */
const events = fixtureDay(3400);
const SEEKS = 400;

function timeline(): Timeline {
  const made = timelineOf(events);
  made.append(events);
  return made;
}

async function inFolder<T>(work: (dir: string) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'looptwin-bench-'));
  try {
    return await work(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

let recorded: Promise<Uint8Array> | undefined;
const recording = (): Promise<Uint8Array> => {
  recorded ??= inFolder(async (dir) => {
    await writeRunFolder(dir, events);
    return readFileSync(join(dir, 'events.mcap'));
  });
  return recorded;
};

/** Instants all over the day, far from each other. */
const instants = Array.from({ length: SEEKS }, (_, i) => ((i * 0.618034) % 1) * 3600e6);

/** How long a day plays before its pictures are counted, until the page has chosen its detail, and while they are, ms. */
const SETTLED_MS = 4000;
const PLAYED_MS = 10_000;

/** Processor time that a process of the browser has used, s; Linux counts it in hundredths. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Plays the day at 1440 px in a browser without a graphics processor: pictures, and seconds and processor seconds that they took. */
function played(): Promise<{ pictures: number; seconds: number; cpu: number }> {
  return inFolder(async (dir) => {
    const run = join(dir, 'day');
    await writeRunFolder(run, events);
    const viewer = await startViewer(run, { port: 0, cacheDir: join(dir, 'cache') });
    const browser = await openBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.goto(`${viewer.url}?t=600&speed=5`);
      await page.waitForSelector('[data-status=recorded]', { state: 'attached', timeout: 300_000 });
      await page.keyboard.press('Space');
      await page.waitForTimeout(SETTLED_MS);
      const { processInfo } = await (await browser.newBrowserCDPSession()).send('SystemInfo.getProcessInfo');
      const used = () => processInfo.reduce((sum, { id }) => sum + cpuSeconds(id), 0);
      const drawn = () => page.evaluate(() => window.looptwin!.cost().pictures);
      const [cpu, before, began] = [used(), await drawn(), performance.now()];
      await page.waitForTimeout(PLAYED_MS);
      const pictures = (await drawn()) - before;
      return { pictures, seconds: (performance.now() - began) / 1000, cpu: used() - cpu };
    } finally {
      await browser.close();
      await viewer.close();
    }
  });
}

/** The last cases need Linux: what processor time a process has used is read from /proc. */
export const cases: BenchCase[] = [
  {
    name: 'yardstick-parse',
    unit: 'events/s',
    run: () => {
      const lines = events.map((event) => JSON.stringify(event));
      return perSecond(lines.length, () => {
        for (const line of lines) JSON.parse(line);
      });
    },
  },
  {
    name: 'decode',
    unit: 'events/s',
    yardstick: 'yardstick-parse',
    run: async () => {
      const bytes = await recording();
      return perSecond(events.length, () => void new RecordingReader().push(bytes));
    },
  },
  {
    name: 'index',
    unit: 'events/s',
    yardstick: 'yardstick-parse',
    run: () => perSecond(events.length, () => void timeline()),
  },
  {
    name: 'seek',
    unit: 'seeks/s',
    run: () => {
      const made = timeline();
      return perSecond(SEEKS, () => {
        for (const timeUs of instants) made.stateAt(timeUs);
      });
    },
  },
  {
    name: 'play-frame',
    unit: 'frames/s',
    run: () => {
      const made = timeline();
      const frames = 3600;
      return perSecond(frames, () => {
        for (let i = 0; i < frames; i++) made.stateAt(i * 1e6);
      });
    },
  },
  {
    name: 'bundle-gzip',
    unit: 'kB',
    run: () =>
      inFolder(async (dir) => gzipSync(readFileSync(join(await bundleViewer(dir), 'main.js'))).length / 1000),
  },
  {
    name: 'frames-1440',
    unit: 'frames/s',
    run: async () => {
      const { pictures, seconds } = await played();
      return pictures / seconds;
    },
  },
  {
    name: 'frames-1440-cpu',
    unit: 'ms of processor a frame',
    run: async () => {
      const { pictures, cpu } = await played();
      return (1000 * cpu) / Math.max(1, pictures);
    },
  },
];
