import { IndexedRecording, type Part } from '../../scenarios/record/indexed-reader.ts';
import type { WorldEvent } from '../../sim/record/event.ts';
import { fetchRunInfo } from './info.ts';
import { Lines } from './lines.ts';
import type { Asked, Told } from './protocol.ts';
import { Ranges } from './ranges.ts';
import { EVENTS, Reading, type Step } from './reading.ts';
import { RecordingError } from './words.ts';

/** Steps that the page has not taken yet: one is taken while the next is made. */
const AHEAD = 2;

/** This thread, as the page sees it. */
const page = self as unknown as {
  postMessage(told: Told, handedOver?: ArrayBuffer[]): void;
  onmessage: ((event: MessageEvent<Asked>) => void) | null;
};

/** Filled and taken without a pause between, so that steps and parts do not mix in it. */
const lines = new Lines();
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
  const put = (event: WorldEvent): void => lines.add(event);
  const emit = async (step: Step): Promise<void> => {
    const taken = lines.take();
    page.postMessage({ kind: 'step', step, lines: taken }, [taken.buffer]);
    untaken += 1;
    if (untaken >= AHEAD) await new Promise<void>((resolve) => (goOn = resolve));
  };
  const reading = new Reading(base, new AbortController().signal, put, emit);
  try {
    await reading.read();
  } catch (error) {
    const { message } = error as Error;
    const damage = error instanceof RecordingError ? error.damage : null;
    page.postMessage({ kind: 'failed', damage, message });
  }
}

/** Reads events again and sends them. */
async function answer(id: number, part: Part): Promise<void> {
  const found = (await recording?.events(part).catch(() => null)) ?? null;
  if (found === null) return page.postMessage({ kind: 'part', id, lines: null });
  for (const event of found) lines.add(event);
  const taken = lines.take();
  page.postMessage({ kind: 'part', id, lines: taken }, [taken.buffer]);
}

page.onmessage = ({ data }) => {
  if (data.kind === 'read') void read(data.base);
  if (data.kind === 'memory') lines.giveBack(data.memory);
  if (data.kind === 'taken') {
    untaken -= 1;
    goOn?.();
  }
  if (data.kind === 'part') void answer(data.id, data.part);
};
