import { materialById, materials } from './materials/catalogue.ts';
import type { Sensors } from './sensing/sensors.ts';

/** Everything that a scenario can set for one sorting site. Plain data; seeds are not part of it. */
export interface WorldSpec {
  readonly name: string;
  readonly site: SiteSpec;
  readonly feed: FeedSpec;
  readonly belt: BeltSpec;
  readonly outputs: readonly OutputSpec[];
  readonly residue: ResidueSpec;
  readonly robots: readonly RobotSpec[];
  readonly assets: readonly AssetSpec[];
  readonly maintenance: MaintenanceSpec;
  readonly economy: EconomySpec;
}

/** Place, calendar and sky. Solar time: 12 h = sun in the south. */
export interface SiteSpec {
  readonly latitudeDeg: number;
  readonly altitudeM: number;
  readonly dayOfYear: number;
  readonly startHour: number;
  readonly durationS: number;
  /** Daily working window; items arrive only inside it. */
  readonly openHour: number;
  readonly closeHour: number;
  /** Linke turbidity for the Ineichen-Perez clear sky; 0 = Haurwitz (needs the zenith only). */
  readonly linkeTurbidity: number;
  /** Long-run share of cloudy quarter hours (two-state chain, keyed by day), and what a cloud lets through. */
  readonly cloudShare: number;
  readonly cloudPersistence: number;
  readonly cloudTransmission: number;
  readonly ambientC: number;
  readonly windMPerS: number;
  /** How often harvest follows the sky, in seconds (constant in between). */
  readonly skyStepS: number;
}

export interface FeedSpec {
  readonly materials: readonly { readonly materialId: string; readonly share: number }[];
  readonly ratePerHour: number;
  /** Times at which the rate is multiplied; overlapping surges multiply. */
  readonly surges: readonly { readonly fromHour: number; readonly toHour: number; readonly factor: number }[];
  /** Smallest time between two items after singulation. */
  readonly minGapS: number;
  /**
   * 0: every arrival is a new item. N > 0: arrivals are drawn from N prepared items, so that frames and beliefs are shared
   * by replications (a bootstrap of the feed).
   */
  readonly poolSize: number;
  /** [10] weights of degradation states; empty = whatever the use phase gives. */
  readonly stateWeights: readonly number[];
}

export interface BeltSpec {
  readonly lengthM: number;
  readonly widthM: number;
  readonly speedMPerS: number;
  readonly powerW: number;
}

/** `accepts` names material ids, classes or families. Tiers: the first whose purity is reached sets the price. */
export interface OutputSpec {
  readonly id: string;
  /** Best next use that the output serves: reuse, repair, recycle-high, recycle-low, recover. */
  readonly use: string;
  readonly accepts: readonly string[];
  readonly maxState: number;
  readonly tiers: readonly { readonly minPurity: number; readonly priceEurPerKg: number }[];
  readonly contaminantEurPerKg: number;
  readonly carbon: CarbonFactor;
  readonly capacityKg: number;
  readonly emptyEur: number;
}

/** kgCO2e per kg of accepted mass, with what makes two factors addable: the same boundary. */
export interface CarbonFactor {
  readonly kgCo2ePerKg: number;
  readonly boundary: string;
  readonly version: string;
  readonly year: number;
}

export interface ResidueSpec {
  readonly costEurPerKg: number;
  readonly carbon: CarbonFactor;
}

export interface RobotSpec {
  readonly id: string;
  readonly positionM: number;
  readonly reachM: number;
  readonly side: 'left' | 'right';
  /** Outputs it can reach. */
  readonly outputs: readonly string[];
  readonly actuator: 'arm' | 'flap' | 'node';
  readonly moveS: number;
  readonly moveJ: number;
  readonly pickSuccess: number;
  readonly offW: number;
  readonly sleepW: number;
  readonly idleW: number;
  readonly wakeJ: number;
  /** Idle time after which it sleeps. */
  readonly sleepAfterS: number;
  readonly batteryWh: number;
  readonly startSoc: number;
  readonly stopSoc: number;
  readonly restartSoc: number;
  readonly chargeEfficiency: number;
  readonly dischargeEfficiency: number;
  readonly selfDischargePerDay: number;
  /** Panel peak power at 1000 W/m2 and 25 C; 0 = no panel. */
  readonly panelW: number;
  readonly panelTempPerK: number;
  /** Constant harvest from indoor light (W), beside the panel. */
  readonly indoorW: number;
  /** Multiplies the classifier's own joules and seconds: another device than the one it was measured for. */
  readonly computeEnergyFactor: number;
  readonly computeTimeFactor: number;
  /** Mains power of a remote computer for this robot (kept apart from the battery). */
  readonly remoteW: number;
  readonly sensors: Sensors;
}

/** Wear is a gamma process in running hours: increments Gamma(shapePerHour * dt, scale), failure at `limit`. */
export interface AssetSpec {
  readonly id: string;
  /** What stops when it fails: belt and feeder stop the feed, a gripper its robot; lens and lamp only see less. */
  readonly kind: 'belt' | 'feeder' | 'gripper' | 'lens' | 'lamp';
  readonly robotId: string | null;
  readonly shapePerHour: number;
  readonly scale: number;
  readonly limit: number;
  readonly startWear: number;
  readonly plannedS: number;
  readonly repairS: number;
  readonly plannedEur: number;
  readonly failureEur: number;
  /** Standard deviation of the condition reading, as a share of `limit`. */
  readonly readingSd: number;
}

export interface MaintenanceSpec {
  readonly inspectEveryS: number;
  readonly travelS: number;
  readonly visitEur: number;
  /** Hours of the day in which a technician can arrive. */
  readonly fromHour: number;
  readonly toHour: number;
  readonly spareParts: number;
  readonly spareLeadS: number;
}

export interface EconomySpec {
  readonly mainsEurPerKWh: number;
  readonly mainsCarbon: CarbonFactor;
  readonly fixedEurPerHour: number;
}

/** One thing that is wrong with a world; `path` leads to the field. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly got?: unknown;
  readonly cure: string;
}

/** The accept set of an output over a label order: [K] 1 = accepted. */
export function acceptsOf(accepts: readonly string[], labels: readonly string[]): Uint8Array {
  const wanted = new Set(accepts);
  return Uint8Array.from(labels, (id) => {
    const material = materialById(id);
    return wanted.has(id) || wanted.has(material.class) || wanted.has(material.family) ? 1 : 0;
  });
}

/** Everything that makes a world unplayable, all at once; an empty list means it can run. Single-field ranges are the schema's task. */
export function problemsOf(world: WorldSpec): Problem[] {
  return [
    ...beltProblems(world),
    ...feedProblems(world),
    ...outputProblems(world),
    ...robotProblems(world),
    ...assetProblems(world),
  ];
}

/** Longest ride and longest move for which the bound holds: together a 15 min block. */
const longestRideS = 840;
const longestMoveS = 60;

function beltProblems({ belt, robots }: WorldSpec): Problem[] {
  const rideS = belt.lengthM / belt.speedMPerS;
  const slow = robots.flatMap((r, i) =>
    r.moveS > longestMoveS
      ? [
          {
            path: ['robots', i, 'moveS'],
            message: `a move may take ${longestMoveS} s at most`,
            got: r.moveS,
            cure: 'make the move shorter',
          },
        ]
      : [],
  );
  if (rideS <= longestRideS) return slow;
  const message = `an item would ride for ${Math.round(rideS)} s, longer than ${longestRideS} s`;
  return [
    ...slow,
    { path: ['belt', 'speedMPerS'], message, got: belt.speedMPerS, cure: 'shorten or speed up the belt' },
  ];
}

function feedProblems({ feed, site }: WorldSpec): Problem[] {
  const known = new Set(materials.map((m) => m.id));
  const problems: Problem[] = feed.materials.flatMap(({ materialId }, i) =>
    known.has(materialId)
      ? []
      : [
          {
            path: ['feed', 'materials', i, 'materialId'],
            message: 'is not in the catalogue',
            got: materialId,
            cure: 'list the ids with `looptwin materials`',
          },
        ],
  );
  const total = feed.materials.reduce((sum, { share }) => sum + share, 0);
  if (!(total > 0)) {
    problems.push({
      path: ['feed', 'materials'],
      message: 'shares must add up to more than 0',
      got: total,
      cure: 'give at least one material a share above 0',
    });
  }
  if (!(site.closeHour > site.openHour)) {
    problems.push({
      path: ['site', 'closeHour'],
      message: 'the site never opens: closeHour must lie after openHour',
      got: site.closeHour,
      cure: `set it above ${site.openHour}`,
    });
  }
  return problems;
}

function outputProblems({ outputs }: WorldSpec): Problem[] {
  const known = new Set(materials.flatMap((m) => [m.id, m.class, m.family]));
  return outputs.flatMap((output, i) => {
    const problems: Problem[] = output.accepts.flatMap((name, k) =>
      known.has(name)
        ? []
        : [
            {
              path: ['outputs', i, 'accepts', k],
              message: 'is no material, class or family of the catalogue',
              got: name,
              cure: 'list the names with `looptwin materials`',
            },
          ],
    );
    if (output.tiers.length === 0) {
      problems.push({
        path: ['outputs', i, 'tiers'],
        message: 'has no price',
        cure: 'add at least { minPurity: 0, priceEurPerKg: ... } (prices may be negative)',
      });
    }
    if (outputs.findIndex((o) => o.id === output.id) !== i || output.id === 'residue') {
      problems.push({
        path: ['outputs', i, 'id'],
        message: 'is taken',
        got: output.id,
        cure: 'give each output its own id (residue is the belt end)',
      });
    }
    return problems;
  });
}

function robotProblems({ robots, outputs, belt }: WorldSpec): Problem[] {
  const bins = new Set(outputs.map((o) => o.id));
  let freeFromM = 0;
  return robots.flatMap((robot, i) => {
    const problems: Problem[] = robot.outputs.flatMap((id, k) =>
      bins.has(id)
        ? []
        : [
            {
              path: ['robots', i, 'outputs', k],
              message: 'is an output that the robot cannot reach: it does not exist',
              got: id,
              cure: `use one of ${[...bins].join(', ')}`,
            },
          ],
    );
    const from = robot.positionM - robot.reachM;
    const to = robot.positionM + robot.reachM;
    if (from < freeFromM || to > belt.lengthM) {
      problems.push({
        path: ['robots', i, 'positionM'],
        message: `its window ${from}..${to} m must lie on the belt behind the windows before it (${freeFromM}..${belt.lengthM} m)`,
        got: robot.positionM,
        cure: 'move the robot, shorten reachM or lengthen the belt',
      });
    }
    freeFromM = to;
    if (robot.restartSoc < robot.stopSoc) {
      problems.push({
        path: ['robots', i, 'restartSoc'],
        message: `must not lie below stopSoc (${robot.stopSoc}): it would start and stop for ever`,
        got: robot.restartSoc,
        cure: `set it between ${robot.stopSoc} and 1`,
      });
    }
    return problems;
  });
}

function assetProblems({ assets, robots }: WorldSpec): Problem[] {
  const known = new Set(robots.map((r) => r.id));
  return assets.flatMap((asset, i) => {
    const needsRobot = asset.kind !== 'belt' && asset.kind !== 'feeder';
    if (!needsRobot || (asset.robotId !== null && known.has(asset.robotId))) return [];
    return [
      {
        path: ['assets', i, 'robotId'],
        message: `a ${asset.kind} belongs to a robot`,
        got: asset.robotId,
        cure: `use one of ${[...known].join(', ')}`,
      },
    ];
  });
}
