import { Observable } from 'rxjs';
import type { WorldEvent } from '../../sim/record/event.ts';
import type { JsonObject } from '../../sim/record/json.ts';
import { RecordingDecoder, RecordingError } from './decode.ts';
import { isRecord, recordsOf, textOf } from './fields.ts';

/** What the run folder says of itself (GET api/run). */
export interface RunInfo {
  readonly name: string;
  readonly manifest: JsonObject | null;
  readonly summary: JsonObject | null;
  readonly eventsBytes: number;
}

/** One step of reading a recording. */
export interface FeedStep {
  readonly events: readonly WorldEvent[];
  readonly loadedBytes: number;
  readonly totalBytes: number;
  /** The run is still being written: more will come. */
  readonly live: boolean;
  readonly complete: boolean;
  /** Something to say about a recording that plays all the same: cut off, altered. */
  readonly warning: string | null;
}

/** Bytes asked for at once. */
const PIECE = 4 * 1024 * 1024;
/** Pause between two looks at a file that still grows. */
const POLL_MS = 1000;
/** A run that writes nothing for so long may have been stopped. */
const QUIET_MS = 30_000;
const EVENTS = 'run/events.mcap';
const SCHEMA = 'looptwin.manifest/1';

const CUT =
  'This recording is cut off: events.mcap has no end mark. What was written before that plays; run it again for the rest.';
const ALTERED =
  'This recording was altered after the run: the hash of events.mcap is not the one in manifest.json. Do not trust what it shows.';
const QUIET = 'Nothing has been written for half a minute: has the run been stopped? What there is plays.';

export async function fetchRunInfo(base: string, signal?: AbortSignal): Promise<RunInfo> {
  const response = await fetch(`${base}api/run`, signal ? { signal } : {});
  const info = (await response.json()) as JsonObject;
  return {
    name: textOf(info, 'name', 'run'),
    manifest: isRecord(info.manifest) ? info.manifest : null,
    summary: isRecord(info.summary) ? info.summary : null,
    eventsBytes: typeof info.eventsBytes === 'number' ? info.eventsBytes : 0,
  };
}

async function fetchPiece(base: string, from: number, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const headers = { Range: `bytes=${from}-${from + PIECE - 1}` };
  const response = await fetch(`${base}${EVENTS}`, { headers, signal });
  if (response.status === 416) return new Uint8Array();
  if (response.status === 404)
    throw new RecordingError(
      'The run folder holds no events.mcap yet.',
      'Run it first: looptwin run <scenario>.',
    );
  if (!response.ok)
    throw new RecordingError(`events.mcap could not be read (HTTP ${response.status}).`, 'Reload the page.');
  return new Uint8Array(await response.arrayBuffer());
}

/** SHA-256 of the finished file that the manifest names, or null when it names none. */
function expectedHash(manifest: JsonObject | null): string | null {
  const row = recordsOf(manifest ?? {}, 'outputs').find((o) => textOf(o, 'path').endsWith('events.mcap'));
  return row === undefined ? null : textOf(row, 'sha256') || null;
}

async function hashOf(pieces: readonly Uint8Array<ArrayBuffer>[]): Promise<string> {
  const bytes = new Uint8Array(await new Blob([...pieces]).arrayBuffer());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (b) => b.toString(16).padStart(2, '0')).join('');
}

/** What there is to say about a recording that has been read to its end; null = it is in order. */
async function verdict(
  info: RunInfo,
  pieces: readonly Uint8Array<ArrayBuffer>[],
  complete: boolean,
): Promise<string | null> {
  if (!complete) return CUT;
  const schema = textOf(info.manifest ?? {}, 'schema', SCHEMA);
  if (schema !== SCHEMA)
    return `This run was written by another version of looptwin (${schema}, this viewer reads ${SCHEMA}). Some of it may be missing here.`;
  const expected = expectedHash(info.manifest);
  return expected === null || expected === (await hashOf(pieces)) ? null : ALTERED;
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Reads the file from start to end, and while the run goes on again and again from where it stopped. */
async function read(base: string, signal: AbortSignal, emit: (step: FeedStep) => void): Promise<void> {
  const decoder = new RecordingDecoder();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let quietMs = 0; ; quietMs += POLL_MS) {
    const info = await fetchRunInfo(base, signal);
    const running = info.manifest === null || info.manifest.finished === false;
    const step = (events: readonly WorldEvent[]): FeedStep => {
      const totalBytes = Math.max(info.eventsBytes, decoder.bytes);
      return {
        events,
        loadedBytes: decoder.bytes,
        totalBytes,
        live: running,
        complete: false,
        warning: null,
      };
    };
    while (decoder.bytes < info.eventsBytes || decoder.bytes === 0) {
      const piece = await fetchPiece(base, decoder.bytes, signal);
      if (piece.length === 0) break;
      quietMs = 0;
      pieces.push(piece);
      emit(step(decoder.push(piece)));
    }
    if (decoder.complete || !running) {
      emit({
        ...step([]),
        live: false,
        complete: true,
        warning: await verdict(info, pieces, decoder.complete),
      });
      return;
    }
    if (quietMs >= QUIET_MS) emit({ ...step([]), warning: QUIET });
    await pause(POLL_MS);
  }
}

/**
 * Reads the recording served under `base` piece by piece and, while the run is still being written, goes on asking
 * for what came since; ends when the run has ended. Errors are RecordingErrors or network errors.
 */
export function recordingFeed(base = ''): Observable<FeedStep> {
  return new Observable((subscriber) => {
    const abort = new AbortController();
    read(base, abort.signal, (step) => subscriber.next(step)).then(
      () => subscriber.complete(),
      (error) => {
        if (!abort.signal.aborted) subscriber.error(error);
      },
    );
    return () => abort.abort();
  });
}
