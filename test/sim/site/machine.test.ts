import { describe, expect, test } from 'vitest';
import { shifted } from '../../../sim/site/flow/machine.ts';
import type { MachineSpec, WorldSpec } from '../../../sim/world.ts';
import { ofType } from '../record/of-type.ts';
import { depot, type Played, play } from '../run/kit.ts';
import { opticalPet } from '../run/random-world.ts';

/** A line with one machine and no robot; `perHour` items of five materials, drawn from a pool. */
function line(perHour: number, machine: Partial<MachineSpec> = {}, changes: Partial<WorldSpec> = {}): Played {
  return play({
    ...depot(
      (w) => ({
        feed: { ...w.feed, ratePerHour: perHour, minGapS: 0, surges: [], poolSize: 300 },
        belt: { ...w.belt, speedMPerS: 1 },
        outputs: w.outputs.map((o) => ({ ...o, maxState: 9 })),
        robots: [],
        assets: [],
        machines: [{ ...opticalPet, ...machine }],
      }),
      0.5,
    ),
    ...changes,
  });
}

const pet = ({ summary }: Played) => summary.outputs.find((o) => o.id === 'pet')!;
const ideal = { falseShare: 0, loadPerTPerH: 0, deadValves: 0, flatFactor: 1, blowWindowM: 0 };

describe('sorting machine', () => {
  test('alone in its window it ejects its yield of the targets and nothing else (binomial, 4 sigma)', () => {
    const played = line(20_000, { ...ideal, yield: 0.9 });
    const targets = played.events.filter((e) => e.type === 'item.arrived' && e.data.class === 'PET').length;
    const { count, purity } = pet(played);
    expect(Math.abs(count - 0.9 * targets)).toBeLessThan(4 * Math.sqrt(targets * 0.9 * 0.1));
    expect(purity).toBeGreaterThan(0.99);
  });

  test('yield falls exponentially with throughput', () => {
    const recovery = (perHour: number) => pet(line(perHour, { ...ideal, loadPerTPerH: 0.3 })).recovery;
    const [low, middle, high] = [recovery(2000), recovery(12_000), recovery(24_000)];
    expect(low).toBeGreaterThan(middle);
    expect(middle).toBeGreaterThan(high);
    // Equal steps of load take equal factors: ln recovery is linear in throughput, within the noise of the counts.
    const slope = (a: number, b: number, steps: number) => Math.log(b / a) / steps;
    expect(slope(low, middle, 10) / slope(middle, high, 12)).toBeGreaterThan(0.6);
    expect(slope(low, middle, 10) / slope(middle, high, 12)).toBeLessThan(1.6);
  });

  test('purity falls with occupation: what lies in the blow window goes along, 1 - exp(-n)', () => {
    const swept = (perHour: number) => {
      const played = line(perHour, { ...ideal, yield: 1, blowWindowM: 0.3 });
      return { purity: pet(played).purity, perM: perHour / 3600 };
    };
    const [thin, thick] = [swept(1000), swept(20_000)];
    expect(thin.purity).toBeGreaterThan(thick.purity + 0.2);
  });

  test('dead valves and flat items cost yield', () => {
    const clean = pet(line(5000, ideal)).recovery;
    expect(pet(line(5000, { ...ideal, deadValves: 0.2, deadValveLoss: 1 })).recovery / clean).toBeCloseTo(
      0.8,
      1,
    );
    const flatFeed = (flatFactor: number) => {
      const base = depot((w) => ({ robots: [], assets: [], belt: { ...w.belt, speedMPerS: 1 } }), 0.5);
      const feed = {
        ...base.feed,
        materials: [{ materialId: 'pet-film-clear', share: 1 }],
        ratePerHour: 2000,
        poolSize: 50,
      };
      return pet(
        play({ ...base, feed, machines: [{ ...opticalPet, ...ideal, deadValveLoss: 0, flatFactor }] }),
      ).count;
    };
    expect(flatFeed(0.5) / flatFeed(1)).toBeCloseTo(0.5, 1);
  });

  test('5 % of flat items in the feed hurt the others as much as 20 % dead valves', () => {
    const recovery = (filmShare: number, deadValves: number) => {
      const base = depot((w) => ({ robots: [], assets: [], belt: { ...w.belt, speedMPerS: 1 } }), 0.5);
      const materials = [
        { materialId: 'hdpe-bottle-natural', share: 1 },
        { materialId: 'ldpe-bag-coloured', share: filmShare },
      ];
      const feed = { ...base.feed, materials, ratePerHour: 8000, minGapS: 0, poolSize: 400 };
      const spec = {
        ...opticalPet,
        ...ideal,
        targets: ['HDPE'],
        output: 'hdpe',
        deadValveLoss: 1,
        yield: 1,
        deadValves,
      };
      const { summary, events } = play({ ...base, feed, machines: [spec] });
      const film = ofType(events, 'item.arrived').filter((e) => e.data.shape === 'bag');
      const filmKg = film.reduce((sum, e) => sum + e.data.massKg, 0);
      const hdpe = events.filter((e) => e.type === 'item.arrived' && e.data.class === 'HDPE').length;
      return { share: filmKg / summary.massKg, recovery: summary.outputs[1]!.count / hdpe };
    };
    const flat = recovery(0.2, 0);
    expect(flat.share).toBeGreaterThan(0.01);
    expect(flat.recovery).toBeCloseTo(recovery(0, 4 * flat.share).recovery, 1);
    expect(flat.recovery).toBeLessThan(recovery(0, 0).recovery - 0.02);
  });

  test('a magnet lifts steel only, an eddy current throws aluminium only, near-infrared is blind to carbon black', () => {
    const caught = (kind: MachineSpec['kind'], materialId: string) => {
      const base = depot((w) => ({ robots: [], assets: [], belt: { ...w.belt, speedMPerS: 1 } }), 0.2);
      const feed = { ...base.feed, materials: [{ materialId, share: 1 }], ratePerHour: 2000, poolSize: 50 };
      const targets = ['metal', 'PET'];
      const machine = { ...opticalPet, ...ideal, kind, targets, yield: 1, output: 'metal' };
      const { summary } = play({ ...base, feed, machines: [machine] });
      return summary.outputs.find((o) => o.id === 'metal')!.count / summary.items;
    };
    expect(caught('magnet', 'steel-can')).toBeGreaterThan(0.95);
    expect(caught('magnet', 'aluminium-can')).toBe(0);
    expect(caught('eddy-current', 'aluminium-can')).toBeGreaterThan(0.95);
    expect(caught('eddy-current', 'stainless-sheet')).toBe(0);
    expect(caught('optical', 'pet-tray-coloured')).toBeGreaterThan(0.9);
    expect(caught('optical', 'pet-tray-black')).toBeLessThan(0.2);
  });

  test('a higher threshold is purer and gets less: the same items, fewer', () => {
    expect(shifted(0.9, 0)).toBe(0.9);
    expect(shifted(0.9, 1)).toBeCloseTo(0.6107, 3);
    expect(shifted(0.03, 1)).toBeCloseTo(0.00198, 4);
    expect(shifted(0, 3)).toBe(0);
    expect(shifted(1, 3)).toBe(1);
  });
});

describe('re-sort loop', () => {
  test('what nobody picked comes round again, a limited number of times, and recovery rises', () => {
    const once = line(3000, { ...ideal, yield: 0.5 });
    const base = depot().belt;
    const twice = line(
      3000,
      { ...ideal, yield: 0.5 },
      { belt: { ...base, speedMPerS: 1, resortPasses: 1, resortS: 20 } },
    );
    expect(pet(once).recovery).toBeGreaterThan(0.45);
    expect(pet(twice).recovery).toBeGreaterThan(0.7);
    const meets = twice.events.filter((e) => e.type === 'item.binned');
    expect(new Set(meets.map((e) => e.subject)).size).toBe(meets.length);
  });
});

describe('baler', () => {
  test('sells lots as they fill, for a fee, and the lots add up to the day', () => {
    const outputs = depot().outputs.map((o) => ({ ...o, capacityKg: 2, emptyEur: 0.5 }));
    const played = line(5000, ideal, { outputs });
    const bales = played.events.filter((e) => e.type === 'bin.changed' && e.data.massKg === 0).length;
    expect(bales).toBeGreaterThan(5);
    expect(played.summary.costEurByCause['emptying pet']).toBeCloseTo(0.5 * bales, 9);
    expect(played.summary.balance.mass).toBeLessThan(1e-9);
  });
});
