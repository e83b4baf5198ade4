import type { JsonObject } from '../../sim/record/json.ts';
import type { Scene, SceneBin, SceneRobot } from '../../sim/record/scene.ts';
import { numberOf, recordOf, recordsOf, textOf, textsOf } from './fields.ts';

/** Where a thing stands: metres along the belt from its feed end, metres across from its centre line (negative = left). */
export interface Spot {
  readonly xM: number;
  readonly yM: number;
}

export interface RobotPlan extends SceneRobot {
  readonly foot: Spot;
}

export interface BinPlan extends SceneBin {
  readonly spot: Spot;
}

/** What stands where on the sorting site: the recorded scene, every field filled, bins and robots given a spot. */
export interface Site {
  readonly scene: Scene;
  readonly robots: readonly RobotPlan[];
  readonly bins: readonly BinPlan[];
  readonly scenario: string;
  readonly seed: number | null;
}

/** Outer size of a drawn bin along the belt, and the clear space that neighbours keep. */
export const BIN_LENGTH_M = 0.62;
const BIN_GAP_M = 0.14;
/** Half of the foot of a robot along the belt. */
const ROBOT_HALF_M = 0.36;
const ROBOT_STAND_OFF_M = 0.3;
const BIN_STAND_OFF_M = 0.52;
/** The bin under the belt's end stands this far behind it. */
const END_BIN_M = 0.42;

function beltOf(scene: JsonObject): Scene['belt'] {
  const belt = recordOf(scene, 'belt');
  return {
    lengthM: Math.max(1, numberOf(belt, 'lengthM', 8)),
    widthM: Math.max(0.2, numberOf(belt, 'widthM', 0.8)),
    speedMPerS: numberOf(belt, 'speedMPerS', 0.25),
  };
}

function robotOf(row: JsonObject, i: number, count: number, lengthM: number): SceneRobot {
  const xM = numberOf(row, 'xM', ((i + 1) * lengthM) / (count + 1));
  const actuator = textOf(row, 'actuator', 'arm');
  return {
    id: textOf(row, 'id', `r${i + 1}`),
    xM,
    side: textOf(row, 'side', i % 2 === 0 ? 'right' : 'left') === 'left' ? 'left' : 'right',
    reachM: numberOf(row, 'reachM', 1.2),
    cameraXM: numberOf(row, 'cameraXM', Math.max(0.4, xM - 1)),
    actuator: actuator === 'flap' || actuator === 'node' ? actuator : 'arm',
    batteryJ: numberOf(row, 'batteryJ'),
    panelW: numberOf(row, 'panelW', 200),
  };
}

function binOf(row: JsonObject, i: number, count: number, lengthM: number): SceneBin {
  const side = textOf(row, 'side', i % 2 === 0 ? 'left' : 'right');
  return {
    id: textOf(row, 'id', `bin ${i + 1}`),
    use: textOf(row, 'use'),
    accepts: textsOf(row, 'accepts'),
    xM: numberOf(row, 'xM', (lengthM * (i + 0.5)) / count),
    side: side === 'left' || side === 'end' ? side : 'right',
    capacityKg: numberOf(row, 'capacityKg'),
  };
}

/** Places half-width things on one line near where they want to be, pushing later ones on so that none overlap. */
export function spread(
  wanted: readonly { readonly at: number; readonly half: number; readonly fixed: boolean }[],
  gap: number,
): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]!.at - wanted[b]!.at || a - b);
  const walls = wanted.filter((w) => w.fixed);
  const placed = wanted.map((w) => w.at);
  let free = Number.NEGATIVE_INFINITY;
  for (const i of order) {
    const { at, half, fixed } = wanted[i]!;
    if (fixed) continue;
    let x = Math.max(at, free + half);
    for (const wall of walls)
      if (Math.abs(x - wall.at) < half + wall.half + gap) x = wall.at + wall.half + half + gap;
    placed[i] = x;
    free = x + half + gap;
  }
  return placed;
}

function sideBins(
  bins: readonly SceneBin[],
  robots: readonly SceneRobot[],
  belt: Scene['belt'],
  side: 'left' | 'right',
): BinPlan[] {
  const row = bins.filter((bin) => bin.side === side);
  const feet = robots.filter((robot) => robot.side === side);
  const half = BIN_LENGTH_M / 2;
  const wanted = [
    ...row.map((bin) => ({ at: bin.xM, half, fixed: false })),
    ...feet.map((robot) => ({ at: robot.xM, half: ROBOT_HALF_M, fixed: true })),
  ];
  const y = (side === 'left' ? -1 : 1) * (belt.widthM / 2 + BIN_STAND_OFF_M);
  const at = spread(wanted, BIN_GAP_M);
  return row.map((bin, i) => ({ ...bin, spot: { xM: at[i]!, yM: y } }));
}

function endBins(bins: readonly SceneBin[], belt: Scene['belt']): BinPlan[] {
  const row = bins.filter((bin) => bin.side === 'end');
  return row.map((bin, i) => ({
    ...bin,
    spot: { xM: belt.lengthM + END_BIN_M, yM: (i - (row.length - 1) / 2) * (BIN_LENGTH_M + BIN_GAP_M) },
  }));
}

/** Reads the site from the data of `run.started`; what is missing gets a plain default, so that odd recordings still play. */
export function siteOf(started: JsonObject): Site {
  const raw = recordOf(started, 'scene');
  const belt = beltOf(raw);
  const robotRows = recordsOf(raw, 'robots');
  const binRows = recordsOf(raw, 'bins');
  const scene: Scene = {
    startHour: numberOf(raw, 'startHour', 6),
    latitudeDeg: numberOf(raw, 'latitudeDeg', 50),
    dayOfYear: numberOf(raw, 'dayOfYear', 172),
    durationUs: numberOf(raw, 'durationUs'),
    belt,
    robots: robotRows.map((row, i) => robotOf(row, i, robotRows.length, belt.lengthM)),
    bins: binRows.map((row, i) => binOf(row, i, binRows.length, belt.lengthM)),
    assets: recordsOf(raw, 'assets').map((row, i) => {
      const id = textOf(row, 'id', `asset ${i + 1}`);
      return { id, name: textOf(row, 'name', id), xM: numberOf(row, 'xM') };
    }),
  };
  const footY = belt.widthM / 2 + ROBOT_STAND_OFF_M;
  const placed = [
    ...sideBins(scene.bins, scene.robots, belt, 'left'),
    ...sideBins(scene.bins, scene.robots, belt, 'right'),
    ...endBins(scene.bins, belt),
  ];
  const seed = numberOf(started, 'seed', Number.NaN);
  return {
    scene,
    robots: scene.robots.map((r) => ({ ...r, foot: { xM: r.xM, yM: r.side === 'left' ? -footY : footY } })),
    bins: scene.bins.map((bin) => placed.find((p) => p.id === bin.id)!),
    scenario: textOf(started, 'scenario'),
    seed: Number.isNaN(seed) ? null : seed,
  };
}
