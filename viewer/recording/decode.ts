import { McapStreamReader } from '@mcap/core';
import type { WorldEvent } from '../../sim/record/event.ts';
import type { JsonObject } from '../../sim/record/json.ts';
import { isRecord } from './fields.ts';

/** A recording that cannot be played, in words for the page: what is wrong and what cures it. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';
  readonly cure: string;
  constructor(what: string, cure: string) {
    super(what);
    this.cure = cure;
  }
}

const MAGIC = [0x89, 0x4d, 0x43, 0x41, 0x50];
/** Hidden states travel beside the events; the server renders frames from them, the viewer never reads them. */
const ITEM_STATES = 'item.state';
const RERECORD = 'Record it again: looptwin run <scenario>.';

function eventOf(value: JsonObject): WorldEvent | null {
  const { seq, timeUs, phase, type, subject, data } = value;
  if (typeof timeUs !== 'number' || typeof type !== 'string' || typeof subject !== 'string') return null;
  return {
    seq: typeof seq === 'number' ? seq : 0,
    timeUs,
    phase: typeof phase === 'number' ? phase : 0,
    type,
    subject,
    data: isRecord(data) ? data : {},
  };
}

/**
 * Turns the bytes of `events.mcap`, in pieces of any size, into events in their order. Throws RecordingError when
 * the bytes are no recording of looptwin, or are damaged (every chunk carries a checksum).
 */
export class RecordingDecoder {
  private readonly reader = new McapStreamReader();
  private readonly text = new TextDecoder();
  private readonly topics = new Map<number, string>();
  private received = 0;
  private started = false;

  /** Bytes taken so far: the place in the file to go on from. */
  get bytes(): number {
    return this.received;
  }

  /** The file's end mark has been read: nothing follows. */
  get complete(): boolean {
    return this.reader.done();
  }

  push(bytes: Uint8Array): WorldEvent[] {
    this.checkMagic(bytes);
    this.received += bytes.length;
    const events: WorldEvent[] = [];
    try {
      this.reader.append(bytes);
      for (let record = this.reader.nextRecord(); record; record = this.reader.nextRecord()) {
        if (record.type === 'Channel') this.topics.set(record.id, record.topic);
        if (record.type === 'Message') this.take(record.channelId, record.data, events);
      }
    } catch (error) {
      if (error instanceof RecordingError) throw error;
      throw new RecordingError(
        `events.mcap is damaged after ${this.received.toLocaleString('en')} bytes: ${(error as Error).message}.`,
        RERECORD,
      );
    }
    return events;
  }

  private checkMagic(bytes: Uint8Array): void {
    if (this.received > 0 || bytes.length < MAGIC.length) return;
    if (MAGIC.every((byte, i) => bytes[i] === byte)) return;
    throw new RecordingError('events.mcap is not an MCAP file.', 'Choose a folder that looptwin run wrote.');
  }

  private take(channelId: number, data: Uint8Array, events: WorldEvent[]): void {
    const topic = this.topics.get(channelId) ?? '';
    if (!topic.includes('.') || topic === ITEM_STATES) return;
    const value = JSON.parse(this.text.decode(data)) as unknown;
    const event = isRecord(value as JsonObject) ? eventOf(value as JsonObject) : null;
    if (event === null)
      throw new RecordingError(`A message on ${topic} is not an event of looptwin.`, RERECORD);
    if (!this.started && event.type !== 'run.started')
      throw new RecordingError(
        'events.mcap does not begin with run.started: it comes from another program or another version.',
        RERECORD,
      );
    this.started = true;
    events.push(event);
  }
}
