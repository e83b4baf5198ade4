import { open } from 'node:fs/promises';
import { idOf } from '../../sim/record/event.ts';
import type { ItemState } from '../../sim/record/item-state.ts';
import { RecordingReader } from '../record/reader.ts';

const PIECE = 1024 * 1024;

const wanted = (topic: string): boolean => topic === 'run.started' || topic === 'item.state';

/**
 * The hidden states that a recording carries, found by item number. Reads on from where it stopped, so that a recording that
 * still grows is read once.
 */
export class RecordedStates {
  private reader = new RecordingReader(wanted);
  private readonly states = new Map<number, ItemState>();
  private startSeed = 0;
  private reading: Promise<void> = Promise.resolve();

  constructor(private readonly path: string) {}

  /** The seed that `run.started` names, 0 until it has been read. */
  get seed(): number {
    return this.startSeed;
  }

  /** The state of an item, or null when the recording (so far) holds none. */
  async find(itemId: number): Promise<ItemState | null> {
    if (!this.states.has(itemId)) {
      this.reading = this.reading.then(() => this.readOn());
      await this.reading;
    }
    return this.states.get(itemId) ?? null;
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
    this.reader = new RecordingReader(wanted);
    this.states.clear();
  }

  private take(bytes: Uint8Array): void {
    for (const message of this.reader.push(bytes)) {
      if (message.type === 'item.state') this.states.set(Number(idOf(message.subject)), message.data);
      if (message.type === 'run.started') this.startSeed = message.data.seed;
    }
  }
}
