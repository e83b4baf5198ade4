import { Observable, type Subscriber } from 'rxjs';
import type { Part } from '../../scenarios/record/indexed-reader.ts';
import type { WorldEvent } from '../../sim/record/event.ts';
import { carriesAll } from '../ask.ts';
import { eventsIn } from './lines.ts';
import type { Asked, Told } from './protocol.ts';
import { type FeedStep, Reading, type Step } from './reading.ts';
import { RecordingError } from './words.ts';

/** What the index of a recording tells before it has been read. */
export interface Index {
  /** Instant of the last event, us. */
  readonly endUs: number;
  /** Number of events. */
  readonly length: number;
  /** Events of the recording again, by their numbers; rejects where they cannot be had. */
  again(part: Part): Promise<readonly WorldEvent[]>;
}

/** Script of the thread that reads, beside that of the page. */
const WORKER = 'reader.js';

/** A thread that fetches and decodes a recording, so that the page stays free to draw. */
class Helper {
  private readonly worker = new Worker(new URL(WORKER, document.baseURI), { type: 'module' });
  private readonly waiting = new Map<number, (lines: Uint8Array<ArrayBuffer> | null) => void>();
  private asked = 0;

  constructor(
    private readonly feed: Subscriber<FeedStep>,
    private readonly found: (index: Index) => void,
    onBroken: () => void,
  ) {
    this.worker.onmessage = ({ data }: MessageEvent<Told>) => this.hear(data);
    this.worker.onerror = onBroken;
  }

  read(base: string): void {
    this.ask({ kind: 'read', base });
  }

  end(): void {
    this.worker.terminate();
  }

  private ask(asked: Asked, handedOver: readonly ArrayBuffer[] = []): void {
    this.worker.postMessage(asked, [...handedOver]);
  }

  private hear(told: Told): void {
    const { feed } = this;
    if (told.kind === 'step') {
      feed.next({ ...told.step, events: eventsIn(told.lines) });
      this.giveBack(told.lines);
      this.ask({ kind: 'taken' });
    }
    if (told.kind === 'index')
      this.found({ endUs: told.endUs, length: told.length, again: (part) => this.again(part) });
    if (told.kind === 'part') {
      this.waiting.get(told.id)?.(told.lines);
      this.waiting.delete(told.id);
    }
    if (told.kind === 'failed')
      feed.error(told.damage === null ? new Error(told.message) : new RecordingError(told.damage));
  }

  private again(part: Part): Promise<readonly WorldEvent[]> {
    const id = this.asked++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, (lines) => {
        if (lines === null) return reject(new Error('events could not be read again'));
        resolve([...eventsIn(lines)]);
        this.giveBack(lines);
      });
      this.ask({ kind: 'part', id, part });
    });
  }

  /** The memory of lines that have been read goes back to the thread. */
  private giveBack({ buffer }: Uint8Array<ArrayBuffer>): void {
    this.ask({ kind: 'memory', memory: buffer }, [buffer]);
  }
}

/** Reads in the page itself: one that carries its recording, or a browser that starts no worker. */
function readHere(base: string, subscriber: Subscriber<FeedStep>): () => void {
  const abort = new AbortController();
  let events: WorldEvent[] = [];
  const put = (event: WorldEvent): void => void events.push(event);
  const emit = (step: Step): void => {
    subscriber.next({ ...step, events });
    events = [];
  };
  new Reading(base, abort.signal, put, emit).read().then(
    () => {},
    (error) => {
      if (!abort.signal.aborted) subscriber.error(error);
    },
  );
  return () => abort.abort();
}

/**
 * Reads the recording served under `base` piece by piece and, while the run is still being written, goes on asking
 * for what came since. It stays open when the run has ended, since parts may be asked for again. `found` hears of the index
 * of a whole recording first. Errors are RecordingErrors or network errors.
 */
export function recordingFeed(base: string, found: (index: Index) => void): Observable<FeedStep> {
  return new Observable((subscriber) => {
    if (carriesAll() || typeof Worker === 'undefined') return readHere(base, subscriber);
    let stop = (): void => helper.end();
    const helper = new Helper(subscriber, found, () => {
      helper.end();
      stop = readHere(base, subscriber);
    });
    helper.read(base);
    return () => stop();
  });
}
