import { McapIndexedReader } from '@mcap/core';
import type { WorldEvent } from '../../sim/record/event.ts';
import { type RecordVersion, recordVersion } from '../../sim/record/events.ts';
import { decodeMessage, type Message } from '../../sim/record/message.ts';

/** Gives bytes of a file: its size, and any part of it. */
export interface ReadableFile {
  size(): Promise<bigint>;
  read(offset: bigint, size: bigint): Promise<Uint8Array>;
}

/** Events by their numbers, and the instants between which they lie. */
export interface Part {
  readonly first: number;
  readonly count: number;
  readonly fromUs: number;
  readonly toUs: number;
}

type Asked = NonNullable<Parameters<McapIndexedReader['readMessages']>[0]>;

/**
 * A whole recording of a day behind its index: only the end of the file is read to open it, and only the chunks that hold
 * them to read events.
 */
export class IndexedRecording {
  private readonly text = new TextDecoder('utf-8', { fatal: true });
  private version: RecordVersion = recordVersion;

  private constructor(private readonly mcap: McapIndexedReader) {}

  /** Throws Error where the file has no index: it is cut off, still being written, or none of ours. */
  static async open(readable: ReadableFile): Promise<IndexedRecording> {
    const recording = new IndexedRecording(await McapIndexedReader.Initialize({ readable }));
    for await (const message of recording.messages({ topics: ['run.started'] }))
      if (message.type === 'run.started') recording.version = message.data.version;
    return recording;
  }

  /** Instant of the last message, us. */
  get endUs(): number {
    return Number((this.mcap.statistics?.messageEndTime ?? 0n) / 1000n);
  }

  /** How many events it has. */
  get length(): number {
    const counts = this.mcap.statistics?.channelMessageCounts ?? new Map<number, bigint>();
    const isEvent = (id: number): boolean => this.mcap.channelsById.get(id)?.topic !== 'item.state';
    return [...counts].reduce((sum, [id, count]) => (isEvent(id) ? sum + Number(count) : sum), 0);
  }

  /** The events of a part, in their order. Throws Error where one is missing or is not what this version reads. */
  async events({ first, count, fromUs, toUs }: Part): Promise<WorldEvent[]> {
    const topics = [...this.mcap.channelsById.values()].map(({ topic }) => topic);
    const events: WorldEvent[] = [];
    const asked = {
      topics: topics.filter((topic) => topic !== 'item.state'),
      startTime: BigInt(fromUs) * 1000n,
      endTime: BigInt(toUs) * 1000n,
    };
    for await (const event of this.messages(asked))
      if (event.type !== 'item.state' && event.seq >= first && event.seq < first + count) events.push(event);
    events.sort((a, b) => a.seq - b.seq);
    if (events.length === count) return events;
    throw new Error(`events ${first} to ${first + count - 1} are not where the recording's index says`);
  }

  private async *messages(asked: Asked): AsyncGenerator<Message> {
    for await (const { channelId, data } of this.mcap.readMessages(asked)) {
      const topic = this.mcap.channelsById.get(channelId)?.topic ?? '';
      yield decodeMessage(topic, this.text.decode(data), this.version);
    }
  }
}
