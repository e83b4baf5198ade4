import { open } from 'node:fs/promises';
import { McapStreamReader } from '@mcap/core';
import type { ItemState } from '../../sim/materials/item.ts';

const PIECE = 1024 * 1024;
const TOPIC = 'item.state';
const START = 'run.started';

interface StateMessage {
  readonly subject: string;
  readonly data: ItemState;
}

/**
 * The hidden states that a recording carries (topic item.state), found by item number. Reads on from where it stopped,
 * so that a recording that still grows is read once; messages are kept as bytes and parsed when asked for.
 */
export class RecordedStates {
  private readonly path: string;
  private reader = new McapStreamReader();
  private readonly channels = new Map<number, string>();
  private readonly messages = new Map<number, Uint8Array>();
  private readonly text = new TextDecoder();
  private offset = 0;
  private startSeed = 0;
  private reading: Promise<void> = Promise.resolve();

  constructor(path: string) {
    this.path = path;
  }

  /** The seed that `run.started` names, 0 until it has been read. */
  get seed(): number {
    return this.startSeed;
  }

  /** The state of an item, or null when the recording (so far) holds none. */
  async find(itemId: number): Promise<ItemState | null> {
    if (!this.messages.has(itemId)) {
      this.reading = this.reading.then(() => this.readOn());
      await this.reading;
    }
    const message = this.messages.get(itemId);
    return message === undefined ? null : (JSON.parse(this.text.decode(message)) as StateMessage).data;
  }

  private async readOn(): Promise<void> {
    const file = await open(this.path, 'r');
    try {
      const { size } = await file.stat();
      if (size < this.offset) this.restart();
      while (this.offset < size) {
        const piece = new Uint8Array(Math.min(PIECE, size - this.offset));
        const { bytesRead } = await file.read(piece, 0, piece.length, this.offset);
        if (bytesRead === 0) break;
        this.offset += bytesRead;
        this.take(piece.subarray(0, bytesRead));
      }
    } finally {
      await file.close();
    }
  }

  private seedOf(message: Uint8Array): number {
    const { data } = JSON.parse(this.text.decode(message)) as { data?: { seed?: unknown } };
    return typeof data?.seed === 'number' ? data.seed : 0;
  }

  /** The folder was written anew by a later run. */
  private restart(): void {
    this.reader = new McapStreamReader();
    this.channels.clear();
    this.messages.clear();
    this.offset = 0;
  }

  private take(bytes: Uint8Array): void {
    this.reader.append(bytes);
    for (let record = this.reader.nextRecord(); record; record = this.reader.nextRecord()) {
      if (record.type === 'Channel') this.channels.set(record.id, record.topic);
      if (record.type !== 'Message') continue;
      const topic = this.channels.get(record.channelId);
      if (topic === START) this.startSeed = this.seedOf(record.data);
      if (topic !== TOPIC) continue;
      const subject = /"subject":"item:(\d+)"/.exec(this.text.decode(record.data.subarray(0, 200)));
      if (subject !== null) this.messages.set(Number(subject[1]), record.data.slice());
    }
  }
}
