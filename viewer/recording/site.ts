import type { SceneBin, SceneRobot, SiteLayout } from '../../sim/record/scene.ts';

/** Where a thing stands: metres along the belt from its feed end, metres across from its centre line (negative = left). */
export interface Spot {
  readonly xM: number;
  readonly yM: number;
}

export type RobotPlan = SceneRobot & { readonly foot: Spot };

export type BinPlan = SceneBin & { readonly spot: Spot };

/** What stands where on the sorting site: the recorded scene, and bins and robots with their spots. */
export type Site = Readonly<ReturnType<typeof siteOf>>;

/** Outer size of a drawn bin along the belt, and the clear space that neighbours keep. */
export const BIN_LENGTH_M = 0.62;
const BIN_GAP_M = 0.14;
/** Half of the foot of a robot along the belt. */
const ROBOT_HALF_M = 0.36;
const ROBOT_STAND_OFF_M = 0.3;
const BIN_STAND_OFF_M = 0.52;
/** The bin under the belt's end stands this far behind it. */
const END_BIN_M = 0.42;

/** Something that wants to stand at a place and takes `half` to both sides of it; what is fixed is not moved. */
export interface Standing {
  readonly at: number;
  readonly half: number;
  readonly fixed: boolean;
}

/** Places things on one line near where they want to be, pushing later ones on so that none overlap. */
export function spread(wanted: readonly Standing[], gap: number): number[] {
  const walls = wanted.filter((w) => w.fixed);
  const placed = wanted.map((w) => w.at);
  let free = Number.NEGATIVE_INFINITY;
  for (const [i, { at, half, fixed }] of [...wanted.entries()].sort(([, a], [, b]) => a.at - b.at)) {
    if (fixed) continue;
    let x = Math.max(at, free + half);
    for (const wall of walls)
      if (Math.abs(x - wall.at) < half + wall.half + gap) x = wall.at + wall.half + half + gap;
    placed[i] = x;
    free = x + half + gap;
  }
  return placed;
}

function sideBins({ bins, robots, belt }: SiteLayout, side: 'left' | 'right'): BinPlan[] {
  const row = bins.filter((bin) => bin.side === side);
  const feet = robots.filter((robot) => robot.side === side);
  const half = BIN_LENGTH_M / 2;
  const wanted = [
    ...row.map((bin) => ({ at: bin.xM, half, fixed: false })),
    ...feet.map((robot) => ({ at: robot.xM, half: ROBOT_HALF_M, fixed: true })),
  ];
  const y = (side === 'left' ? -1 : 1) * (belt.widthM / 2 + BIN_STAND_OFF_M);
  const at = spread(wanted, BIN_GAP_M);
  return row.map((bin, i) => ({ ...bin, spot: { xM: at[i] ?? bin.xM, yM: y } }));
}

function endBins({ bins, belt }: SiteLayout): BinPlan[] {
  const row = bins.filter((bin) => bin.side === 'end');
  return row.map((bin, i) => ({
    ...bin,
    spot: { xM: belt.lengthM + END_BIN_M, yM: (i - (row.length - 1) / 2) * (BIN_LENGTH_M + BIN_GAP_M) },
  }));
}

/** Gives the robots and bins of a recorded scene their spots. */
export function siteOf(scene: SiteLayout) {
  const { belt, robots, bins } = scene;
  const footY = belt.widthM / 2 + ROBOT_STAND_OFF_M;
  const placed = [...sideBins(scene, 'left'), ...sideBins(scene, 'right'), ...endBins(scene)];
  return {
    scene,
    robots: robots.map(
      (r): RobotPlan => ({ ...r, foot: { xM: r.xM, yM: r.side === 'left' ? -footY : footY } }),
    ),
    bins: bins.flatMap(({ id }) => placed.find((bin) => bin.id === id) ?? []),
  };
}
