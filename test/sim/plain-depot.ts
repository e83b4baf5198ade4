import { againstLandfill } from '../../sim/accounts/carbon.ts';
import { defaultSensors } from '../../sim/senses/sensors.ts';
import type { OutputSpec, RobotSpec, WorldSpec } from '../../sim/world.ts';

/*
 * A site for tests of how sites work: few broad bins, round figures, parts that wear out within a day. Prices, lives and
 * streams that a practitioner believes stand in sim/site/depot.ts and change with the market; these stay as they are.
 */

/** Price steps: full price at the bale specification, 40 % down to `floorPurity`, nothing below. */
function tiers(fullEurPerKg: number, specification: number, floorPurity: number): OutputSpec['tiers'] {
  return [
    { minPurity: specification, priceEurPerKg: fullEurPerKg },
    { minPurity: floorPurity, priceEurPerKg: 0.4 * fullEurPerKg },
    { minPurity: 0, priceEurPerKg: 0 },
  ];
}

/** Landfill gate fee with tax, EUR/kg, western Europe (from memory: 80-150 EUR/t). */
const landfillEurPerKg = 0.11;

function output(
  id: string,
  accepts: readonly string[],
  carbon: OutputSpec['carbon'],
  price: OutputSpec['tiers'],
): OutputSpec {
  return {
    id,
    use: 'recycle-high',
    accepts,
    maxState: 9,
    tiers: price,
    contaminantEurPerKg: 0.2,
    carbon,
    capacityKg: 0,
    emptyEur: 0,
  };
}

/** A low-power arm: 25 W for 6 s = 150 J a pick, 10 picks a minute (assumed). */
export const armRobot: RobotSpec = {
  id: 'r1',
  positionM: 3,
  reachM: 0.9,
  side: 'left',
  outputs: ['pet', 'hdpe', 'pp', 'metal', 'fibre', 'glass'],
  actuator: 'arm',
  moveS: 6,
  moveJ: 138,
  pickSuccess: 0.92,
  offW: 0.02,
  sleepW: 0.3,
  idleW: 2,
  wakeJ: 2,
  sleepAfterS: 60,
  batteryWh: 30,
  startSoc: 0.6,
  stopSoc: 0.1,
  restartSoc: 0.35,
  chargeEfficiency: 0.95,
  dischargeEfficiency: 0.95,
  selfDischargePerDay: 0.001,
  panelW: 12,
  panelTempPerK: -0.004,
  indoorW: 0,
  computeEnergyFactor: 1,
  computeTimeFactor: 1,
  remoteW: 0,
  sensors: defaultSensors(),
};

/** The site: see above; wear within a day lets tests see failures and visits in seconds. */
export const plainDepot: WorldSpec = {
  name: 'solar depot',
  site: {
    latitudeDeg: 48,
    altitudeM: 300,
    dayOfYear: 110,
    startHour: 7,
    durationS: 10 * 3600,
    openHour: 7,
    closeHour: 17,
    linkeTurbidity: 3,
    cloudShare: 0.45,
    cloudPersistence: 0.8,
    cloudTransmission: 0.3,
    ambientC: 15,
    windMPerS: 2,
    skyStepS: 60,
  },
  feed: {
    materials: [
      { materialId: 'pet-bottle-clear', share: 16 },
      { materialId: 'pet-tray-coloured', share: 5 },
      { materialId: 'pla-cup-clear', share: 4 },
      { materialId: 'hdpe-bottle-white', share: 9 },
      { materialId: 'hdpe-bottle-coloured', share: 6 },
      { materialId: 'pp-bottle-white', share: 6 },
      { materialId: 'pp-tray-coloured', share: 7 },
      { materialId: 'pp-cup-white', share: 6 },
      { materialId: 'ps-cup-white', share: 5 },
      { materialId: 'pvc-bottle-clear', share: 3 },
      { materialId: 'aluminium-can', share: 7 },
      { materialId: 'steel-can', share: 7 },
      { materialId: 'cardboard', share: 8 },
      { materialId: 'paper-news', share: 7 },
      { materialId: 'glass-bottle-clear', share: 4 },
    ],
    ratePerHour: 420,
    surges: [{ fromHour: 11, toHour: 12, factor: 1.8 }],
    minGapS: 1,
    poolSize: 0,
    stateWeights: [],
    lookCoupling: 1,
  },
  belt: { lengthM: 8, widthM: 0.6, speedMPerS: 0.15, powerW: 180 },
  outputs: [
    output('pet', ['PET'], againstLandfill('PET', 'recycled'), tiers(0.37056178877082974, 0.94, 0.8)),
    output('hdpe', ['HDPE'], againstLandfill('HDPE', 'recycled'), tiers(0.8733656608906364, 0.95, 0.8)),
    output('pp', ['PP'], againstLandfill('PP', 'recycled'), tiers(0.1482652805645739, 0.95, 0.8)),
    output(
      'metal',
      ['metal'],
      againstLandfill('steel-cans', 'recycled'),
      tiers(0.38506379637735094, 0.95, 0.7),
    ),
    output(
      'fibre',
      ['fibre'],
      againstLandfill('corrugated', 'recycled'),
      tiers(0.10749736823249945, 0.95, 0.8),
    ),
    // Clear cullet (from memory: 20-50 EUR/t delivered); what it saves is the landfill.
    output('glass', ['GLASS'], againstLandfill('glass', 'recycled'), tiers(0.03, 0.98, 0.9)),
  ],
  residue: {
    costEurPerKg: landfillEurPerKg,
    // WARM compares fates; landfill is the reference here, so it counts 0.
    carbon: { ...againstLandfill('PET', 'landfilled'), version: 'reference' },
  },
  robots: [armRobot, { ...armRobot, id: 'r2', positionM: 6, side: 'right' }],
  assets: [
    {
      id: 'belt-bearing',
      kind: 'belt',
      robotId: null,
      shapePerHour: 2,
      scale: 1,
      limit: 20,
      startWear: 0.45,
      plannedS: 600,
      repairS: 2400,
      plannedEur: 2,
      failureEur: 18,
      readingSd: 0.05,
    },
    {
      id: 'r1-gripper',
      kind: 'gripper',
      robotId: 'r1',
      shapePerHour: 2.5,
      scale: 1,
      limit: 25,
      startWear: 0.3,
      plannedS: 300,
      repairS: 900,
      plannedEur: 2,
      failureEur: 10,
      readingSd: 0.05,
    },
  ],
  maintenance: {
    inspectEveryS: 900,
    travelS: 1800,
    visitEur: 4,
    fromHour: 7,
    toHour: 17,
    spareParts: 3,
    spareLeadS: 86_400,
  },
  economy: {
    mainsEurPerKWh: 0.25,
    // European grid mix around 2022 (EEA; from memory).
    mainsCarbon: {
      kgCo2ePerKg: 0.25,
      boundary: 'operation: grid electricity, per kWh',
      version: 'EEA',
      year: 2022,
    },
    fixedEurPerHour: 0,
  },
};
