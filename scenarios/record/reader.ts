import { McapStreamReader } from '@mcap/core';
import { clockText } from '../../sim/record/clock-text.ts';
import type { EventOf, WorldEvent } from '../../sim/record/event.ts';
import { type RecordVersion, recordVersion } from '../../sim/record/events.ts';
import { decodeMessage, type Message } from '../../sim/record/message.ts';

/** Why a recording cannot be read any further, in words: what is wrong, and what cures it. */
export interface Damage {
  readonly what: string;
  readonly cure: string;
}

const MAGIC = [0x89, 0x4d, 0x43, 0x41, 0x50];
const AGAIN = 'Make it again: looptwin run <scenario>';
const UPDATE = 'A newer looptwin recorded it: update looptwin, then open it again';

const numberOf = (version: string): number => Number(/^looptwin\.record\/(\d+)$/.exec(version)?.[1] ?? 0);

/** Whether the JSON of a first message says that it was recorded by a later version than this one. */
function isNewer(json: string): boolean {
  const version = /"version":"([^"]*)"/.exec(json)?.[1] ?? '';
  return numberOf(version) > numberOf(recordVersion);
}

/**
 * The recording of a further perception of a run: it leaves out the arrivals, which are those of the run's main recording.
 */
export interface FurtherRecording {
  /** Name of its file, for what is said of it. */
  readonly file: string;
  /** Arrivals of the main recording, in their order. */
  readonly arrivals: readonly EventOf<'item.arrived'>[];
}

/**
 * The one reader of recordings, for whole files and for those that still grow: turns its bytes, in pieces of any size, into
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
  /** What cures a recording that cannot be read. */
  private cure = AGAIN;
  private lastTopic = '';
  private lastUs = 0;
  private startHour = 0;
  private version: RecordVersion = recordVersion;
  /** Arrivals of the main recording that have been put into this one. */
  private arrived = 0;

  /**
   * Messages of topics that are not `wanted` are counted and not decoded. Of a `further` recording, all events are handed out as
   * they were when it was played, arrivals included.
   */
  constructor(
    private readonly wanted: (topic: string) => boolean = () => true,
    private readonly further: FurtherRecording | null = null,
  ) {}

  /** The file's end mark has been read: nothing follows. */
  get complete(): boolean {
    return this.mcap.done() && this.damage === null;
  }

  /** The messages that are complete with these bytes; none after damage. */
  push(bytes: Uint8Array): Message[] {
    return [...this.each(bytes)];
  }

  /** The same one after another, for those who keep none of them. Bytes count as taken once all have been asked for. */
  *each(bytes: Uint8Array): Generator<Message> {
    if (this.damage !== null) return;
    try {
      this.checkMagic(bytes);
      this.bytes += bytes.length;
      this.mcap.append(bytes);
      for (let record = this.mcap.nextRecord(); record; record = this.mcap.nextRecord()) {
        if (record.type === 'Channel') this.topics.set(record.id, record.topic);
        if (record.type !== 'Message') continue;
        const topic = this.topics.get(record.channelId) ?? '';
        yield* this.take(topic, record.data);
        this.lastUs = Number(record.logTime / 1000n);
      }
      if (this.mcap.done() && this.lastTopic !== 'run.ended') throw new Error('it ends without run.ended');
    } catch (error) {
      this.spoil('is damaged', (error as Error).message);
    }
  }

  /** No more bytes will come: what has no end mark by now is cut off. */
  end(): void {
    if (this.complete || this.damage !== null) return;
    if (this.bytes === 0) this.damage = { what: `${this.file} is empty`, cure: AGAIN };
    else this.spoil('is cut off', 'it has no end mark');
  }

  private get file(): string {
    return this.further?.file ?? 'events.mcap';
  }

  private checkMagic(bytes: Uint8Array): void {
    if (this.bytes > 0 || bytes.length < MAGIC.length) return;
    if (MAGIC.every((byte, i) => bytes[i] === byte)) return;
    throw new Error('it is not an MCAP file');
  }

  private take(topic: string, data: Uint8Array): Message[] {
    const isEvent = topic !== 'item.state';
    if (this.events === 0 && topic !== 'run.started')
      throw new Error('it does not begin with run.started, so another program wrote it');
    const json = this.wanted(topic) ? this.text.decode(data) : null;
    if (this.events === 0 && json !== null && isNewer(json)) this.cure = UPDATE;
    const message = json === null ? null : decodeMessage(topic, json, this.version);
    if (message?.type === 'run.started') {
      this.startHour = message.data.scene.startHour;
      this.version = message.data.version;
    }
    const before = message === null || message.type === 'item.state' ? [] : this.leftOutBefore(message);
    if (isEvent) {
      this.events += 1;
      this.lastTopic = topic;
    }
    return message === null ? before : [...before, message];
  }

  /** The arrivals that a further recording leaves out before an event; throws where any other event is missing. */
  private leftOutBefore({ seq, timeUs }: WorldEvent): WorldEvent[] {
    const arrivals: WorldEvent[] = [];
    for (; this.events < seq; this.events++) {
      const next = this.further?.arrivals[this.arrived];
      if (next === undefined || next.timeUs > timeUs) break;
      this.arrived += 1;
      arrivals.push({ ...next, seq: this.events });
    }
    if (seq !== this.events) throw new Error(`event ${this.events} is missing: event ${seq} comes instead`);
    return arrivals;
  }

  private spoil(how: string, why: string): void {
    const last = `event ${this.events - 1} at ${clockText(this.startHour, this.lastUs)}`;
    const what =
      this.events === 0 ? `cannot be read: ${why}` : `${how} after ${last}, up to which it is whole: ${why}`;
    this.damage = { what: `${this.file} ${what}`, cure: this.cure };
  }
}
