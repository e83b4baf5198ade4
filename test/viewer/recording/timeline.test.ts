import { describe, expect, it } from 'vitest';
import { heldBy } from '../../../viewer/recording/items.ts';
import { seekMoment } from '../../../viewer/recording/moments.ts';
import { purityOf } from '../../../viewer/recording/state.ts';
import type { Timeline } from '../../../viewer/recording/timeline.ts';
import { ofType } from '../../sim/record/of-type.ts';
import { fixtureDay, timelineOf } from '../fixture-day.ts';
import { fixtureScene } from '../fixture-site.ts';

const events = fixtureDay();

function whole(): Timeline {
  const timeline = timelineOf(events);
  timeline.append(events);
  return timeline;
}

/** A plain record of what is shown at an instant, for comparison. */
function shown(timeline: Timeline, timeUs: number): unknown {
  const state = timeline.stateAt(timeUs);
  const items = [...state.items.keys()].map((id) => [id, timeline.beltXM(state, id)]);
  const { robots, bins, assets, tally, belt, applied } = state;
  return structuredClone({
    items,
    robots: [...robots],
    bins: [...bins],
    assets: [...assets],
    tally,
    belt,
    applied,
  });
}

const instants = [0, 1_000_000, 60e6, 700e6, 1_199e6, 1_200e6, 1_250e6, 1_330e6, 2_480e6, 3_000e6, 3_600e6];

describe('a timeline', () => {
  it('shows the same instant whether reached by playing, jumping ahead or scrubbing back', () => {
    const played = whole();
    const forward = instants.map((t) => shown(played, t));
    const back = [...instants].reverse().map((t) => shown(played, t));
    expect(back.reverse()).toEqual(forward);
    expect(instants.map((t) => shown(whole(), t))).toEqual(forward);
  });

  it('is the same whether its events came in one piece or in many', () => {
    const pieces = timelineOf(events);
    for (let i = 0; i < events.length; i += 137) {
      pieces.append(events.slice(i, i + 137));
      pieces.stateAt(events[Math.max(0, i - 50)]!.timeUs);
    }
    expect(instants.map((t) => shown(pieces, t))).toEqual(instants.map((t) => shown(whole(), t)));
  });

  it('moves an item with the belt, by speed times time', () => {
    const timeline = whole();
    const arrived = ofType(events, 'item.arrived')[0]!;
    const state = timeline.stateAt(arrived.timeUs + 4_000_000);
    expect(timeline.beltXM(state, arrived.data.itemId)).toBeCloseTo(4 * fixtureScene.belt.speedMPerS, 9);
  });

  it('keeps the belt where it is while it stands', () => {
    const timeline = whole();
    const stopUs = events.find((e) => e.type === 'belt.state')!.timeUs;
    expect(timeline.stateAt(stopUs + 30e6).belt).toEqual(timeline.stateAt(stopUs + 90e6).belt);
    expect(timeline.stateAt(stopUs + 90e6).belt.running).toBe(false);
    expect(timeline.stateAt(stopUs + 130e6).belt.running).toBe(true);
  });

  it('takes an item off the belt while a hand holds it, and drops it where the events say', () => {
    const timeline = whole();
    const picked = ofType(events, 'item.picked').find((e) => e.data.ok)!;
    const { itemId } = picked.data;
    const during = (picked.data.startUs + picked.timeUs) / 2;
    const state = timeline.stateAt(during);
    expect(state.items.has(itemId)).toBe(true);
    expect(timeline.beltXM(state, itemId)).toBeNull();
    expect(heldBy(timeline.items.get(itemId)!, during)).toBe(picked.data.robot);
    expect(timeline.stateAt(picked.timeUs).items.has(itemId)).toBe(false);
    const pile = [...timeline.piles.get(picked.data.bin)!];
    expect(pile.map((piece) => piece.itemId)).toContain(itemId);
  });

  it('counts as the recording counts', () => {
    const timeline = whole();
    for (const timeUs of instants) {
      const past = events.filter((e) => e.timeUs <= timeUs);
      const { tally, bins } = timeline.stateAt(timeUs);
      expect(tally.arrived).toBe(past.filter((e) => e.type === 'item.arrived').length);
      const landed = ofType(past, 'item.binned');
      const wrong = landed.filter((e) => e.data.bin !== 'residue' && e.data.correct === false);
      expect(tally.wrong).toBe(wrong.length);
      for (const [id, { count }] of bins) expect(count).toBe(landed.filter((e) => e.data.bin === id).length);
      expect(purityOf(tally)).toBeLessThanOrEqual(1);
    }
  });

  it('finds the next and the last fault, brown-out, wrong sort and visit', () => {
    const { moments } = whole();
    const fault = seekMoment(moments, 'fault', 0, 1)!;
    expect(fault.timeUs).toBe(events.find((e) => e.type === 'asset.state' && e.data.up === false)!.timeUs);
    expect(seekMoment(moments, 'fault', fault.timeUs, 1)).toBeNull();
    expect(seekMoment(moments, 'fault', fault.timeUs + 1, -1)).toEqual(fault);
    expect(moments.filter((m) => m.kind === 'brown-out')).toHaveLength(1);
    expect(seekMoment(moments, 'wrong sort', 0, 1)!.itemId).not.toBeNull();
    expect(seekMoment(moments, 'visit', 0, 1)).not.toBeNull();
  });

  it('keeps the lowest charge of each half minute for the chart', () => {
    const { series } = whole();
    expect(Math.min(...series.get('south')!.soc)).toBeCloseTo(0.04, 9);
    const { timeS } = series.get('north')!;
    expect(timeS.every((t, i) => i === 0 || t - timeS[i - 1]! >= 30)).toBe(true);
  });
});
