import { describe, expect, it } from 'vitest';
import { layoutSankey } from '../../../viewer/panels/plant/sankey-layout.ts';
import { confusionUntil, isMixedUp } from '../../../viewer/recording/confusion.ts';
import { FEED, massFlows, moneyFlows, TILL } from '../../../viewer/recording/flows.ts';
import { ofType } from '../../sim/record/of-type.ts';
import { fixtureDay, timelineOf } from '../fixture-day.ts';

const events = fixtureDay(300);
const timeline = timelineOf(events);
timeline.append(events);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
const arrivedKg = (timeUs: number): number =>
  sum(ofType(events, 'item.arrived').map((e) => (e.timeUs <= timeUs ? e.data.massKg : 0)));

describe.each([500e6, 1900e6, 3600e6])('what the panels add up at %d us', (timeUs) => {
  it('all mass that arrived goes somewhere, and nothing else does', () => {
    const flows = massFlows(timeline.items, timeUs);
    expect(sum(flows.filter((f) => f.from === FEED).map((f) => f.amount))).toBeCloseTo(arrivedKg(timeUs), 9);
    for (const by of new Set(flows.map((f) => f.to).filter((to) => to.startsWith('by:')))) {
      const into = sum(flows.filter((f) => f.to === by).map((f) => f.amount));
      expect(sum(flows.filter((f) => f.from === by).map((f) => f.amount))).toBeCloseTo(into, 9);
    }
  });

  it('mix-ups are all items that somebody had looked at, each cell those that the scene picks out', () => {
    const { names, counts } = confusionUntil(timeline.items, timeUs);
    const looked = new Set(
      ofType(events, 'item.decided')
        .filter((e) => e.timeUs <= timeUs)
        .map((e) => e.data.itemId),
    );
    expect(sum([...counts.values()].flatMap((row) => [...row.values()]))).toBe(looked.size);
    expect(names).toEqual([...names].sort());
    for (const [truth, row] of counts)
      for (const [said, count] of row) {
        const own = [...timeline.items.values()].filter((life) => isMixedUp(life, { truth, said }, timeUs));
        expect(own).toHaveLength(count);
      }
  });

  it('robots did something all the time since they first spoke', () => {
    for (const { id } of timeline.site.robots) {
      const first = ofType(events, 'robot.state').find((e) => e.subject === `robot:${id}`)!.timeUs;
      expect(sum(Object.values(timeline.uses.until(id, timeUs)))).toBe(timeUs - first);
    }
  });
});

describe('hours and machines', () => {
  it('hold all mass of the day, sorted by robots or not', () => {
    expect(sum(timeline.hours.arrivedKg)).toBeCloseTo(arrivedKg(Number.POSITIVE_INFINITY), 9);
    const robots = new Set(timeline.site.robots.map((r) => r.id));
    const sorted = [...timeline.items.values()].filter((life) => robots.has(life.binnedBy));
    expect(sum(timeline.hours.sortedKg)).toBeCloseTo(sum(sorted.map((life) => life.massKg)), 9);
  });

  it('tell failures and services as they were recorded', () => {
    const { failuresUs, services, wear } = timeline.upkeep.stories.get('belt')!;
    expect(failuresUs).toEqual([20 * 60e6 + 11]);
    expect(services).toEqual([{ fromUs: 21 * 60e6, toUs: 22 * 60e6, planned: false }]);
    expect(wear).toHaveLength(ofType(events, 'asset.state').length);
  });
});

describe('flows of money', () => {
  it('even out on both sides of the till, with gain or loss', () => {
    for (const rest of [3, -3]) {
      const flows = moneyFlows([
        { cause: 'sale pet', eur: 5 },
        { cause: 'fixed', eur: rest - 5 },
      ]);
      const side = (end: 'from' | 'to') => sum(flows.filter((f) => f[end] === TILL).map((f) => f.amount));
      expect(side('from')).toBeCloseTo(side('to'), 12);
      const { nodes, ribbons } = layoutSankey(flows, 100);
      expect(nodes.find((n) => n.name === TILL)!.column).toBe(1);
      for (const { height } of ribbons) expect(height).toBeLessThanOrEqual(100);
    }
  });
});
