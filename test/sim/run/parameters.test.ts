import { describe, expect, test } from 'vitest';
import { maintenancePolicy, processPolicy, sortPolicy } from '../../../sim/decisions/policies.ts';
import { sceneOf } from '../../../sim/site/scene.ts';
import type { MachineSpec, WorldSpec } from '../../../sim/world.ts';
import { depot, noisyPerception, play, portsOf } from './kit.ts';
import { opticalPet } from './random-world.ts';

type Change = (world: WorldSpec) => Partial<WorldSpec>;

const site =
  (part: Partial<WorldSpec['site']>): Change =>
  (w) => ({ site: { ...w.site, ...part } });
const feed =
  (part: Partial<WorldSpec['feed']>): Change =>
  (w) => ({ feed: { ...w.feed, ...part } });
const belt =
  (part: Partial<WorldSpec['belt']>): Change =>
  (w) => ({ belt: { ...w.belt, ...part } });
const robots =
  (part: Partial<WorldSpec['robots'][number]>): Change =>
  (w) => ({
    robots: w.robots.map((r) => ({ ...r, ...part })),
  });
const outputs =
  (part: Partial<WorldSpec['outputs'][number]>): Change =>
  (w) => ({
    outputs: w.outputs.map((o) => ({ ...o, ...part })),
  });
const assets =
  (part: Partial<WorldSpec['assets'][number]>): Change =>
  (w) => ({
    assets: w.assets.map((a) => ({ ...a, ...part })),
  });
const maintenance =
  (part: Partial<WorldSpec['maintenance']>): Change =>
  (w) => ({
    maintenance: { ...w.maintenance, ...part },
  });
const economy =
  (part: Partial<WorldSpec['economy']>): Change =>
  (w) => ({
    economy: { ...w.economy, ...part },
  });
const machines =
  (part: Partial<MachineSpec>): Change =>
  () => ({ machines: [{ ...opticalPet, ...part }] });
const carbon = { kgCo2ePerKg: -9, boundary: 'x', version: 'x', year: 1 };

/** A day with everything in it that a parameter could act on: brown-outs, repairs, sales, surges, spare parts. */
const everything: Change = (w) => ({
  site: { ...w.site, startHour: 10.5, cloudShare: 0.7 },
  feed: {
    ...w.feed,
    poolSize: 200,
    materials: [...w.feed.materials, { materialId: 'pet-film-clear', share: 10 }],
  },
  belt: { ...w.belt, lengthM: 9, resortPasses: 1, resortS: 30 },
  machines: [opticalPet],
  processEveryS: 300,
  robots: w.robots.map((r) => ({ ...r, batteryWh: 1.5, startSoc: 0.5, panelW: 12, indoorW: 0.1 })),
  outputs: w.outputs.map((o) => ({ ...o, capacityKg: 0.5, emptyEur: 0.01 })),
  assets: w.assets.map((a, i) => ({
    ...a,
    startWear: i === 0 ? 0.7 : 0.99,
    shapePerHour: 6,
    repairS: 300,
    plannedS: 100,
  })),
  maintenance: { ...w.maintenance, spareParts: 1, spareLeadS: 2000, travelS: 300, inspectEveryS: 300 },
});

const changes: Record<string, Change> = {
  latitudeDeg: site({ latitudeDeg: 60 }),
  altitudeM: site({ altitudeM: 3000 }),
  dayOfYear: site({ dayOfYear: 350 }),
  startHour: site({ startHour: 9.5 }),
  durationS: site({ durationS: 1800 }),
  openHour: site({ openHour: 10.7 }),
  closeHour: site({ closeHour: 11.2 }),
  linkeTurbidity: site({ linkeTurbidity: 5 }),
  cloudShare: site({ cloudShare: 0 }),
  cloudPersistence: site({ cloudPersistence: 0 }),
  cloudTransmission: site({ cloudTransmission: 0.05 }),
  ambientC: site({ ambientC: -10 }),
  windMPerS: site({ windMPerS: 0 }),
  skyStepS: site({ skyStepS: 600 }),
  'feed.materials': feed({ materials: [{ materialId: 'pet-bottle-clear', share: 1 }] }),
  ratePerHour: feed({ ratePerHour: 300 }),
  surges: feed({ surges: [] }),
  minGapS: feed({ minGapS: 5 }),
  poolSize: feed({ poolSize: 150 }),
  stateWeights: feed({ stateWeights: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0] }),
  soilTimes: feed({ soilTimes: 20 }),
  wetShare: feed({ wetShare: 1 }),
  lengthM: belt({ lengthM: 12 }),
  resortPasses: belt({ resortPasses: 2 }),
  resortS: belt({ resortS: 60 }),
  processEveryS: () => ({ processEveryS: 120 }),
  'machine.kind': machines({ kind: 'magnet' }),
  'machine.positionM': machines({ positionM: 8.5 }),
  'machine.output': machines({ output: 'pp' }),
  targets: machines({ targets: ['PP'] }),
  yield: machines({ yield: 0.5 }),
  falseShare: machines({ falseShare: 0.3 }),
  loadPerTPerH: machines({ loadPerTPerH: 50 }),
  deadValves: machines({ deadValves: 0.5 }),
  deadValveLoss: machines({ deadValveLoss: 20 }),
  flatFactor: machines({ flatFactor: 0 }),
  blowWindowM: machines({ blowWindowM: 0.6 }),
  'machine.powerW': machines({ powerW: 1 }),
  widthM: belt({ widthM: 1 }),
  speedMPerS: belt({ speedMPerS: 0.3 }),
  'belt.powerW': belt({ powerW: 500 }),
  use: outputs({ use: 'reuse' }),
  accepts: outputs({ accepts: ['polymer'] }),
  maxState: outputs({ maxState: 3 }),
  tiers: outputs({ tiers: [{ minPurity: 0, priceEurPerKg: 0.2 }] }),
  contaminantEurPerKg: outputs({ contaminantEurPerKg: 1 }),
  'output.carbon': outputs({ carbon }),
  capacityKg: outputs({ capacityKg: 0.1 }),
  emptyEur: outputs({ emptyEur: 0.5 }),
  'residue.costEurPerKg': (w) => ({ residue: { ...w.residue, costEurPerKg: 0.5 } }),
  'residue.carbon': (w) => ({ residue: { ...w.residue, carbon } }),
  positionM: (w) => ({ robots: w.robots.map((r, i) => ({ ...r, positionM: 2 + 2 * i })) }),
  reachM: robots({ reachM: 0.4 }),
  side: robots({ side: 'right' }),
  'robot.outputs': robots({ outputs: ['pet'] }),
  actuator: robots({ actuator: 'node' }),
  moveS: robots({ moveS: 3 }),
  moveJ: robots({ moveJ: 70 }),
  pickSuccess: robots({ pickSuccess: 0.5 }),
  offW: robots({ offW: 0.2 }),
  sleepW: robots({ sleepW: 0.6 }),
  idleW: robots({ idleW: 3 }),
  wakeJ: robots({ wakeJ: 50 }),
  sleepAfterS: robots({ sleepAfterS: 2 }),
  batteryWh: robots({ batteryWh: 3 }),
  startSoc: robots({ startSoc: 0.9 }),
  stopSoc: robots({ stopSoc: 0.2 }),
  restartSoc: robots({ restartSoc: 0.6 }),
  chargeEfficiency: robots({ chargeEfficiency: 0.7 }),
  dischargeEfficiency: robots({ dischargeEfficiency: 0.7 }),
  selfDischargePerDay: robots({ selfDischargePerDay: 0.5 }),
  panelW: robots({ panelW: 30 }),
  panelTempPerK: robots({ panelTempPerK: -0.01 }),
  indoorW: robots({ indoorW: 5 }),
  computeEnergyFactor: robots({ computeEnergyFactor: 100 }),
  computeTimeFactor: robots({ computeTimeFactor: 10 }),
  remoteW: robots({ remoteW: 100 }),
  'asset.kind': assets({ kind: 'feeder' }),
  shapePerHour: assets({ shapePerHour: 1 }),
  scale: assets({ scale: 2 }),
  limit: assets({ limit: 50 }),
  startWear: assets({ startWear: 0 }),
  plannedS: assets({ plannedS: 600 }),
  repairS: assets({ repairS: 1200 }),
  plannedEur: assets({ plannedEur: 7 }),
  failureEur: assets({ failureEur: 77 }),
  readingSd: assets({ readingSd: 0.5 }),
  inspectEveryS: maintenance({ inspectEveryS: 900 }),
  travelS: maintenance({ travelS: 2000 }),
  visitEur: maintenance({ visitEur: 9 }),
  fromHour: maintenance({ fromHour: 11.3 }),
  toHour: maintenance({ toHour: 10.55 }),
  spareParts: maintenance({ spareParts: 0 }),
  spareLeadS: maintenance({ spareLeadS: 20_000 }),
  mainsEurPerKWh: economy({ mainsEurPerKWh: 1 }),
  mainsCarbon: economy({ mainsCarbon: { ...carbon, kgCo2ePerKg: 3 } }),
  fixedEurPerHour: economy({ fixedEurPerHour: 1 }),
};

describe('each parameter changes some output', () => {
  const policies = (world: WorldSpec) =>
    portsOf({
      perception: noisyPerception(0.8),
      sorting: sortPolicy('energy-aware'),
      maintenance: maintenancePolicy('condition', world),
      processing: processPolicy('bale-to-specification'),
    });
  const told = (world: WorldSpec) => {
    const { events, summary } = play(world, {}, policies(world));
    return JSON.stringify([events, summary]);
  };
  const base = depot(everything, 1);
  const before = told(base);

  test.each(Object.entries(changes))('%s', (_, change) => {
    expect(told({ ...base, ...change(base) })).not.toBe(before);
  });

  test('the place of a bin moves it in the scene', () => {
    const moved = { ...base, outputs: base.outputs.map((o) => ({ ...o, positionM: 4 })) };
    const { eyes } = portsOf();
    const placesOf = (world: WorldSpec) => sceneOf(world, { eyes }).bins.map(({ id, xM }) => [id, xM]);
    expect(placesOf(moved).filter(([id]) => id !== 'residue')).toEqual(base.outputs.map(({ id }) => [id, 4]));
    expect(placesOf(moved)).not.toEqual(placesOf(base));
  });

  test('and a change of nothing changes nothing', () => {
    expect(told({ ...base })).toBe(before);
  });
});
