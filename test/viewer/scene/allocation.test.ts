import { type HeapProfiler, Session } from 'node:inspector/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Vector3 } from 'three';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { WorldEvent } from '../../../sim/record/event.ts';
import type { Timeline } from '../../../viewer/recording/timeline.ts';
import { SiteScene } from '../../../viewer/scene/site-scene.ts';
import { ofType } from '../../sim/record/of-type.ts';
import { fixtureDay, timelineOf } from '../fixture-day.ts';

const ITEMS = 20_000;
/** Frames that are measured together. */
const FRAMES = 10;
/** How often the measure of what stays the same is taken. */
const ROUNDS = 8;
/** How long it may take until the engine has compiled what a frame runs, ms: until then it boxes more numbers. */
const SETTLED_MS = 40_000;
/** A pause between two rounds, ms, in which the engine clears up. */
const PAUSE_MS = 20;
const FRAME_US = 16_667;
/** Bytes between two samples of the heap. */
const SAMPLE_BYTES = 8192;
/** What all robots, bins, assets and the events of a frame may take. */
const MOST_BYTES = 60_000;
/** Room for three numbers an item (16 bytes each), which the engine boxes at calls: less than any vector, map entry or text. */
const MOST_WITH_NUMBERS = ITEMS * 48;

const heap = new Session();

const bytesOf = ({ selfSize, children }: HeapProfiler.SamplingHeapProfileNode): number =>
  children.reduce((sum, child) => sum + bytesOf(child), selfSize);

/** Bytes that a frame makes on average, those included that were thrown away at once. */
async function bytesOfRound(frame: (index: number) => void, round: number): Promise<number> {
  const includeObjectsCollectedByMajorGC = true;
  const includeObjectsCollectedByMinorGC = true;
  await heap.post('HeapProfiler.startSampling', {
    samplingInterval: SAMPLE_BYTES,
    ...{ includeObjectsCollectedByMajorGC, includeObjectsCollectedByMinorGC },
  });
  for (let i = 0; i < FRAMES; i++) frame(round * FRAMES + i);
  const { profile } = await heap.post('HeapProfiler.stopSampling');
  return bytesOf(profile.head) / FRAMES;
}

/** The least of the rounds after `warm` frames, which go on until one is under `enough` or the engine has had its time. */
async function settledBytes(warm: number, enough: number, frame: (index: number) => void): Promise<number> {
  for (let i = 0; i < warm; i++) frame(i);
  const until = performance.now() + SETTLED_MS;
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; least >= enough && performance.now() < until; round++) {
    least = Math.min(least, await bytesOfRound(frame, round));
    await sleep(PAUSE_MS);
  }
  return least;
}

/** The least of some rounds. */
async function leastBytes(frame: (index: number) => void): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await bytesOfRound(frame, round));
  return Math.min(...rounds);
}

/** Some more, since none arrive while the belt stands still. */
const events = fixtureDay(1.1 * ITEMS);

function dayOf(some: readonly WorldEvent[]): Timeline {
  const timeline = timelineOf(events);
  timeline.append(some);
  return timeline;
}

/** Frames of a day that is played from an instant on. */
function playing(timeline: Timeline, fromUs: number): (index: number) => void {
  const scene = new SiteScene(timeline);
  return (index) => {
    scene.draw(timeline.stateAt(fromUs + index * FRAME_US), null, null);
  };
}

describe('a frame of 20,000 items makes no object for each of them', { timeout: 60_000 }, () => {
  beforeAll(() => {
    // The scene paints textures on canvases, which are of no account here.
    const get = (_: object, key: string | symbol) => (key === Symbol.toPrimitive ? () => 1 : canvas);
    const canvas: object = new Proxy(() => {}, { get, set: () => true, apply: () => canvas });
    vi.stubGlobal('document', canvas);
    heap.connect();
  });
  afterAll(() => {
    heap.disconnect();
    vi.unstubAllGlobals();
  });

  it('where all of them lie on the belt', async () => {
    const first = events[0]!;
    const arrivals = ofType(events, 'item.arrived').slice(0, ITEMS);
    const atOnce = arrivals.map((event, i) => ({ ...event, timeUs: i }));
    const timeline = dayOf([first, ...atOnce]);
    expect(timeline.stateAt(1e6).items.size).toBe(ITEMS);
    expect(await settledBytes(20, MOST_WITH_NUMBERS, playing(timeline, 1e6))).toBeLessThan(MOST_WITH_NUMBERS);
  });

  it('where more of them have come by', async () => {
    const timeline = dayOf(events);
    expect(timeline.stateAt(3500e6).tally.arrived).toBeGreaterThan(ITEMS);
    expect(await settledBytes(500, MOST_BYTES, playing(timeline, 3500e6))).toBeLessThan(MOST_BYTES);
  });

  it('and the measure sees one vector for each of them', async () => {
    let made: Vector3[] = [];
    const each = await leastBytes((index) => {
      made = Array.from({ length: ITEMS }, (_, i) => new Vector3(i + 0.1, index, 0.5));
    });
    expect(made.length).toBe(ITEMS);
    expect(each).toBeGreaterThan(MOST_WITH_NUMBERS);
  });
});
