import { RecordingReader } from '../../scenarios/record/reader.ts';
import { pureHasher } from '../../sim/record/canonical.ts';
import type { WorldEvent } from '../../sim/record/event.ts';
import { alteredWords, type RunInfo } from '../../sim/record/run-info.ts';
import { ask } from '../ask.ts';
import { english } from '../language.ts';
import { fetchRunInfo } from './info.ts';
import { piecesOf } from './pieces.ts';
import { RecordingError } from './words.ts';

/** How far a recording has been read after one more step. */
export interface Step {
  readonly loadedBytes: number;
  readonly totalBytes: number;
  /** The run is still being written: more will come. */
  readonly live: boolean;
  readonly complete: boolean;
  /** Something to say about a recording that plays all the same: cut off, damaged, altered. */
  readonly warning: string | null;
}

/** A step with the events that it has read. */
export interface FeedStep extends Step {
  readonly events: Iterable<WorldEvent>;
}

/** Bytes taken in one step (decoded and shown between two pictures), and asked for first, so that the first picture comes soon. */
const PIECE = 1024 * 1024;
/** Pause between two looks at a file that still grows. */
const POLL_MS = 1000;
/** A run that writes nothing for so long may have been stopped. */
const QUIET_MS = 30_000;
const FILE = 'events.mcap';
/** Path of the recording of a day under the address of a run. */
export const EVENTS = `run/${FILE}`;

/**
 * Asks for the recording from a byte on: for its first piece, then for all the rest in one answer, which is read as it comes. Of each
 * answer, developer tools that listen keep the first 20 MB while it lasts. Null where there is no more yet.
 */
async function askFrom(
  base: string,
  from: number,
  { eventsBytes }: RunInfo,
  signal: AbortSignal,
): Promise<Response | null> {
  const end = from === 0 ? PIECE : eventsBytes;
  const headers = { Range: `bytes=${from}-${end - 1}` };
  const response = await ask(`${base}${EVENTS}`, { headers, signal });
  if (response.status === 416) return null;
  if (response.status === 404)
    throw new RecordingError({
      what: english('heard.none', { file: 'events.mcap' }),
      cure: english('heard.none.cure'),
    });
  if (!response.ok)
    throw new RecordingError({
      what: english('heard.unread', { file: 'events.mcap', status: response.status }),
      cure: english('heard.unread.cure'),
    });
  return response;
}

/**
 * One reading of a recording, from its first piece to its last: `put` gets each event, then `emit` the step that has read it. `emit` is
 * waited for, so that nothing piles up where the steps are taken more slowly than they are made.
 */
export class Reading {
  /** Hidden states travel beside the events; the server renders frames from them, the page never reads them. */
  private readonly reader = new RecordingReader((topic) => topic !== 'item.state');
  private readonly hash = pureHasher();
  private events = 0;

  constructor(
    private readonly base: string,
    private readonly signal: AbortSignal,
    private readonly put: (event: WorldEvent) => void,
    private readonly emit: (step: Step) => void | Promise<void>,
  ) {}

  /** Reads from start to end, and while the run goes on again and again from where it stopped. */
  async read(): Promise<void> {
    for (let quietMs = 0; ; quietMs += POLL_MS) {
      const info = await fetchRunInfo(this.base, this.signal);
      if (await this.readOn(info)) quietMs = 0;
      if (this.reader.complete || this.reader.damage !== null || info.finished) return this.finish(info);
      if (quietMs >= QUIET_MS) await this.tell(info, { warning: `${english('heard.quiet')}.` });
      await new Promise((done) => setTimeout(done, POLL_MS));
    }
  }

  /** Reads what is there now; true if there was anything new. */
  private async readOn(info: RunInfo): Promise<boolean> {
    const { reader } = this;
    const from = reader.bytes;
    while ((reader.bytes < info.eventsBytes || reader.bytes === 0) && reader.damage === null) {
      const answer = await askFrom(this.base, reader.bytes, info, this.signal);
      const before = reader.bytes;
      if (answer !== null) await this.take(answer, info);
      if (reader.bytes === before) break;
    }
    return reader.bytes > from;
  }

  private async take(answer: Response, info: RunInfo): Promise<void> {
    for await (const piece of piecesOf(answer, PIECE)) {
      this.hash.update(piece);
      for (const message of this.reader.each(piece)) {
        if (message.type === 'item.state') continue;
        this.events += 1;
        this.put(message);
      }
      await this.tell(info);
      if (this.reader.damage !== null) return;
    }
  }

  /** Says what there is to say about the recording as a whole. A damaged one plays as far as it is whole. */
  private async finish(info: RunInfo): Promise<void> {
    this.reader.end();
    const { damage } = this.reader;
    if (damage !== null && this.events === 0) throw new RecordingError(damage);
    const found =
      damage === null ? alteredWords(FILE, this.hash.hex(), info) : `${damage.what}. ${damage.cure}.`;
    // A page to give away carries a thinned copy: what was wrong with the recording itself was found when it was made.
    const warning = info.warning === '' ? found : info.warning;
    await this.tell(info, { live: false, complete: true, warning });
  }

  private async tell(info: RunInfo, step: Partial<Step> = {}): Promise<void> {
    const { bytes } = this.reader;
    const totalBytes = Math.max(info.eventsBytes, bytes);
    const usual = { live: !info.finished, complete: false, warning: null };
    await this.emit({ ...usual, loadedBytes: bytes, totalBytes, ...step });
  }
}
