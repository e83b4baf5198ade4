import { Observable } from 'rxjs';
import { type Damage, RecordingReader } from '../../scenarios/record/reader.ts';
import type { WorldEvent } from '../../sim/record/event.ts';
import { problemOf } from '../../sim/record/field.ts';
import { type RunInfo, runInfo } from '../../sim/record/run-info.ts';
import { ask } from '../ask.ts';

/** A recording that cannot be played, in words for the page: what is wrong and what cures it. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';
  readonly cure: string;
  constructor({ what, cure }: Damage) {
    super(`${what}.`);
    this.cure = `${cure}.`;
  }
}

/** One step of reading a recording. */
export interface FeedStep {
  readonly events: readonly WorldEvent[];
  readonly loadedBytes: number;
  readonly totalBytes: number;
  /** The run is still being written: more will come. */
  readonly live: boolean;
  readonly complete: boolean;
  /** Something to say about a recording that plays all the same: cut off, damaged, altered. */
  readonly warning: string | null;
}

/** Bytes asked for at once. */
const PIECE = 4 * 1024 * 1024;
/** Pause between two looks at a file that still grows. */
const POLL_MS = 1000;
/** A run that writes nothing for so long may have been stopped. */
const QUIET_MS = 30_000;
const EVENTS = 'run/events.mcap';

const ALTERED =
  'This recording was altered after the run: its hash is not the one in manifest.json. Do not trust what it shows.';
const QUIET = 'Nothing has been written for half a minute: has the run been stopped? What there is plays.';

export async function fetchRunInfo(base: string, signal?: AbortSignal): Promise<RunInfo> {
  const response = await ask(`${base}api/run`, signal ? { signal } : {});
  const info: unknown = await response.json();
  const problem = problemOf({ record: runInfo }, info, 'api/run');
  if (problem !== null) throw new Error(problem);
  return info as RunInfo;
}

async function fetchPiece(base: string, from: number, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const headers = { Range: `bytes=${from}-${from + PIECE - 1}` };
  const response = await ask(`${base}${EVENTS}`, { headers, signal });
  if (response.status === 416) return new Uint8Array();
  if (response.status === 404)
    throw new RecordingError({
      what: 'The run folder holds no events.mcap yet',
      cure: 'Run it first: looptwin run <scenario>',
    });
  if (!response.ok)
    throw new RecordingError({
      what: `events.mcap could not be read (HTTP ${response.status})`,
      cure: 'Reload the page',
    });
  return new Uint8Array(await response.arrayBuffer());
}

/** A whole file of the run folder; throws Error in words where it cannot be had. */
export async function fetchFile(base: string, path: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await ask(`${base}${path}`);
  if (!response.ok) throw new Error(`${path} could not be read (HTTP ${response.status}).`);
  return new Uint8Array(await response.arrayBuffer());
}

/** SHA-256 of a recording; null where the page was not served safely (http from another machine), which has no digest. */
async function hashOf(pieces: readonly Uint8Array<ArrayBuffer>[]): Promise<string | null> {
  if (globalThis.crypto?.subtle === undefined) return null;
  const bytes = new Uint8Array(await new Blob([...pieces]).arrayBuffer());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (b) => b.toString(16).padStart(2, '0')).join('');
}

/** Says so when the hash of a recording is not the expected one; null when it is, or when there is nothing to compare. */
export async function altered(
  pieces: readonly Uint8Array<ArrayBuffer>[],
  expected: string,
): Promise<string | null> {
  const hash = expected === '' ? null : await hashOf(pieces);
  return hash === null || hash === expected ? null : ALTERED;
}

/** One reading of a recording, from its first piece to its last. */
class Reading {
  /** Hidden states travel beside the events; the server renders frames from them, the page never reads them. */
  private readonly reader = new RecordingReader((topic) => topic !== 'item.state');
  private readonly pieces: Uint8Array<ArrayBuffer>[] = [];
  private events = 0;

  constructor(
    private readonly base: string,
    private readonly signal: AbortSignal,
    private readonly emit: (step: FeedStep) => void,
  ) {}

  /** Reads from start to end, and while the run goes on again and again from where it stopped. */
  async read(): Promise<void> {
    for (let quietMs = 0; ; quietMs += POLL_MS) {
      const info = await fetchRunInfo(this.base, this.signal);
      if (await this.readOn(info)) quietMs = 0;
      if (this.reader.complete || this.reader.damage !== null || info.finished) return this.finish(info);
      if (quietMs >= QUIET_MS) this.tell(info, { warning: QUIET });
      await new Promise((done) => setTimeout(done, POLL_MS));
    }
  }

  /** Reads what is there now; true if there was anything new. */
  private async readOn(info: RunInfo): Promise<boolean> {
    const { reader } = this;
    const from = reader.bytes;
    while ((reader.bytes < info.eventsBytes || reader.bytes === 0) && reader.damage === null) {
      const piece = await fetchPiece(this.base, reader.bytes, this.signal);
      if (piece.length === 0) break;
      this.pieces.push(piece);
      const events = reader.push(piece).filter((message) => message.type !== 'item.state');
      this.events += events.length;
      this.tell(info, { events });
    }
    return reader.bytes > from;
  }

  /** Says what there is to say about the recording as a whole. A damaged one plays as far as it is whole. */
  private async finish(info: RunInfo): Promise<void> {
    this.reader.end();
    const { damage } = this.reader;
    if (damage !== null && this.events === 0) throw new RecordingError(damage);
    const warning =
      damage === null ? await altered(this.pieces, info.eventsSha256) : `${damage.what}. ${damage.cure}.`;
    this.tell(info, { live: false, complete: true, warning });
  }

  private tell(info: RunInfo, step: Partial<FeedStep>): void {
    const { bytes } = this.reader;
    const totalBytes = Math.max(info.eventsBytes, bytes);
    const usual = { events: [], live: !info.finished, complete: false, warning: null };
    this.emit({ ...usual, loadedBytes: bytes, totalBytes, ...step });
  }
}

/**
 * Reads the recording served under `base` piece by piece and, while the run is still being written, goes on asking
 * for what came since; ends when the run has ended. Errors are RecordingErrors or network errors.
 */
export function recordingFeed(base = ''): Observable<FeedStep> {
  return new Observable((subscriber) => {
    const abort = new AbortController();
    new Reading(base, abort.signal, (step) => subscriber.next(step)).read().then(
      () => subscriber.complete(),
      (error) => {
        if (!abort.signal.aborted) subscriber.error(error);
      },
    );
    return () => abort.abort();
  });
}
