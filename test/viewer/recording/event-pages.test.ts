import { describe, expect, it } from 'vitest';
import type { WorldEvent } from '../../../sim/record/event.ts';
import type { EventSource } from '../../../viewer/recording/event-pages.ts';
import { Timeline } from '../../../viewer/recording/timeline.ts';
import { ofType } from '../../sim/record/of-type.ts';
import { fixtureDay } from '../fixture-day.ts';

const events = fixtureDay(2000);
const started = ofType(events, 'run.started')[0]!;

/** What an instant shows, as plain data. */
function shown(timeline: Timeline, timeUs: number): unknown {
  const { items, robots, bins, assets, tally, belt, accounts, applied } = timeline.stateAt(timeUs);
  return structuredClone({ items, robots, bins, assets, tally, belt, accounts, applied });
}

/** Waits until pages that are on their way have come. */
const arrival = () => new Promise((resolve) => setTimeout(resolve, 0));

function paged(again: EventSource): Timeline {
  const timeline = new Timeline(started, 3);
  timeline.events.letGo(again);
  timeline.append(events);
  return timeline;
}

describe('the pages of a long recording', () => {
  const whole = new Timeline(started);
  whole.append(events);
  const asked: number[] = [];
  const again: EventSource = async ({ first, count, fromUs, toUs }) => {
    asked.push(first);
    const part = events.slice(first, first + count);
    expect([part[0]!.timeUs, part.at(-1)!.timeUs]).toEqual([fromUs, toUs]);
    return part;
  };

  const inMemory = (timeline: Timeline): number =>
    Array.from({ length: Math.ceil(events.length / 1000) }, (_, i) => i).filter((i) => {
      const [first] = [events[i * 1000]!];
      return timeline.events.has(first.timeUs + 1);
    }).length;

  it('stays three in memory, and shows every instant as if all were', async () => {
    const timeline = paged(again);
    expect(events.length).toBeGreaterThan(9000);
    expect(inMemory(timeline)).toBeLessThanOrEqual(4);
    for (let i = 0; i < 40; i++) {
      const timeUs = ((i * 0.618034) % 1) * 3600e6;
      timeline.stateAt(timeUs);
      await arrival();
      expect(timeline.events.has(timeUs)).toBe(true);
      expect(shown(timeline, timeUs)).toEqual(shown(whole, timeUs));
      expect(inMemory(timeline)).toBeLessThanOrEqual(4);
    }
    expect(asked.length).toBeGreaterThan(10);
  });

  it('keeps only the newest pages of one that will be long, and those that were looked at', async () => {
    const timeline = new Timeline(started);
    timeline.events.letGo(again, 100_000);
    timeline.append(events.slice(0, 2500));
    timeline.stateAt(events[500]!.timeUs);
    timeline.append(events.slice(2500));
    expect(Math.ceil(events.length / 1000)).toBeGreaterThan(10);
    expect(inMemory(timeline)).toBe(4);
    for (const [index, here] of [
      [500, true],
      [2500, false],
      [events.length - 3500, false],
      [events.length - 1000, true],
      [events.length - 1, true],
    ] as const)
      expect(timeline.events.here(index) !== undefined).toBe(here);
  });

  it('keeps the state before a page while it is on its way, and asks for it once', async () => {
    let give: (events: readonly WorldEvent[]) => void = () => {};
    let asks = 0;
    const timeline = paged(({ first, count }) => {
      asks += first === 1000 ? 1 : 0;
      return new Promise((resolve) => {
        if (first === 1000) give = () => resolve(events.slice(first, first + count));
      });
    });
    const timeUs = events[1500]!.timeUs;
    expect(timeline.stateAt(timeUs).applied).toBe(1000);
    expect(timeline.stateAt(timeUs).applied).toBe(1000);
    expect(timeline.events.has(timeUs)).toBe(false);
    expect(asks).toBe(1);
    give([]);
    await arrival();
    expect(shown(timeline, timeUs)).toEqual(shown(whole, timeUs));
  });

  it('lets the details of decisions go with their page, and brings them back', async () => {
    const timeline = paged(again);
    const early = ofType(events, 'item.decided').find(({ seq }) => seq > 2000)!;
    const { itemId } = early.data;
    const optionsOf = (day: Timeline) => day.items.get(itemId)!.decisions.map(({ options }) => options);
    expect(optionsOf(timeline).flat()).toEqual([]);
    timeline.events.want(early.timeUs);
    await arrival();
    expect(optionsOf(timeline)).toEqual(optionsOf(whole));
    expect(timeline.items.get(itemId)).toEqual(whole.items.get(itemId));
  });

  it('steps from event to event without having them', () => {
    const timeline = paged(() => new Promise(() => {}));
    for (const i of [0, 999, 1000, 5555]) expect(timeline.events.timeUs(i)).toBe(events[i]!.timeUs);
    expect(timeline.events.timeUs(events.length)).toBeUndefined();
    expect(timeline.events.at(5)).toBeUndefined();
    expect(timeline.events.at(events.length - 1)).toEqual(events.at(-1));
  });
});
