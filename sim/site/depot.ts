import { againstLandfill } from '../accounts/carbon.ts';
import { eurOf, type PriceTable } from '../accounts/price-table.ts';
import table from '../accounts/price-tables/united-kingdom-2025.json' with { type: 'json' };
import { defaultSensors } from '../senses/sensors.ts';
import type { AssetSpec, OutputSpec, RobotSpec, WorldSpec } from '../world.ts';

/** The prices of the depot. */
export const depotPrices = table as PriceTable;

/** Their name among the price tables. */
export const depotPricesName = 'united-kingdom-2025';

/** A price step that a bale of a grade gets, or a share of its price (a deduction for impurity; shares from memory). */
function step(minPurity: number, grade: string, share = 1): OutputSpec['tiers'][number] {
  const priceEurPerKg = share * eurOf(depotPrices, grade);
  return { minPurity, grade, ...(share === 1 ? {} : { share }), priceEurPerKg };
}

/** Too impure a bale is taken for nothing. */
const forNothing = { minPurity: 0, priceEurPerKg: 0 };

/**
 * What the buyer's plant pays to be rid of a kilogram of wrong material and charges back: the residue fee, and a little for
 * sorting it out (from memory; refused bales cost EUR 300 to 800 of freight and another sorting).
 */
const contaminantEurPerKg = 0.2;

function output(
  id: string,
  accepts: readonly string[],
  carbon: OutputSpec['carbon'],
  tiers: OutputSpec['tiers'],
): OutputSpec {
  return {
    id,
    use: 'recycle-high',
    accepts,
    maxState: 9,
    tiers,
    contaminantEurPerKg,
    carbon,
    capacityKg: 0,
    emptyEur: 0,
  };
}

/**
 * Bins by grade and colour. A bale of natural HDPE may hold 2 % of any other thing (ISRI circular); with more, pigmented bottles
 * among it, the whole bale is sold as coloured. PET grade A asks for 95 % bottles, B for 85 % (prcc.biz); PP 94 %; tinplate and
 * aluminium 82 and 90 to 97 % (German product specifications and ISRI, from memory). What nobody pays for stays on the belt.
 */
const outputs: readonly OutputSpec[] = [
  output('pet', ['pet-bottle-clear'], againstLandfill('PET', 'recycled'), [
    step(0.95, 'pet-bottles-clear'),
    step(0.85, 'plastic-bottles-mixed'),
    forNothing,
  ]),
  output('hdpe-natural', ['hdpe-bottle-natural'], againstLandfill('HDPE', 'recycled'), [
    step(0.98, 'hdpe-natural'),
    step(0.8, 'hdpe-coloured'),
    forNothing,
  ]),
  output('hdpe-coloured', ['HDPE'], againstLandfill('HDPE', 'recycled'), [
    step(0.95, 'hdpe-coloured'),
    step(0.8, 'plastic-bottles-mixed'),
    forNothing,
  ]),
  output('pp', ['PP'], againstLandfill('PP', 'recycled'), [
    step(0.94, 'pp'),
    step(0.8, 'pp', 0.5),
    forNothing,
  ]),
  output('aluminium', ['ALUMINIUM'], againstLandfill('aluminium-cans', 'recycled'), [
    step(0.95, 'aluminium-cans'),
    step(0.8, 'aluminium-cans', 0.6),
    forNothing,
  ]),
  output('steel', ['STEEL'], againstLandfill('steel-cans', 'recycled'), [
    step(0.9, 'steel-cans'),
    step(0.7, 'steel-cans', 0.6),
    forNothing,
  ]),
  output('fibre', ['fibre'], againstLandfill('corrugated', 'recycled'), [
    step(0.95, 'cardboard'),
    step(0.8, 'mixed-paper'),
    forNothing,
  ]),
  // WARM has no factor for boards in `carbon.json`; a fifth of them is copper and iron, counted as steel (estimate).
  output('electronics', ['PCB'], fifthOfSteel(), [
    step(0.9, 'circuit-boards'),
    step(0.6, 'circuit-boards', 0.5),
    forNothing,
  ]),
];

function fifthOfSteel(): OutputSpec['carbon'] {
  const steel = againstLandfill('steel-cans', 'recycled');
  return { ...steel, kgCo2ePerKg: 0.2 * steel.kgCo2ePerKg };
}

/**
 * A low-power arm: 25 W for 6 s = 150 J a pick, 10 picks a minute (assumed). It goes to sleep once idling has cost as much as waking
 * up does: 2 J over 1.7 W. So it never takes more than twice what it would if it knew when the next thing comes (the ski-rental rule).
 */
export const armRobot: RobotSpec = {
  id: 'r1',
  positionM: 3,
  reachM: 0.9,
  side: 'left',
  outputs: outputs.map(({ id }) => id),
  actuator: 'arm',
  moveS: 6,
  moveJ: 138,
  pickSuccess: 0.92,
  offW: 0.02,
  sleepW: 0.3,
  idleW: 2,
  wakeJ: 2,
  sleepAfterS: 1.2,
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

/** Wear of steps of one twentieth of the limit: lives spread by a fifth around their mean. */
const wear = { scale: 1, limit: 20, startWear: 'long-run', readingSd: 0.05 } as const;

/** Shape an hour with which `wear` comes to its limit after so many running hours, on average. */
const shapeFor = (meanLifeHours: number): number => (wear.limit / wear.scale + 0.5) / meanLifeHours;

/**
 * What wears. A sealed bearing of a belt in dust runs for two years of 2,500 hours (open ones 3 to 12 months, NSK case,
 * at-minerals.com; catalogue 30,000 h, in dirt 11,250 h, CEMA factors at minedutyproducts.com). A gripper with its cup holds
 * 200,000 picks (20,000 to 2,000,000; a day or two up to many months, fluidpowerjournal.com; numbers from memory), here 110 an
 * hour. Parts, minutes and what a failure damages are from memory; an emergency call adds EUR 97 (50 to 200, a German price list
 * of 2025).
 */
const assets: readonly AssetSpec[] = [
  {
    ...wear,
    ...{ id: 'belt-bearing', kind: 'belt', robotId: null, shapePerHour: shapeFor(5000) },
    ...{ plannedS: 3600, repairS: 5400, plannedEur: 60, failureEur: 250 },
  },
  ...['r1', 'r2'].map(
    (robotId): AssetSpec => ({
      ...wear,
      ...{ id: `${robotId}-gripper`, kind: 'gripper', robotId, shapePerHour: shapeFor(200_000 / 110) },
      ...{ plannedS: 300, repairS: 900, plannedEur: 8, failureEur: 105 },
    }),
  ),
];

/** A small solar depot in southern England on a spring day: what the quickstart plays. */
export const depotWorld: WorldSpec = {
  name: 'solar depot',
  site: {
    latitudeDeg: 51.5,
    altitudeM: 50,
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
    // The last-chance line of a sorting plant: shares by pieces, see docs/decisions.md.
    materials: [
      { materialId: 'aluminium-can', share: 14 },
      { materialId: 'steel-can', share: 6 },
      { materialId: 'pet-bottle-clear', share: 14 },
      { materialId: 'hdpe-bottle-natural', share: 5 },
      { materialId: 'hdpe-bottle-white', share: 5 },
      { materialId: 'hdpe-bottle-coloured', share: 5 },
      { materialId: 'pp-bottle-white', share: 4 },
      { materialId: 'pp-cup-white', share: 6 },
      { materialId: 'pp-tray-coloured', share: 7 },
      { materialId: 'pet-tray-coloured', share: 8 },
      { materialId: 'ps-cup-white', share: 5 },
      { materialId: 'pla-cup-clear', share: 3 },
      { materialId: 'beverage-carton', share: 6 },
      { materialId: 'cardboard', share: 8 },
      { materialId: 'circuit-board', share: 2 },
    ],
    ratePerHour: 420,
    surges: [{ fromHour: 11, toHour: 12, factor: 1.8 }],
    minGapS: 1,
    poolSize: 0,
    stateWeights: [],
    lookCoupling: 1,
  },
  belt: { lengthM: 8, widthM: 0.6, speedMPerS: 0.15, powerW: 180 },
  outputs,
  residue: {
    costEurPerKg: eurOf(depotPrices, 'residue'),
    // WARM compares fates; landfill is the reference here, so it counts 0.
    carbon: { ...againstLandfill('PET', 'landfilled'), version: 'reference' },
  },
  robots: [armRobot, { ...armRobot, id: 'r2', positionM: 6, side: 'right' }],
  assets,
  maintenance: {
    inspectEveryS: 3600,
    // A technician who is called comes on the same day (from memory); one visit, 30 km away, 1.5 h of work and 1 h of driving, costs
    // EUR 180 to 450 (ten German trade price lists 2016 to 2025: 63 to 98 EUR an hour, 0.55 to 1.00 EUR a kilometre).
    travelS: 14_400,
    visitEur: 260,
    fromHour: 7,
    toHour: 17,
    spareParts: 3,
    spareLeadS: 4 * 86_400,
  },
  economy: {
    mainsEurPerKWh: eurOf(depotPrices, 'mains'),
    // British grid, generation of 2024 (company reporting factors; from memory).
    mainsCarbon: {
      kgCo2ePerKg: 0.207,
      boundary: 'operation: grid electricity, per kWh',
      version: 'DEFRA',
      year: 2024,
    },
    fixedEurPerHour: 0,
  },
};
