import { readFileSync } from 'node:fs';
import { idOf } from '../../../sim/record/event.ts';
import type { Message } from '../../../sim/record/message.ts';
import type { Damage } from '../../record/reader.ts';
import { Recording, written } from '../../record/recording.ts';
import { messagesOf } from '../../record/replay.ts';

/** How much of the recording of a day is kept: readings of one thing no closer than so, events no later than so. */
export interface Thinning {
  /** Seconds between two readings that say nothing but numbers (charge, wear); 0 = all are kept. */
  readonly readingsS: number;
  /** Last instant kept, us; Infinity = all. */
  readonly untilUs: number;
}

/** A kept message must be told by its state: what is on or off, and not by its numbers. */
function stateIn(message: Message): string | null {
  if (message.type === 'robot.state') return message.data.state;
  if (message.type === 'asset.state') return String(message.data.up);
  return message.type === 'asset.reading' ? '' : null;
}

/** Says of each message whether it is kept; hidden states never are, since the page cannot render from them. */
function sieve({ readingsS, untilUs }: Thinning): (message: Message) => boolean {
  const last = new Map<string, { readonly state: string; readonly timeUs: number }>();
  return (message) => {
    const { type, timeUs, subject } = message;
    if (type === 'item.state') return false;
    if (type === 'run.ended') return true;
    if (timeUs > untilUs) return false;
    const state = stateIn(message);
    if (state === null) return true;
    const key = `${type} ${idOf(subject)}`;
    const before = last.get(key);
    const said = before?.state === state && timeUs - before.timeUs < readingsS * 1e6;
    if (!said) last.set(key, { state, timeUs });
    return !said;
  };
}

/** What a thinning leaves of a recording. */
export interface Thinned {
  readonly bytes: Uint8Array;
  /** Why the recording is kept only as far as it is whole, and then without an end; null where all of it is. */
  readonly damage: Damage | null;
}

/** Writes what a thinning leaves of a recording to `target`. */
export async function thinned(source: string, target: string, thinning: Thinning): Promise<Thinned> {
  const keep = sieve(thinning);
  const recording = await Recording.open(target);
  let seq = 0;
  const messages = messagesOf(source);
  for (;;) {
    const { done, value: message } = messages.next();
    if (done) {
      await recording.close();
      return { bytes: readFileSync(target), damage: message };
    }
    if (message.type === 'item.state' || !keep(message)) continue;
    const timeUs = Math.min(message.timeUs, thinning.untilUs);
    await recording.add([written({ ...message, timeUs, seq: seq++ } as Message)]);
  }
}

/** Instant of the last event of a recording, us. */
export function endUsOf(source: string): number {
  let endUs = 0;
  for (const { timeUs } of messagesOf(source)) endUs = timeUs;
  return endUs;
}
