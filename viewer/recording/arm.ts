import type { BinPlan, RobotPlan } from './site.ts';

/** A point of the site: metres along the belt, across it (negative = left), and above the belt's surface. */
export interface SitePoint {
  readonly xM: number;
  readonly yM: number;
  readonly zM: number;
}

/** One pick as the arm does it: away at startUs, hand closed at gripUs, hand opened at releaseUs. */
export interface ArmTask {
  readonly itemId: number;
  readonly startUs: number;
  readonly gripUs: number;
  readonly grip: SitePoint;
  readonly ok: boolean;
  /** Infinity until the item is known to have landed. */
  releaseUs: number;
  drop: SitePoint;
}

/** Time an arm takes to swing back when nothing else is recorded. */
const RETURN_US = 700_000;
/** Height over the belt at which an arm waits, carries and lets go. */
const HOVER_M = 0.42;
const DROP_M = 0.34;
/** Share of its reach that an arm uses sideways when it lets go. */
const REACH_SHARE = 0.92;

/** Where the hand waits: over the near half of the belt, in front of the foot. */
export function homeOf(robot: RobotPlan): SitePoint {
  const inward = robot.side === 'left' ? 1 : -1;
  return { xM: robot.foot.xM - 0.18, yM: robot.foot.yM + inward * 0.42, zM: HOVER_M };
}

/** Where the hand opens: over the bin, or as near to it as the arm reaches (it throws the rest of the way). */
export function dropPoint(robot: RobotPlan, bin: BinPlan): SitePoint {
  const dx = bin.spot.xM - robot.foot.xM;
  const dy = bin.spot.yM - robot.foot.yM;
  const share = Math.min(1, (robot.reachM * REACH_SHARE) / Math.max(0.01, Math.hypot(dx, dy)));
  return { xM: robot.foot.xM + dx * share, yM: robot.foot.yM + dy * share, zM: DROP_M };
}

/** 0..1 with zero speed at both ends. */
function ease(share: number): number {
  const s = Math.min(1, Math.max(0, share));
  return s * s * (3 - 2 * s);
}

/** From a to b on an arc: sideways eased, up by `liftM` in the middle. */
function along(a: SitePoint, b: SitePoint, share: number, liftM: number): SitePoint {
  const s = ease(share);
  return {
    xM: a.xM + (b.xM - a.xM) * s,
    yM: a.yM + (b.yM - a.yM) * s,
    zM: a.zM + (b.zM - a.zM) * s + liftM * 4 * s * (1 - s),
  };
}

function lastStarted(tasks: readonly ArmTask[], timeUs: number): number {
  let low = 0;
  let high = tasks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tasks[middle]!.startUs <= timeUs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The end of a task's work: let go, or drawn back empty after a failed grip. */
function endOf(task: ArmTask): number {
  return task.ok ? task.releaseUs : task.gripUs;
}

function restPoint(tasks: readonly ArmTask[], index: number, home: SitePoint, timeUs: number): SitePoint {
  const task = tasks[index];
  if (task === undefined) return home;
  const from = task.ok ? task.drop : task.grip;
  return along(from, home, (timeUs - endOf(task)) / RETURN_US, 0.08);
}

/** Where the hand of an arm is at `timeUs`, and which item it holds; a pure function of the recorded picks. */
export function handAt(
  tasks: readonly ArmTask[],
  home: SitePoint,
  timeUs: number,
): { readonly point: SitePoint; readonly itemId: number | null } {
  const index = lastStarted(tasks, timeUs);
  const task = tasks[index];
  if (task === undefined) return { point: home, itemId: null };
  if (timeUs < task.gripUs) {
    const from = restPoint(tasks, index - 1, home, task.startUs);
    const share = (timeUs - task.startUs) / Math.max(1, task.gripUs - task.startUs);
    return { point: along(from, task.grip, share, 0.05), itemId: null };
  }
  if (timeUs >= endOf(task)) return { point: restPoint(tasks, index, home, timeUs), itemId: null };
  const span = Number.isFinite(task.releaseUs) ? task.releaseUs - task.gripUs : 1_500_000;
  const share = (timeUs - task.gripUs) / Math.max(1, span);
  return { point: along(task.grip, task.drop, share, 0.22), itemId: task.itemId };
}
