import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Recording, type WrittenMessage, written } from '../../scenarios/record/recording.ts';
import { makeItem } from '../../sim/materials/item.ts';
import type { WorldEvent } from '../../sim/record/event.ts';
import { writeManifest } from './fixture.ts';
import { fixtureDay, fixtureMaterial } from './fixture-day.ts';

/** Items an hour: about 20,000 events, four times as many as in an hour of the quickstart. */
const ITEMS = 3400;
const HOUR_US = 3600e6;

/** Events of one hour, of which a long recording is made; its last is the end of the run. */
export const hourEvents: readonly WorldEvent[] = fixtureDay(ITEMS);

/** An event of the first hour as it comes again in a later one: later, with new items. */
function inHour(event: WorldEvent, hour: number, seq: number): WorldEvent {
  const { timeUs, subject, data } = event;
  const later = { ...event, seq, timeUs: timeUs + hour * HOUR_US };
  if (!('itemId' in data)) return later as WorldEvent;
  const itemId = data.itemId + hour * ITEMS;
  const startUs = 'startUs' in data ? { startUs: data.startUs + hour * HOUR_US } : {};
  const about = subject.startsWith('item:') ? `item:${itemId}` : subject;
  return { ...later, subject: about, data: { ...data, itemId, ...startUs } } as WorldEvent;
}

const middle = hourEvents.slice(1, -1);

/** All events of an hour of a long recording but its first and last. */
export function eventsOfHour(hour: number): WorldEvent[] {
  return middle.map((event, i) => inHour(event, hour, 1 + hour * middle.length + i));
}

/**
 * Writes a run folder whose recording repeats an hour until it has `bytes`, with hidden states in it as a run has them; gives the
 * number of hours.
 */
export async function writeLongRun(dir: string, bytes: number): Promise<number> {
  mkdirSync(dir, { recursive: true });
  const path = join(dir, 'events.mcap');
  const recording = await Recording.open(path);
  const state = makeItem({ seed: 7, itemId: 1, materialId: fixtureMaterial(1) });
  const [first, last] = [hourEvents[0]!, hourEvents.at(-1)!];
  await recording.add([written(first)]);
  let hour = 0;
  for (; hour === 0 || statSync(path).size < bytes; hour++) {
    const messages = eventsOfHour(hour).flatMap((event): WrittenMessage[] => {
      const { type, timeUs, subject } = event;
      if (type !== 'item.arrived') return [written(event)];
      return [written(event), written({ type: 'item.state', timeUs, subject, data: state })];
    });
    await recording.add(messages);
  }
  await recording.add([written({ ...last, seq: 1 + hour * middle.length, timeUs: hour * HOUR_US })]);
  await recording.close();
  writeManifest(dir);
  return hour;
}
