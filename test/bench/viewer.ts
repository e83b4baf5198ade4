import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { RecordingReader } from '../../scenarios/record/reader.ts';
import { bundleViewer } from '../../scenarios/view/bundle.ts';
import type { Timeline } from '../../viewer/recording/timeline.ts';
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
];
