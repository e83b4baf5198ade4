import { readFileSync } from 'node:fs';
import { McapStreamReader } from '@mcap/core';
import { InputError } from '../errors.ts';

/** One message of a recording as it was written. */
export interface StoredMessage {
  readonly topic: string;
  readonly timeUs: number;
  /** JSON text, byte for byte. */
  readonly text: string;
}

/** All messages of an events.mcap in their order. Throws InputError for a file that is damaged or no MCAP. */
export async function readMessages(path: string): Promise<StoredMessage[]> {
  const messages: StoredMessage[] = [];
  const topics = new Map<number, string>();
  const decoder = new TextDecoder();
  try {
    const reader = new McapStreamReader();
    reader.append(readFileSync(path));
    for (let record = reader.nextRecord(); record; record = reader.nextRecord()) {
      if (record.type === 'Channel') topics.set(record.id, record.topic);
      if (record.type !== 'Message') continue;
      const timeUs = Number(record.logTime / 1000n);
      messages.push({
        topic: topics.get(record.channelId) ?? '?',
        timeUs,
        text: decoder.decode(record.data),
      });
    }
  } catch (error) {
    throw new InputError({
      what: `the recording cannot be read: ${(error as Error).message}`,
      where: path,
      cure: 'It was cut off or altered: run the scenario again',
    });
  }
  return messages;
}
