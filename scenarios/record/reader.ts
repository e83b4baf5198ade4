import { McapStreamReader } from '@mcap/core';
import { clockText } from '../../sim/record/clock-text.ts';
import { decodeMessage, type Message } from '../../sim/record/message.ts';

/** Why a recording cannot be read any further, in words: what is wrong, and what cures it. */
export interface Damage {
  readonly what: string;
  readonly cure: string;
}

const MAGIC = [0x89, 0x4d, 0x43, 0x41, 0x50];
const AGAIN = 'Make it again: looptwin run <scenario>';

/**
 * The one reader of events.mcap, for whole files and for those that still grow: turns its bytes, in pieces of any size, into
 * typed messages in their order. What is wrong is kept as `damage` and ends the reading; all messages before it have
 * been handed out and are whole. Knows neither files nor the network, so the page and the command line share it.
 */
export class RecordingReader {
  /** Bytes taken so far: the place in the file to go on from. */
  bytes = 0;
  damage: Damage | null = null;
  private readonly mcap = new McapStreamReader();
  private readonly text = new TextDecoder('utf-8', { fatal: true });
  private readonly topics = new Map<number, string>();
  private events = 0;
  private lastTopic = '';
  private lastUs = 0;
  private startHour = 0;

  /** Messages of topics that are not `wanted` are counted and not decoded. */
  constructor(private readonly wanted: (topic: string) => boolean = () => true) {}

  /** The file's end mark has been read: nothing follows. */
  get complete(): boolean {
    return this.mcap.done() && this.damage === null;
  }

  /** The messages that are complete with these bytes; none after damage. */
  push(bytes: Uint8Array): Message[] {
    const messages: Message[] = [];
    if (this.damage !== null) return messages;
    try {
      this.checkMagic(bytes);
      this.bytes += bytes.length;
      this.mcap.append(bytes);
      for (let record = this.mcap.nextRecord(); record; record = this.mcap.nextRecord()) {
        if (record.type === 'Channel') this.topics.set(record.id, record.topic);
        if (record.type !== 'Message') continue;
        const topic = this.topics.get(record.channelId) ?? '';
        const message = this.take(topic, record.data);
        this.lastUs = Number(record.logTime / 1000n);
        if (message !== null) messages.push(message);
      }
      if (this.mcap.done() && this.lastTopic !== 'run.ended') throw new Error('it ends without run.ended');
    } catch (error) {
      this.spoil('is damaged', (error as Error).message);
    }
    return messages;
  }

  /** No more bytes will come: what has no end mark by now is cut off. */
  end(): void {
    if (this.complete || this.damage !== null) return;
    if (this.bytes === 0) this.damage = { what: 'events.mcap is empty', cure: AGAIN };
    else this.spoil('is cut off', 'it has no end mark');
  }

  private checkMagic(bytes: Uint8Array): void {
    if (this.bytes > 0 || bytes.length < MAGIC.length) return;
    if (MAGIC.every((byte, i) => bytes[i] === byte)) return;
    throw new Error('it is not an MCAP file');
  }

  private take(topic: string, data: Uint8Array): Message | null {
    const isEvent = topic !== 'item.state';
    if (this.events === 0 && topic !== 'run.started')
      throw new Error('it does not begin with run.started, so another program wrote it');
    const message = this.wanted(topic) ? decodeMessage(topic, this.text.decode(data)) : null;
    if (message?.type === 'run.started') this.startHour = message.data.scene.startHour;
    if (message !== null && message.type !== 'item.state' && message.seq !== this.events)
      throw new Error(`event ${this.events} is missing: event ${message.seq} comes instead`);
    if (isEvent) {
      this.events += 1;
      this.lastTopic = topic;
    }
    return message;
  }

  private spoil(how: string, why: string): void {
    const last = `event ${this.events - 1} at ${clockText(this.startHour, this.lastUs)}`;
    const what =
      this.events === 0 ? `cannot be read: ${why}` : `${how} after ${last}, up to which it is whole: ${why}`;
    this.damage = { what: `events.mcap ${what}`, cure: AGAIN };
  }
}
