import { expect } from 'vitest';
import { coldFactor } from '../../../sim/site/robot/battery.ts';
import type { WorldSpec } from '../../../sim/world.ts';
import { lookCost } from './kit.ts';
import {
  all,
  becomes,
  belt,
  brownOuts,
  calm,
  claims,
  cost,
  down,
  economy,
  emptying,
  endJ,
  fees,
  harvest,
  items,
  minSoc,
  outputs,
  picked,
  playWith,
  plus,
  type Quantity,
  revenue,
  robots,
  seconds,
  site,
  startJ,
  sum,
  times,
  up,
  watts,
} from './signs.ts';

const residueKg: Quantity = ({ summary }) => summary.outputs.at(-1)!.massKg;
const co2eOf =
  (of: (world: WorldSpec) => string): ((world: WorldSpec) => Quantity) =>
  (world) =>
  ({ summary }) =>
    summary.co2eByBoundary[of(world)]!;
const mainsCo2e = co2eOf((w) => w.economy.mainsCarbon.boundary)(calm);
const soldCo2e: Quantity = ({ summary }) => sum(summary.outputs.slice(0, -1).map((o) => o.co2eKg));

claims('money and carbon of a day', calm, {
  mainsEurPerKWh: [economy({ mainsEurPerKWh: 0.5 }), times(cost('mains electricity'), 2)],
  mainsCarbon: [
    economy({ mainsCarbon: { ...calm.economy.mainsCarbon, kgCo2ePerKg: 0.75 } }),
    times(mainsCo2e, 3),
  ],
  fixedEurPerHour: [economy({ fixedEurPerHour: 7 }), becomes(cost('fixed'), 7)],
  'belt.powerW': [belt({ powerW: 1180 }), plus(cost('mains electricity'), 0.25)],
  remoteW: [robots({ remoteW: 500 }), plus(cost('mains electricity'), 0.25)],
  'residue.costEurPerKg': [
    (w) => ({ residue: { ...w.residue, costEurPerKg: 2 * w.residue.costEurPerKg } }),
    times(cost('residue'), 2),
  ],
  'residue.carbon': [
    (w) => ({ residue: { ...w.residue, carbon: { ...w.residue.carbon, kgCo2ePerKg: 0.5 } } }),
    (before, after) =>
      expect(after.summary.co2eKg - before.summary.co2eKg).toBeCloseTo(0.5 * residueKg(before), 9),
  ],
  'output.carbon': [
    (w) => ({
      outputs: w.outputs.map((o) => ({
        ...o,
        carbon: { ...o.carbon, kgCo2ePerKg: 3 * o.carbon.kgCo2ePerKg },
      })),
    }),
    times(soldCo2e, 3),
  ],
  tiers: [
    (w) => ({
      outputs: w.outputs.map((o) => ({
        ...o,
        tiers: o.tiers.map((t) => ({ ...t, priceEurPerKg: 2 * t.priceEurPerKg })),
      })),
    }),
    times(revenue, 2),
  ],
  contaminantEurPerKg: [outputs({ contaminantEurPerKg: 0.6 }), times(fees, 3)],
  'capacityKg and emptyEur': [
    outputs({ capacityKg: 0.1, emptyEur: 0.5 }),
    (_, after, world) => {
      const emptied = after.events.filter((e) => e.type === 'bin.changed' && e.data.count === 0).length;
      expect(emptied).toBeGreaterThan(10);
      expect(emptying(after)).toBeCloseTo(0.5 * emptied, 9);
      const smaller = { ...world, outputs: world.outputs.map((o) => ({ ...o, capacityKg: 0.05 })) };
      expect(emptying(playWith(smaller))).toBeGreaterThan(emptying(after));
    },
  ],
  'accepts fewer': [outputs({ accepts: ['pet-bottle-clear'] }), down(revenue)],
  maxState: [outputs({ maxState: 3 }), down(revenue)],
});

/** The same with batteries that empty every few minutes. */
const weak: WorldSpec = {
  ...calm,
  robots: calm.robots.map((r) => ({ ...r, batteryWh: 1, startSoc: 0.5, panelW: 12 })),
};
claims(
  'the sun over the panels',
  { ...calm, robots: calm.robots.map((r) => ({ ...r, panelTempPerK: 0 })) },
  {
    latitudeDeg: [site({ latitudeDeg: 60 }), down(harvest)],
    altitudeM: [site({ altitudeM: 3000 }), up(harvest)],
    dayOfYear: [site({ dayOfYear: 350 }), down(harvest)],
    startHour: [site({ startHour: 16 }), down(harvest)],
    durationS: [site({ durationS: 7200 }), all(up(harvest), up(items), times(cost('mains electricity'), 2))],
    linkeTurbidity: [site({ linkeTurbidity: 6 }), down(harvest)],
    'cloudShare and cloudTransmission': [
      site({ cloudShare: 1, cloudTransmission: 0.3 }),
      times(harvest, 0.3),
    ],
    panelW: [robots({ panelW: 36 }), times(harvest, 3)],
    indoorW: [robots({ indoorW: 5 }), plus(harvest, 2 * 5 * 3600)],
    panelTempPerK: [robots({ panelTempPerK: -0.004 }), down(harvest)],
  },
);
claims('the warmth of the panels', calm, {
  ambientC: [site({ ambientC: 30 }), down(harvest)],
  windMPerS: [site({ windMPerS: 12 }), up(harvest)],
  'ambientC and the battery': [
    site({ ambientC: -10 }),
    times(startJ, coldFactor(-10) / coldFactor(calm.site.ambientC)),
  ],
});

const dark = { ...calm, robots: calm.robots.map((r) => ({ ...r, panelW: 0, selfDischargePerDay: 0 })) };
const capacityJ = 2 * 1000 * 3600 * coldFactor(calm.site.ambientC);
const usedJ: Quantity = ({ summary }) => summary.robotEnergyJ;

claims('joules of a robot', dark, {
  idleW: [robots({ idleW: 3 }), all(plus(watts('IDLE'), 1), plus(watts('SENSE'), 1), plus(watts('MOVE'), 1))],
  sleepW: [robots({ sleepW: 1.3, sleepAfterS: 1, wakeJ: 0 }), becomes(watts('SLEEP'), 1.3)],
  wakeJ: [robots({ wakeJ: 50, sleepAfterS: 1 }), up(watts('SLEEP'))],
  sleepAfterS: [robots({ sleepAfterS: 1 }), all(up(seconds('SLEEP')), down(seconds('IDLE')))],
  moveJ: [robots({ moveJ: 198 }), plus(watts('MOVE'), 10)],
  moveS: [
    robots({ moveS: 2 }),
    (_, after) => {
      const moves = after.events.filter((e) => e.type === 'item.picked').length;
      expect(Math.abs(seconds('MOVE')(after) - 2 * moves)).toBeLessThanOrEqual(4);
    },
  ],
  'moveS and picks': [robots({ moveS: 2 }), up(picked)],
  computeEnergyFactor: [
    robots({ computeEnergyFactor: 100 }),
    plus(watts('INFER'), (99 * lookCost.infer.energyJ) / (lookCost.infer.timeUs / 1e6)),
  ],
  computeTimeFactor: [
    robots({ computeTimeFactor: 10 }),
    (_, after) => {
      const looks = after.events.filter((e) => e.type === 'item.seen').length;
      expect(Math.abs(seconds('INFER')(after) / ((10 * lookCost.infer.timeUs) / 1e6) - looks)).toBeLessThan(
        4,
      );
    },
  ],
  batteryWh: [robots({ batteryWh: 2000 }), times(startJ, 2)],
  startSoc: [robots({ startSoc: 0.9 }), times(startJ, 1.8)],
  dischargeEfficiency: [
    robots({ dischargeEfficiency: 0.5 }),
    (before, after) => {
      for (const [day, efficiency] of [[before, 0.95] as const, [after, 0.5] as const])
        expect((startJ(day) - endJ(day)) * efficiency).toBeCloseTo(usedJ(day), 3);
    },
  ],
  selfDischargePerDay: [robots({ selfDischargePerDay: 0.24 }), plus(endJ, -0.01 * capacityJ)],
});
claims('charging', calm, {
  chargeEfficiency: [
    robots({ chargeEfficiency: 0.75 }),
    (before, after) => expect(endJ(after) - endJ(before)).toBeCloseTo(-0.2 * harvest(before), 3),
  ],
});
claims('a battery that runs empty', weak, {
  batteryWh: [robots({ batteryWh: 50 }), all(down(brownOuts), up(picked))],
  // The share of time in which it can work does not depend on the thresholds, the number of stops does.
  stopSoc: [robots({ stopSoc: 0.3 }), all(up(brownOuts), up(minSoc))],
  restartSoc: [robots({ restartSoc: 0.8 }), down(brownOuts)],
  panelW: [robots({ panelW: 60 }), all(up(picked), down(seconds('OFF')))],
  offW: [robots({ offW: 1 }), all(becomes(watts('OFF'), 1), up(seconds('OFF')))],
});
