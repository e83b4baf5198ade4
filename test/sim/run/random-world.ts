import fc from 'fast-check';
import type { MachineSpec, RobotSpec, WorldSpec } from '../../../sim/world.ts';
import { plainDepot } from '../plain-depot.ts';

/** In hundredths: worlds a person could write down, not the edge of floating point. */
const share = (min: number, max: number) =>
  fc.integer({ min: Math.round(min * 100), max: Math.round(max * 100) }).map((n) => n / 100);

const robotParts = fc.record({
  moveS: fc.constantFrom(0, 0.3, 2, 6, 20),
  moveJ: fc.constantFrom(0, 1.5, 150),
  pickSuccess: share(0, 1),
  batteryWh: fc.constantFrom(0.05, 1, 10),
  startSoc: share(0, 1),
  stopSoc: share(0, 0.4),
  panelW: share(0, 20),
  chargeEfficiency: share(0.5, 1),
  dischargeEfficiency: share(0.5, 1),
  sleepAfterS: fc.constantFrom(1, 60),
  actuator: fc.constantFrom('arm' as const, 'flap' as const, 'node' as const),
});

const partsOfWorld = fc.record({
  robots: fc.array(robotParts, { minLength: 0, maxLength: 3 }),
  ratePerHour: fc.constantFrom(0, 30, 400, 3000),
  minGapS: fc.constantFrom(0, 1),
  startHour: fc.constantFrom(5, 11, 16),
  durationS: fc.constantFrom(600, 1800, 3600),
  cloudShare: share(0, 1),
  wear: share(0, 1.2),
  shapePerHour: fc.constantFrom(0, 5, 60),
  travelS: fc.constantFrom(0, 300),
  spareParts: fc.constantFrom(0, 2),
  capacityKg: fc.constantFrom(0, 0.2),
  residueEurPerKg: share(-0.1, 0.3),
  price: share(-0.2, 1),
  poolSize: fc.constantFrom(0, 20),
  machine: fc.boolean(),
  resortPasses: fc.constantFrom(0, 0, 2),
  processEveryS: fc.constantFrom(0, 60),
  sensorWear: fc.boolean(),
});

/** An optical sorter for PET behind the robots. */
export const opticalPet: MachineSpec = {
  id: 'nir-pet',
  kind: 'optical',
  positionM: 7.5,
  output: 'pet',
  targets: ['PET'],
  yield: 0.9,
  falseShare: 0.03,
  loadPerTPerH: 0.05,
  deadValves: 0.02,
  deadValveLoss: 1,
  flatFactor: 0.8,
  blowWindowM: 0.15,
  powerW: 13_000,
};

/** Small worlds of every kind: without robots, without sun, flooded, broken from the start, with prices that one pays. */
export const randomWorld: fc.Arbitrary<WorldSpec> = partsOfWorld.map((parts) => {
  const robots = parts.robots.map(
    (r, i): RobotSpec => ({
      ...plainDepot.robots[0]!,
      ...r,
      id: `r${i + 1}`,
      positionM: 1 + 2 * i,
      restartSoc: Math.min(1, r.stopSoc + 0.2),
    }),
  );
  return {
    ...plainDepot,
    site: {
      ...plainDepot.site,
      startHour: parts.startHour,
      openHour: 6,
      durationS: parts.durationS,
      cloudShare: parts.cloudShare,
    },
    feed: {
      ...plainDepot.feed,
      ratePerHour: parts.ratePerHour,
      minGapS: parts.minGapS,
      poolSize: parts.poolSize,
    },
    outputs: plainDepot.outputs.map((o, i) => ({
      ...o,
      capacityKg: parts.capacityKg,
      emptyEur: 0.01,
      tiers:
        i === 0
          ? o.tiers.map((t) => ({ ...t, priceEurPerKg: t.minPurity > 0.9 ? parts.price : -0.1 }))
          : o.tiers,
    })),
    machines: parts.machine ? [opticalPet] : [],
    processEveryS: parts.processEveryS,
    belt: { ...plainDepot.belt, lengthM: 9, resortPasses: parts.resortPasses, resortS: 30 },
    residue: { ...plainDepot.residue, costEurPerKg: parts.residueEurPerKg },
    robots,
    assets: plainDepot.assets
      .filter((a) => a.robotId === null || robots.some((r) => r.id === a.robotId))
      .map((a) => ({
        ...a,
        startWear: parts.wear,
        shapePerHour: parts.shapePerHour,
        repairS: 400,
        plannedS: 100,
      })),
    maintenance: {
      ...plainDepot.maintenance,
      inspectEveryS: 120,
      travelS: parts.travelS,
      spareParts: parts.spareParts,
      spareLeadS: 500,
      fromHour: 0,
      toHour: 24,
    },
  };
});
