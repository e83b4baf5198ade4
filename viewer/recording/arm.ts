import type { BinPlan, RobotPlan } from './site.ts';
import { countUntil, type Sequence } from './table/after.ts';

/** A point of the site: metres along the belt, across it (negative = left), and above the belt's surface. */
export interface SitePoint {
  readonly xM: number;
  readonly yM: number;
  readonly zM: number;
}

/** One pick as the arm does it: hand closed at gripUs, opened at releaseUs; a failed grip is carried as if it held. */
export interface ArmTask {
  readonly itemId: number;
  readonly gripUs: number;
  readonly grip: SitePoint;
  readonly ok: boolean;
  readonly releaseUs: number;
  readonly drop: SitePoint;
}

/** Time before the grip in which an arm turns to the item, and after the release in which it swings back. */
const REACH_US = 900_000;
const RETURN_US = 900_000;
/** Height over the belt at which an arm waits, and lets go. */
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

/** On the way home after a task, or at home before the first. */
function returning(task: ArmTask | undefined, home: SitePoint, timeUs: number): SitePoint {
  if (task === undefined) return home;
  return along(task.drop, home, (timeUs - task.releaseUs) / RETURN_US, 0.08);
}

export interface HandPlace {
  readonly point: SitePoint;
  /** The item that it holds. */
  readonly itemId: number | null;
}

/** Where the hand of an arm is at `timeUs`, and what it holds; a pure function of the recorded picks. */
export function handAt(tasks: Sequence<ArmTask>, home: SitePoint, timeUs: number): HandPlace {
  const index = countUntil(tasks, timeUs, ({ gripUs }) => gripUs) - 1;
  const task = index < 0 ? undefined : tasks.at(index);
  if (task !== undefined && timeUs < task.releaseUs) {
    const share = (timeUs - task.gripUs) / (task.releaseUs - task.gripUs);
    return { point: along(task.grip, task.drop, share, 0.22), itemId: task.ok ? task.itemId : null };
  }
  const next = tasks.at(index + 1);
  const leaveUs = next === undefined ? timeUs : Math.max(next.gripUs - REACH_US, task?.releaseUs ?? 0);
  if (next === undefined || timeUs <= leaveUs) return { point: returning(task, home, timeUs), itemId: null };
  const share = (timeUs - leaveUs) / (next.gripUs - leaveUs);
  return { point: along(returning(task, home, leaveUs), next.grip, share, 0.05), itemId: null };
}
