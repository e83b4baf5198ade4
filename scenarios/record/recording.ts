import { closeSync, openSync, writeSync } from 'node:fs';
import { McapWriter } from '@mcap/core';
import type { JsonObject } from '../../sim/record/json.ts';
import { type Message, topicSchema } from '../../sim/record/message.ts';
import { explainDisk } from '../store/atomic.ts';

/** A message as it goes to the file: what was hashed is what is recorded, so its JSON is written once. */
export interface WrittenMessage {
  readonly type: string;
  readonly timeUs: number;
  /** JSON of the whole message. */
  readonly text: string;
}

/** A message with its JSON. */
export function written(message: Message): WrittenMessage {
  return { type: message.type, timeUs: message.timeUs, text: JSON.stringify(message) };
}

const encoder = new TextEncoder();
const chunkBytes = 256 * 1024;

/**
 * An MCAP file of JSON messages, one topic per type with its JSON Schema, so that Foxglove and Lichtblick can plot them;
 * uncompressed, with equal bytes for equal messages.
 * Grows while it is written; `close` adds the index. Throws InputError when the disk refuses.
 */
export class Recording {
  private readonly file: number;
  private readonly writer: McapWriter;
  private readonly channels = new Map<string, number>();
  private position = 0n;
  private sequence = 0;

  private constructor(
    readonly path: string,
    private readonly schemaOf: (topic: string) => JsonObject,
  ) {
    try {
      this.file = openSync(path, 'w');
    } catch (error) {
      explainDisk(error, path);
    }
    const write = async (bytes: Uint8Array): Promise<void> => {
      try {
        for (let done = 0; done < bytes.length; ) done += writeSync(this.file, bytes, done);
      } catch (error) {
        explainDisk(error, path);
      }
      this.position += BigInt(bytes.length);
    };
    this.writer = new McapWriter({
      writable: { write, position: () => this.position },
      chunkSize: chunkBytes,
    });
  }

  /** Begins the file; `schemaOf` gives the JSON Schema of a topic, by default of those of a day. */
  static async open(path: string, schemaOf: (topic: string) => JsonObject = topicSchema): Promise<Recording> {
    const recording = new Recording(path, schemaOf);
    await recording.writer.start({ profile: '', library: 'looptwin' });
    return recording;
  }

  /** Appends messages in their order; all of one call have been handed to the disk when it resolves, up to the open chunk. */
  async add(messages: readonly WrittenMessage[]): Promise<void> {
    for (const message of messages) {
      const time = BigInt(message.timeUs) * 1000n;
      await this.writer.addMessage({
        channelId: this.channels.get(message.type) ?? (await this.channel(message.type)),
        sequence: this.sequence++,
        logTime: time,
        publishTime: time,
        data: encoder.encode(message.text),
      });
    }
  }

  async close(): Promise<void> {
    await this.writer.end();
    closeSync(this.file);
  }

  private async channel(topic: string): Promise<number> {
    const schemaId = await this.writer.registerSchema({
      name: `looptwin.${topic}`,
      encoding: 'jsonschema',
      data: encoder.encode(JSON.stringify(this.schemaOf(topic))),
    });
    const id = await this.writer.registerChannel({
      schemaId,
      topic,
      messageEncoding: 'json',
      metadata: new Map(),
    });
    this.channels.set(topic, id);
    return id;
  }
}
