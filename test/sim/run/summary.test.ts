import { describe, expect, test } from 'vitest';
import { robotStates } from '../../../sim/record/summary.ts';
import { perfectPerception } from '../../../sim/site/robot/perception.ts';
import { ofType } from '../record/of-type.ts';
import { allLabels, depot, lookCost, noisyPerception, play, portsOf } from './kit.ts';
import { flapCell, indoorNode } from './robot-presets.ts';

describe('summary of a day', () => {
  const world = depot((w) => ({ feed: { ...w.feed, poolSize: 300 } }), 3);
  const { summary, events } = play(world, {}, portsOf({ perception: noisyPerception(0.7) }));

  test('says what the recording says', () => {
    const arrived = ofType(events, 'item.arrived');
    expect(summary.items).toBe(arrived.length);
    const binned = ofType(events, 'item.binned');
    for (const output of summary.outputs) {
      expect(output.count).toBe(binned.filter((e) => e.data.bin === output.id).length);
    }
    expect(summary.decided).toBe(ofType(events, 'item.decided').length);
    const picks = ofType(events, 'item.picked');
    const r1 = summary.robots[0]!;
    expect(r1.picked).toBe(picks.filter((e) => e.data.robot === 'r1' && e.data.ok === true).length);
    const masses = new Map(arrived.map((e) => [e.subject, e.data.massKg]));
    const right = binned.filter((e) => e.data.correct === true);
    const inBins = binned.filter((e) => e.data.bin !== 'residue');
    const kg = (list: typeof binned) => list.reduce((sum, e) => sum + masses.get(e.subject)!, 0);
    expect(summary.purity).toBeCloseTo(kg(right) / kg(inBins), 9);
  });

  test('three levels of accuracy, each at least as high as the one below it', () => {
    const { material, class: kind, family } = summary.accuracy;
    expect(kind).toBeGreaterThanOrEqual(material);
    expect(family).toBeGreaterThanOrEqual(kind);
    expect(material).toBeGreaterThan(0.6);
  });

  test('joules and seconds add up by state, euros by cause', () => {
    const sum = (record: Readonly<Record<string, number>>) =>
      Object.values(record).reduce((s, x) => s + x, 0);
    expect(sum(summary.energyShareByState)).toBeCloseTo(1, 12);
    expect(sum(summary.timeShareByState)).toBeCloseTo(1, 12);
    for (const robot of summary.robots) {
      expect(sum(robot.energyJByState)).toBeCloseTo(robot.usedJ, 6);
      expect(sum(robot.timeSByState)).toBeCloseTo(summary.durationS, 6);
    }
    expect(sum(summary.costEurByCause)).toBeCloseTo(summary.costEur, 9);
    expect(summary.valueEur).toBe(summary.revenueEur - summary.costEur);
    expect(robotStates.every((s) => summary.energyShareByState[s] >= 0)).toBe(true);
  });

  test('a working robot draws its idle power beside what the work takes, in every state', () => {
    const { idleW, moveJ, moveS, sleepW, offW, computeEnergyFactor } = world.robots[0]!;
    const { sense, infer } = lookCost;
    const wattsOf = ({ energyJ, timeUs }: typeof sense) => energyJ / (timeUs / 1e6);
    for (const { energyJByState: joules, timeSByState: seconds } of summary.robots) {
      expect(Math.min(seconds.SENSE, seconds.INFER, seconds.MOVE, seconds.IDLE)).toBeGreaterThan(10);
      expect(joules.SENSE / seconds.SENSE).toBeCloseTo(idleW + wattsOf(sense), 6);
      expect(joules.INFER / seconds.INFER).toBeCloseTo(idleW + wattsOf(infer) * computeEnergyFactor, 6);
      expect(joules.MOVE / seconds.MOVE).toBeCloseTo(idleW + moveJ / moveS, 6);
      expect(joules.IDLE / seconds.IDLE).toBeCloseTo(idleW, 6);
      expect(joules.SLEEP).toBeGreaterThanOrEqual(sleepW * seconds.SLEEP - 1e-6);
      expect(joules.OFF).toBeLessThanOrEqual(offW * seconds.OFF + 1e-6);
    }
  });

  test('carbon of different boundaries stands side by side, in no sum', () => {
    expect(Object.keys(summary.co2eByBoundary)).toHaveLength(2);
    expect(summary.co2eKg).toBe(summary.co2eByBoundary[summary.co2eBoundary]);
    expect(summary.co2eKg).toBeLessThan(0);
  });

  test('in an arm robot motion takes the joules; in a node that only looks, the senses do', () => {
    expect(summary.energyShareByState.MOVE).toBeGreaterThan(0.5);
    const node = depot((w) => ({ assets: [], robots: [indoorNode(w.robots[0]!)] }), 1);
    const lepton = { ...lookCost, sense: { energyJ: 1, timeUs: 100_000 } };
    const watched = play(node, {}, portsOf({ perception: perfectPerception(allLabels, lepton) })).summary;
    expect(watched.energyShareByState.MOVE).toBe(0);
    expect(watched.energyShareByState.SENSE).toBeGreaterThan(0.4);
    const flap = depot((w) => ({ assets: [], robots: [flapCell(w.robots[0]!)] }), 1);
    expect(play(flap).summary.robots[0]!.picked).toBeGreaterThan(200);
  });
});
