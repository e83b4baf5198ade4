import type { MaintenancePolicy } from '../../ports.ts';
import type { Day } from '../day.ts';
import { assetsOf } from './long-run.ts';

/** Share of its grips that a gripper holds once it has worn to a share 0..1 of its limit: 85 % at the limit (from memory). */
export const gripAt = (share: number): number => 1 - 0.15 * Math.min(1, share);

/**
 * By robot of a day: share of its grips that it holds at most, as worn as its gripper is under a policy when the day begins. That is felt from
 * the first inspection on, until somebody renews it.
 */
export function startGrips(day: Day, policy: MaintenancePolicy): number[] {
  const grippers = assetsOf(day, policy).filter(({ spec }) => spec.kind === 'gripper');
  return day.world.robots.map(({ id }) =>
    Math.min(1, ...grippers.filter(({ spec }) => spec.robotId === id).map(({ share }) => gripAt(share))),
  );
}
