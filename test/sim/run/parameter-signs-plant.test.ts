import { expect } from 'vitest';
import type { MachineSpec, WorldSpec } from '../../../sim/world.ts';
import { ofType } from '../record/of-type.ts';
import { depot } from './kit.ts';
import { opticalPet } from './random-world.ts';
import {
  all,
  assets,
  becomes,
  belt,
  type Change,
  calm,
  claims,
  cost,
  down,
  downtime,
  failedPicks,
  failures,
  feed,
  items,
  maintenance,
  outputs,
  picked,
  plus,
  type Quantity,
  revenue,
  rideS,
  robots,
  seconds,
  site,
  times,
  up,
  wear,
} from './signs.ts';

const recovery: Quantity = ({ summary }) => summary.recovery;

/** The same with parts that fail within the hour and a technician who comes in ten minutes. */
const worn: WorldSpec = {
  ...calm,
  assets: depot().assets.map((a) => ({
    ...a,
    startWear: 0.9,
    shapePerHour: 30,
    repairS: 300,
    plannedS: 100,
  })),
  maintenance: { ...calm.maintenance, travelS: 600, inspectEveryS: 300, spareParts: 9 },
};

claims('items, belt and picks', calm, {
  ratePerHour: [feed({ ratePerHour: 100 }), down(items)],
  surges: [feed({ surges: [{ fromHour: 11, toHour: 12, factor: 3 }] }), up(items)],
  minGapS: [feed({ minGapS: 60 }), (_, after) => expect(items(after)).toBeLessThanOrEqual(60)],
  openHour: [site({ openHour: 11.5 }), all(down(items), times(cost('mains electricity'), 0.5))],
  closeHour: [site({ closeHour: 11.5 }), all(down(items), times(cost('mains electricity'), 0.5))],
  'feed.materials': [
    feed({ materials: [{ materialId: 'pvc-bottle-clear', share: 1 }] }),
    all(becomes(recovery, 0), becomes(revenue, 0)),
  ],
  stateWeights: [
    (w) => ({
      ...feed({ stateWeights: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1] })(w),
      ...outputs({ maxState: 8 })(w),
    }),
    all(becomes(recovery, 0), becomes(revenue, 0)),
  ],
  lengthM: [belt({ lengthM: 12 }), becomes(rideS, 12 / 0.15)],
  speedMPerS: [belt({ speedMPerS: 0.3 }), becomes(rideS, 8 / 0.3)],
  widthM: [
    belt({ widthM: 1.2 }),
    times(({ events }) => Number(events.find((e) => e.type === 'item.arrived')!.data.laneM), 2),
  ],
  reachM: [robots({ reachM: 0.2 }), down(picked)],
  'pickSuccess 1': [robots({ pickSuccess: 1 }), all(becomes(failedPicks, 0), up(picked))],
  'pickSuccess 0': [robots({ pickSuccess: 0 }), all(becomes(picked, 0), becomes(revenue, 0))],
  actuator: [robots({ actuator: 'node' }), all(becomes(picked, 0), becomes(seconds('MOVE'), 0))],
  'robot.outputs': [
    robots({ outputs: ['pet'] }),
    (_, { summary }) =>
      expect(summary.outputs.filter((o) => o.massKg > 0).map((o) => o.id)).toEqual(['pet', 'residue']),
  ],
  resortPasses: [belt({ resortPasses: 2, resortS: 30 }), up(recovery)],
});

const ejected =
  (correct: boolean): Quantity =>
  ({ events }) =>
    ofType(events, 'item.binned').filter(({ data }) => data.by === 'nir-pet' && data.correct === correct)
      .length;
const right = ejected(true);
const wrong = ejected(false);
/** Seconds from arrival to ejection, of the first item that the machine ejects. */
const ejectedAfterS: Quantity = ({ events }) => {
  const blown = events.find((e) => e.type === 'item.binned' && e.data.by === 'nir-pet')!;
  const start = events.find((e) => e.type === 'item.arrived' && e.subject === blown.subject)!;
  return (blown.timeUs - start.timeUs) / 1e6;
};
const machine =
  (part: Partial<MachineSpec>): Change =>
  () => ({ machines: [{ ...opticalPet, ...part }] });
const massIn =
  (id: string): Quantity =>
  ({ summary }) =>
    summary.outputs.find((o) => o.id === id)!.massKg;

claims(
  'a machine on the belt',
  { ...calm, robots: [], machines: [opticalPet] },
  {
    yield: [machine({ yield: 0.5 }), down(right)],
    falseShare: [machine({ falseShare: 0.3 }), up(wrong)],
    'falseShare and blowWindowM 0': [machine({ falseShare: 0, blowWindowM: 0 }), becomes(wrong, 0)],
    loadPerTPerH: [machine({ loadPerTPerH: 200 }), down(right)],
    deadValves: [machine({ deadValves: 0.5 }), down(right)],
    deadValveLoss: [machine({ deadValveLoss: 20 }), down(right)],
    blowWindowM: [machine({ blowWindowM: 1 }), up(wrong)],
    powerW: [machine({ powerW: 15_000 }), plus(cost('mains electricity'), 2 * 0.25)],
    targets: [machine({ targets: ['PP'] }), up(wrong)],
    kind: [machine({ kind: 'magnet', falseShare: 0 }), becomes(right, 0)],
    output: [machine({ output: 'pp' }), all(becomes(massIn('pet'), 0), up(massIn('pp')))],
    positionM: [machine({ positionM: 4.5, blowWindowM: 0 }), becomes(ejectedAfterS, 4.5 / 0.15)],
  },
);
const single = { ...opticalPet, falseShare: 0, blowWindowM: 0, deadValveLoss: 0.1 };
const films = feed({ materials: [{ materialId: 'pet-film-clear', share: 1 }] });
claims(
  'a machine that sees films only',
  { ...calm, ...films(calm), robots: [], machines: [single] },
  {
    'flatFactor 0': [() => ({ machines: [{ ...single, flatFactor: 0 }] }), becomes(right, 0)],
    'flatFactor 1': [() => ({ machines: [{ ...single, flatFactor: 1 }] }), up(right)],
  },
);

claims('parts that fail', worn, {
  'shapePerHour 0': [assets({ shapePerHour: 0 }), all(becomes(failures, 0), becomes(downtime, 0))],
  scale: [assets({ scale: 3 }), up(failures)],
  limit: [assets({ limit: 1e4 }), all(becomes(failures, 0), becomes(cost('maintenance repair'), 0))],
  startWear: [assets({ startWear: 0, shapePerHour: 2 }), all(down(failures), down(wear))],
  failureEur: [
    assets({ failureEur: 50 }),
    (_, after) => expect(cost('maintenance repair')(after) % 50).toBe(0),
  ],
  repairS: [assets({ repairS: 600 }), up(downtime)],
  travelS: [maintenance({ travelS: 1200 }), up(downtime)],
  visitEur: [maintenance({ visitEur: 8 }), times(cost('maintenance travel'), 2)],
  spareParts: [maintenance({ spareParts: 0, spareLeadS: 1500 }), up(downtime)],
  'spareLeadS that nobody waits for': [maintenance({ spareLeadS: 1 }), times(downtime, 1)],
  toHour: [maintenance({ toHour: 11.05 }), up(downtime)],
  fromHour: [maintenance({ fromHour: 11.8 }), up(downtime)],
});
claims(
  'parts that are visited in time',
  { ...worn, assets: worn.assets.map((a) => ({ ...a, startWear: 0.7, shapePerHour: 3, readingSd: 0 })) },
  {
    plannedEur: [assets({ plannedEur: 6 }), times(cost('maintenance planned'), 3)],
    plannedS: [assets({ plannedS: 400 }), up(downtime)],
    inspectEveryS: [maintenance({ inspectEveryS: 3000 }), down(cost('maintenance planned'))],
  },
  'condition',
);
claims(
  'parts that age and do not fail',
  { ...worn, assets: worn.assets.map((a) => ({ ...a, startWear: 0, limit: 1e4 })) },
  {
    scale: [assets({ scale: 3 }), times(wear, 3)],
    limit: [assets({ limit: 2e4 }), times(wear, 0.5)],
    // Two parts for an hour: a gamma of shape 60 against one of 240; four standard deviations of their ratio.
    shapePerHour: [
      assets({ shapePerHour: 120 }),
      (before, after) =>
        expect(Math.abs(wear(after) / wear(before) / 4 - 1)).toBeLessThan(4 * Math.sqrt(1 / 60 + 1 / 240)),
    ],
    startWear: [assets({ startWear: 0.2 }), plus(wear, 2 * 0.2)],
  },
);
