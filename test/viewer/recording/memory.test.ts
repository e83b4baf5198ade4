import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
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

/** Reads hours as a page gets them from the thread that reads: each text is one of its own. */
function readHours(timeline: Timeline, from: number, to: number): void {
  for (let hour = from; hour < to; hour++) timeline.append(structuredClone(eventsOfHour(hour)));
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
