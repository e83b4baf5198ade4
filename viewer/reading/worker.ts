import { IndexedRecording } from '../../scenarios/record/indexed-reader.ts';
import { fetchRunInfo } from './info.ts';
import type { Asked, Told } from './protocol.ts';
import { Ranges } from './ranges.ts';
import { EVENTS, Reading } from './reading.ts';
import { RecordingError } from './words.ts';

/** Steps that the page has not taken yet: one is taken while the next is made. */
const AHEAD = 2;

/** This thread, as the page sees it. */
const page = self as unknown as {
  postMessage(told: Told): void;
  onmessage: ((event: MessageEvent<Asked>) => void) | null;
};

let recording: IndexedRecording | null = null;
let untaken = 0;
let goOn: (() => void) | null = null;

/** Opens the recording by its index, as a first thing; one that has none is read from its start alone. */
async function openIndex(base: string): Promise<void> {
  try {
    const { finished, eventsBytes } = await fetchRunInfo(base);
    if (!finished) return;
    recording = await IndexedRecording.open(new Ranges(`${base}${EVENTS}`, eventsBytes));
    page.postMessage({ kind: 'index', length: recording.length, endUs: recording.endUs });
  } catch {
    // What is wrong with the recording is found, and said, by the reading that follows.
  }
}

async function read(base: string): Promise<void> {
  await openIndex(base);
  const reading = new Reading(base, new AbortController().signal, async (step) => {
    page.postMessage({ kind: 'step', step });
    untaken += 1;
    if (untaken >= AHEAD) await new Promise<void>((resolve) => (goOn = resolve));
  });
  try {
    await reading.read();
  } catch (error) {
    const { message } = error as Error;
    const damage = error instanceof RecordingError ? error.damage : null;
    page.postMessage({ kind: 'failed', damage, message });
  }
}

page.onmessage = ({ data }) => {
  if (data.kind === 'read') void read(data.base);
  if (data.kind === 'taken') {
    untaken -= 1;
    goOn?.();
  }
  if (data.kind === 'part') {
    const { id, part } = data;
    (recording?.events(part) ?? Promise.reject(new Error('no index'))).then(
      (events) => page.postMessage({ kind: 'part', id, events }),
      () => page.postMessage({ kind: 'part', id, events: null }),
    );
  }
};
