import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { eventsIn, Lines } from '../../../viewer/reading/lines.ts';
import { Timeline } from '../../../viewer/recording/timeline.ts';
import { ofType } from '../../sim/record/of-type.ts';
import { eventsOfHour, hourEvents } from '../long-recording.ts';

/**
 * Most bytes that may stay of an event whose page has been let go. A recording of 1 GB has 1.4 million events: they take 110 MB in all,
 * a fifth of what a page may have. Here pointers take eight bytes, in a browser four.
 */
const BYTES_PER_EVENT = 80;

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** Bytes of what this thread holds. */
function held(): number {
  collect();
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
}

/** Events of a step, about as many as lie in 1 MB of a recording. */
const STEP = 1400;
const lines = new Lines();

/** Reads hours as a page gets them from the thread that reads: step by step, in memory that goes back. */
function readHours(timeline: Timeline, from: number, to: number): void {
  for (let hour = from; hour < to; hour++) {
    const events = eventsOfHour(hour);
    for (let i = 0; i < events.length; i += STEP) {
      for (const event of events.slice(i, i + STEP)) lines.add(event);
      const step = lines.take();
      timeline.append(eventsIn(step));
      lines.giveBack(step.buffer);
    }
  }
}

describe('the memory of a long recording', () => {
  it('is that of its figures, not of its events', () => {
    const timeline = new Timeline(ofType(hourEvents, 'run.started')[0]!, 3);
    timeline.events.letGo(() => new Promise(() => {}));
    readHours(timeline, 0, 2);
    const [bytes, events] = [held(), timeline.events.length];
    readHours(timeline, 2, 7);
    const each = (held() - bytes) / (timeline.events.length - events);
    expect(each).toBeLessThan(BYTES_PER_EVENT);
  });
});
