import type { Ports } from '../ports.ts';
import {
  type AssetSummary,
  type OutputSummary,
  type RobotStateName,
  type RobotSummary,
  type RunSummary,
  robotStates,
} from '../record/summary.ts';
import { type Day, openSeconds } from '../site/day.ts';
import type { Bin } from '../site/flow/bin.ts';
import type { Residue } from '../site/flow/residue.ts';
import { capacityLoss, stayDamage } from '../site/robot/battery-ageing.ts';
import type { DecisionBook } from '../site/robot/decision-book.ts';
import type { Robot } from '../site/robot/robot.ts';
import type { Till } from '../site/till.ts';
import type { Asset } from '../site/upkeep/asset.ts';
import type { Intake } from './intake.ts';
import { nextUse } from './next-use.ts';

/** Everything a summary is read from. */
export interface Books {
  readonly day: Day;
  readonly ports: Ports;
  readonly robots: readonly Robot[];
  readonly bins: readonly Bin[];
  readonly residue: Residue;
  readonly assets: readonly Asset[];
  readonly till: Till;
  readonly book: DecisionBook;
  readonly intake: Intake;
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** The figures of a run, read from accounts and counters; nothing is computed from predictions. */
export function summarise(books: Books): RunSummary {
  const { day, ports, bins, till, book, intake } = books;
  const robots = books.robots.map((robot) => robotSummary(robot, day));
  const assets = books.assets.map((asset) => assetSummary(asset, day));
  const energyByState = sumByState(robots.map((r) => r.energyJByState));
  const robotEnergyJ = robots.reduce((sum, r) => sum + r.usedJ, 0);
  const mainsJ = -day.ledger.balanceOf('J', 'mains');
  const binnedKg = bins.reduce((sum, b) => sum + b.totalKg, 0);
  const acceptedKg = bins.reduce((sum, b) => sum + b.acceptedKg, 0);
  return {
    perception: ports.seeing,
    sorting: ports.sorting.name,
    maintenance: ports.maintenance.name,
    seed: day.seed,
    replication: day.replication,
    durationS: day.world.site.durationS,
    items: intake.count,
    massKg: intake.massKg,
    throughputKgPerH: ratio(intake.massKg, openSeconds(day.world.site) / 3600),
    sortedKgByHour: sortedByHour(books),
    decided: book.decided,
    accuracy: {
      material: ratio(book.hitMaterial, book.first),
      class: ratio(book.hitClass, book.first),
      family: ratio(book.hitFamily, book.first),
    },
    purity: ratio(acceptedKg, binnedKg),
    recovery: ratio(acceptedKg, intake.sortableKg),
    outputs: outputs(books),
    ...nextUse(books),
    revenueEur: till.revenueEur,
    costEur: till.costEur,
    valueEur: till.revenueEur - till.costEur,
    costEurPerTonne: ratio(till.costEur, intake.massKg / 1000),
    costEurByCause: Object.fromEntries(till.costEurByCause),
    ...carbon(books),
    robotEnergyJ,
    energyJPerItem: ratio(robotEnergyJ, intake.count),
    energyJPerKg: ratio(robotEnergyJ, intake.massKg),
    mainsJ,
    mainsJPerItem: ratio(mainsJ, intake.count),
    energyShareByState: shares(energyByState),
    timeShareByState: shares(sumByState(robots.map((r) => r.timeSByState))),
    downtimeS: assets.reduce((sum, a) => sum + a.downtimeS, 0),
    robots,
    assets,
    balance: {
      mass: day.conservation.worst('kg'),
      energy: day.conservation.worst('J'),
      money: day.conservation.worst('EUR'),
    },
    events: day.events,
    notes: { firstBeliefs: book.first, purityMassKg: binnedKg },
  };
}

function sortedByHour({ day, bins }: Books): number[] {
  const hours = Math.ceil(day.world.site.durationS / 3600);
  return Array.from({ length: hours }, (_, hour) =>
    bins.reduce((sum, { kgByHour }) => sum + (kgByHour.get(hour) ?? 0), 0),
  );
}

function outputs({ bins, residue, intake }: Books): OutputSummary[] {
  const sorted = bins.map((bin) => ({
    id: bin.spec.id,
    count: bin.count,
    massKg: bin.totalKg,
    purity: ratio(bin.acceptedKg, bin.totalKg),
    recovery: ratio(bin.acceptedKg, intake.acceptableKg.get(bin.spec.id)!),
    priceEurPerKg: ratio(bin.revenueEur, bin.acceptedKg),
    valueEur: bin.revenueEur - bin.costEur,
    co2eKg: bin.co2eKg,
  }));
  const rest = {
    id: 'residue',
    count: residue.count,
    massKg: residue.massKg,
    purity: 0,
    recovery: 0,
    priceEurPerKg: ratio(-residue.costEur, residue.massKg),
    valueEur: -residue.costEur,
    co2eKg: residue.co2eKg,
  };
  return [...sorted, rest];
}

/** The sum within the boundary of the residue's factor; all boundaries are listed, none are added. */
export function carbon({
  day,
}: Pick<Books, 'day'>): Pick<RunSummary, 'co2eKg' | 'co2eBoundary' | 'co2eByBoundary'> {
  const byBoundary = new Map<string, number>();
  for (const { unit, amount } of day.ledger.totals()) {
    if (!unit.startsWith('kgCO2e:')) continue;
    const boundary = unit.slice('kgCO2e:'.length);
    byBoundary.set(boundary, (byBoundary.get(boundary) ?? 0) + amount);
  }
  const { boundary } = day.world.residue.carbon;
  return {
    co2eKg: byBoundary.get(boundary) ?? 0,
    co2eBoundary: boundary,
    co2eByBoundary: Object.fromEntries(byBoundary),
  };
}

function robotSummary(robot: Robot, day: Day): RobotSummary {
  const { power } = robot;
  const { battery } = power;
  const tempK = day.world.site.ambientC + 273.15;
  const damage = stayDamage(power.soc.closed(), day.world.site.durationS, tempK);
  return {
    id: robot.spec.id,
    seen: robot.seen,
    looks: robot.looks,
    picked: robot.picked,
    missed: robot.window.missed,
    failedPicks: robot.failedPicks,
    brownOuts: power.brownOuts,
    harvestedJ: battery.harvestedJ,
    spilledJ: battery.spilledJ,
    unservedJ: battery.unservedJ,
    usedJ: battery.servedJ,
    energyJByState: { ...power.energyJ },
    timeSByState: { ...power.timeS },
    startChargeJ: battery.spec.startJ,
    endChargeJ: battery.chargeJ,
    minSoc: ratio(battery.minChargeJ, battery.spec.capacityJ),
    batteryWear: capacityLoss(damage),
  };
}

function assetSummary(asset: Asset, day: Day): AssetSummary {
  const downtimeS = asset.downtimeS(day.sim.now);
  const { leadS } = asset;
  return {
    id: asset.spec.id,
    kind: asset.spec.kind,
    failures: asset.failures,
    visits: asset.visits,
    downtimeS,
    availability: 1 - downtimeS / day.world.site.durationS,
    costEur: asset.costEur,
    endWear: Math.min(1, asset.share),
    falseAlarms: asset.falseAlarms,
    leadTimeS: ratio(
      leadS.reduce((sum, s) => sum + s, 0),
      leadS.length,
    ),
  };
}

function sumByState(
  records: readonly Readonly<Record<RobotStateName, number>>[],
): Record<RobotStateName, number> {
  return mapStates((state) => records.reduce((sum, record) => sum + record[state], 0));
}

function shares(record: Readonly<Record<RobotStateName, number>>): Record<RobotStateName, number> {
  const total = robotStates.reduce((sum, state) => sum + record[state], 0);
  return mapStates((state) => ratio(record[state], total));
}

function mapStates(value: (state: RobotStateName) => number): Record<RobotStateName, number> {
  return Object.fromEntries(robotStates.map((s) => [s, value(s)])) as Record<RobotStateName, number>;
}
