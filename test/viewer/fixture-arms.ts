import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Recording, written } from '../../scenarios/record/recording.ts';
import { type EventOf, eventOf, type WorldEvent } from '../../sim/record/event.ts';
import type { ItemState } from '../../sim/record/item-state.ts';
import { ofType } from '../sim/record/of-type.ts';
import { listFile, writeRunFolder } from './fixture.ts';
import { addBins, fixtureDay } from './fixture-day.ts';
import { fixtureScene } from './fixture-site.ts';

/** Items that the further perception lets pass although the main one picks them. */
const letsPass = (itemId: number): boolean => itemId % 3 === 0;

/** Another charge, so that the batteries of two days cannot be mistaken for each other. */
const drained = (event: EventOf<'robot.state'>): WorldEvent => {
  const { soc, chargeJ } = event.data;
  return { ...event, data: { ...event.data, soc: soc * 0.8, chargeJ: chargeJ * 0.8 } };
};

/** An event of the main day as it went on the further one; none where it did not happen there. */
function elsewhere(event: WorldEvent, name: string, beltEndUs: ReadonlyMap<number, number>): WorldEvent[] {
  if (event.type === 'run.started') return [{ ...event, data: { ...event.data, perception: name } }];
  if (event.type === 'robot.state') return [drained(event)];
  if (event.type === 'bin.changed') return [];
  if (event.type === 'item.decided') {
    if (!letsPass(event.data.itemId)) return [event];
    const seen = { ...event.data.seen, label: 'steel-can', confidence: 0.7 };
    const options = [...event.data.options, { action: 'pass', expectedEur: 0.02 }];
    return [{ ...event, data: { ...event.data, chosen: 'pass', seen, options } }];
  }
  if (event.type === 'item.picked' && letsPass(event.data.itemId)) return [];
  if (event.type === 'item.binned' && letsPass(event.data.itemId)) {
    const data = { ...event.data, bin: 'residue', by: 'belt-end', correct: false };
    return [{ ...event, timeUs: beltEndUs.get(event.data.itemId) ?? event.timeUs, data }];
  }
  return [event];
}

/** The books of a day each minute: what lies right brings a cent, what lies wrong costs two. */
function withBooks(events: readonly WorldEvent[]): WorldEvent[] {
  const binned = ofType(events, 'item.binned');
  const books = Array.from({ length: 61 }, (_, minute): WorldEvent => {
    const timeUs = minute * 60_000_000;
    const fallen = binned.filter((e) => e.timeUs <= timeUs);
    const right = fallen.filter(({ data }) => data.correct).length;
    const wrong = fallen.filter(({ data }) => !data.correct && data.bin !== 'residue').length;
    const [revenueEur, costEur] = [0.01 * right, 0.02 * wrong];
    const valueEur = revenueEur - costEur;
    const data = {
      revenueEur,
      costEur,
      valueEur,
      co2eKg: 0 - 0.05 * right,
      energyJ: 100 * minute,
      flows: [],
    };
    return eventOf({ seq: 0, timeUs, phase: 4 }, 'accounts.state', 'site', data);
  });
  const [first, ...rest] = events as [WorldEvent, ...WorldEvent[]];
  const last = rest.pop()!;
  const between = [...rest, ...books].sort((a, b) => a.timeUs - b.timeUs);
  return [first, ...between, last].map((event, seq) => ({ ...event, seq }));
}

/** The made-up day under its own perception and under a further one, with books. */
export function fixtureArms(
  itemCount: number,
  name = 'second sight',
): { readonly main: WorldEvent[]; readonly further: WorldEvent[] } {
  const day = fixtureDay(itemCount);
  const { belt, durationUs } = fixtureScene;
  const rideUs = (belt.lengthM / belt.speedMPerS) * 1e6;
  const beltEndUs = new Map(
    ofType(day, 'item.arrived').map((e) => [e.data.itemId, Math.round(e.timeUs + rideUs)]),
  );
  const other = day.flatMap((event) => elsewhere(event, name, beltEndUs));
  const [first, ...rest] = other as [WorldEvent, ...WorldEvent[]];
  const last = rest.pop()!;
  const ordered = addBins(rest.sort((a, b) => a.timeUs - b.timeUs)).filter((e) => e.timeUs <= durationUs);
  return { main: withBooks(day), further: withBooks([first, ...ordered, last]) };
}

const file = 'events-2.mcap';

/** Writes a run folder with the recordings of both perceptions, beside a way of sorting that has none. */
export async function writeArms(
  dir: string,
  { main, further }: ReturnType<typeof fixtureArms>,
  states?: ReadonlyMap<number, ItemState>,
): Promise<void> {
  await writeRunFolder(dir, main, states);
  const recording = await Recording.open(join(dir, file));
  await recording.add(further.filter(({ type }) => type !== 'item.arrived').map(written));
  await recording.close();
  const path = join(dir, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as object;
  const nameOf = (events: readonly WorldEvent[]) => ofType(events, 'run.started')[0]!.data.perception;
  const variants = [
    { perception: nameOf(main), main: true, recording: 'events.mcap' },
    { perception: nameOf(further), main: false, recording: file },
    { perception: 'no-robot', main: false, recording: null },
  ];
  writeFileSync(path, JSON.stringify({ ...manifest, variants }));
  listFile(dir, file);
}
