import { describe, expect, test } from 'vitest';
import { askingPolicy } from '../../../sim/decisions/asking.ts';
import { expectedValuePolicy } from '../../../sim/decisions/sorting.ts';
import { perfectPerception } from '../../../sim/site/robot/perception.ts';
import { allLabels, depot, noisyPerception, play, portsOf } from './kit.ts';

const dearLook = { sense: { energyJ: 35, timeUs: 800_000 }, infer: { energyJ: 0.1, timeUs: 50_000 } };
const better = perfectPerception(allLabels, dearLook, ['visual', 'thermal', 'spectral']);
const world = depot(
  (w) => ({ assets: [], feed: { ...w.feed, ratePerHour: 250, surges: [], poolSize: 300 } }),
  2,
);
const asking = (eurPerJ: number) =>
  askingPolicy('asking', expectedValuePolicy(), {
    ...{ eurPerJ: () => eurPerJ, eurPerS: 1e-4, informationShare: 0.9 },
  });

describe('sensor escalation', () => {
  const cheap = play(world, {}, portsOf({ perception: noisyPerception(0.6) }));
  const ladder = (eurPerJ: number) =>
    play(
      world,
      {},
      portsOf({
        perception: noisyPerception(0.6),
        escalation: [better],
        sorting: asking(eurPerJ),
      }),
    );
  const escalated = ladder(2e-6);
  const looks = (played: typeof cheap) =>
    played.decisions.filter(({ data }) => data.chosen === 'look').length;

  test('a second look is taken where it pays, costs its joules, and buys purity and euros', () => {
    expect(looks(escalated)).toBeGreaterThan(50);
    expect(escalated.summary.purity).toBeGreaterThan(cheap.summary.purity + 0.05);
    expect(escalated.summary.valueEur).toBeGreaterThan(cheap.summary.valueEur);
    const senseJ = (played: typeof cheap) =>
      played.summary.robots.reduce((s, r) => s + r.energyJByState.SENSE, 0);
    expect(senseJ(escalated)).toBeGreaterThan(30 * looks(escalated));
  });

  test('robots along the belt tell each other: none looks on at what another has looked at so far', () => {
    const lookedOn = new Set<number>();
    let told = 0;
    for (const { data } of escalated.decisions) {
      if (data.chosen === 'look') {
        expect(lookedOn.has(data.itemId)).toBe(false);
        lookedOn.add(data.itemId);
      } else if (data.by === 'robot:r2' && lookedOn.has(data.itemId)) {
        expect(data.seen.looks).toBe(2);
        told += 1;
      }
    }
    expect(told).toBeGreaterThan(20);
  });

  test('dear joules forbid it: then it is the expected-value policy on the first look', () => {
    const forbidden = ladder(10);
    expect(looks(forbidden)).toBe(0);
    expect(forbidden.summary.valueEur).toBe(cheap.summary.valueEur);
  });

  test('accuracy is that of first beliefs, whatever was looked at later', () => {
    expect(Math.abs(escalated.summary.accuracy.material - 0.6)).toBeLessThan(0.08);
  });

  test('each decision says what was known, chosen, and best', () => {
    for (const { data: decision } of escalated.decisions.slice(0, 200)) {
      expect(decision.options.length).toBeGreaterThan(1);
      expect(decision.best.action).toMatch(/^(pass|pick:)/);
      expect(decision.seen).toHaveProperty('label');
      expect(decision.seen).not.toHaveProperty('material');
    }
  });
});
