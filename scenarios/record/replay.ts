import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import type { Message } from '../../sim/record/message.ts';
import { InputError } from '../errors.ts';
import { refuseOther } from '../read-file.ts';
import { type Damage, type FurtherRecording, RecordingReader } from './reader.ts';

const pieceBytes = 1024 * 1024;

/** The pieces of a file, one after the other, each in memory of its own. Throws InputError where there is no file that could be read. */
export function* piecesOf(path: string): Generator<Uint8Array> {
  const cure = 'Give the folder of a run';
  if (!existsSync(path)) throw new InputError({ what: 'no recording', where: path, cure });
  refuseOther(path, cure);
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const piece = new Uint8Array(pieceBytes);
      const length = readSync(file, piece);
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

/**
 * All messages of a recording in their order, and in the end what is wrong with it: null when it is whole. `further` = it is one
 * of a further perception, whose arrivals lie in the main recording; messages of topics that are not `wanted` are left undecoded.
 */
export function* messagesOf(
  path: string,
  further: FurtherRecording | null = null,
  wanted?: (topic: string) => boolean,
): Generator<Message, Damage | null> {
  const reader = new RecordingReader(wanted, further);
  for (const piece of piecesOf(path)) {
    yield* reader.push(piece);
    if (reader.damage !== null) return reader.damage;
  }
  reader.end();
  return reader.damage;
}

/** What is wrong with a recording; null when it is whole. Throws InputError where there is none. */
export function damageOf(path: string): Damage | null {
  const messages = messagesOf(path);
  for (;;) {
    const { done, value } = messages.next();
    if (done) return value;
  }
}
