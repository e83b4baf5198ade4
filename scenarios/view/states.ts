import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { kept } from '../../sim/kernel/core/kept.ts';
import { type EventData, type EventOf, idOf } from '../../sim/record/event.ts';
import type { ItemState } from '../../sim/record/item-state.ts';
import { RecordingReader } from '../record/reader.ts';
import { type DayLooks, FurtherLooks, type RecordedLook } from './further.ts';

const PIECE = 1024 * 1024;

const topics: ReadonlySet<string> = new Set(['run.started', 'item.arrived', 'item.state', 'item.decided']);

/** What a recording (so far) says of an item, for those who render its frames. */
export interface RecordedItem {
  readonly itemId: number;
  readonly state: ItemState;
  readonly looks: readonly RecordedLook[];
  /** How the run began: its seed, and its robots with their sensors. */
  readonly began: EventData<'run.started'>;
  /** The looks at all items on the days of the run's other perceptions. */
  readonly further: readonly DayLooks[];
}

/**
 * The hidden states that a recording carries, and the looks at the items, found by item number. Reads on from where it
 * stopped, so that a recording that still grows is read once.
 */
export class RecordedItems {
  private reader = new RecordingReader((topic) => topics.has(topic));
  private readonly states = new Map<number, ItemState>();
  private readonly looks = new Map<number, RecordedLook[]>();
  private readonly arrivals: EventOf<'item.arrived'>[] = [];
  private readonly further: FurtherLooks;
  private began: EventData<'run.started'> | null = null;
  private reading: Promise<void> = Promise.resolve();

  constructor(private readonly path: string) {
    this.further = new FurtherLooks(dirname(path));
  }

  /** What there is of an item, or null when the recording (so far) holds no state of it. */
  async find(itemId: number): Promise<RecordedItem | null> {
    this.reading = this.reading.then(() => this.readOn());
    await this.reading;
    const state = this.states.get(itemId);
    const { began } = this;
    if (state === undefined || began === null) return null;
    const further = this.reader.complete ? this.further.of(this.arrivals) : [];
    return { itemId, state, looks: this.looks.get(itemId) ?? [], began, further };
  }

  private async readOn(): Promise<void> {
    const file = await open(this.path, 'r');
    try {
      const { size } = await file.stat();
      if (size < this.reader.bytes) this.restart();
      while (this.reader.bytes < size && this.reader.damage === null) {
        const piece = new Uint8Array(Math.min(PIECE, size - this.reader.bytes));
        const { bytesRead } = await file.read(piece, 0, piece.length, this.reader.bytes);
        if (bytesRead === 0) break;
        this.take(piece.subarray(0, bytesRead));
      }
    } finally {
      await file.close();
    }
  }

  /** The folder was written anew by a later run. */
  private restart(): void {
    this.reader = new RecordingReader((topic) => topics.has(topic));
    this.states.clear();
    this.looks.clear();
    this.arrivals.length = 0;
  }

  private take(bytes: Uint8Array): void {
    for (const message of this.reader.push(bytes)) {
      if (message.type === 'item.state') this.states.set(Number(idOf(message.subject)), message.data);
      if (message.type === 'run.started') this.began = message.data;
      if (message.type === 'item.arrived') this.arrivals.push(message);
      if (message.type === 'item.decided') {
        const { itemId, by, seen } = message.data;
        kept(this.looks, itemId, () => []).push({ robot: idOf(by), seen });
      }
    }
  }
}
