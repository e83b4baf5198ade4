import { describe, expect, it } from 'vitest';
import type { WorldEvent } from '../../../sim/record/event.ts';
import { eventsIn, Lines } from '../../../viewer/reading/lines.ts';
import { ofType } from '../../sim/record/of-type.ts';
import { fixtureDay } from '../fixture-day.ts';

const events = fixtureDay(700);

/** Lines of events, as they are handed over: what is left of them in the thread that wrote them is empty. */
function sent(lines: Lines, some: readonly WorldEvent[]): Uint8Array<ArrayBuffer> {
  for (const event of some) lines.add(event);
  const taken = lines.take();
  return structuredClone(taken, { transfer: [taken.buffer] });
}

describe('lines between threads', () => {
  it.each([
    ['a day of more than a block', events],
    ['one event', events.slice(0, 1)],
    ['names in every script, with line ends and hostile marks', fixtureDay(20, true)],
    ['no event', []],
  ])('give back %s', (_, some) => expect([...eventsIn(sent(new Lines(), some))]).toEqual(some));

  it('hold events that are longer than a block and than the memory', () => {
    const arrived = ofType(events, 'item.arrived')[0]!;
    const long = { ...arrived, subject: 'item:\n\u00e9\u{1f916}'.repeat(200_000) };
    const some = [arrived, long, arrived, long];
    expect([...eventsIn(sent(new Lines(), some))]).toEqual(some);
  });

  it('make an event when its turn comes', () => {
    const all = eventsIn(sent(new Lines(), events));
    for (const event of events.slice(0, 3)) expect(all.next().value).toEqual(event);
  });

  it('are written into memory that was given back', () => {
    const lines = new Lines();
    const [first] = [sent(lines, events.slice(0, 50))];
    const { buffer } = first;
    expect([...eventsIn(first)]).toEqual(events.slice(0, 50));
    lines.giveBack(buffer);
    sent(lines, []);
    for (const event of events.slice(50, 90)) lines.add(event);
    const again = lines.take();
    expect(again.buffer).toBe(buffer);
    expect([...eventsIn(again)]).toEqual(events.slice(50, 90));
  });
});
