import type { MaintenancePolicy } from '../../ports.ts';
import type { Day } from '../day.ts';
import { firstInspectionS } from './crew.ts';
import { assetsOf } from './long-run.ts';

/** Share of its grips that a gripper holds once it has worn to a share 0..1 of its limit: 85 % at the limit (from memory). */
export const gripAt = (share: number): number => 1 - 0.15 * Math.min(1, share);

/**
 * Share of its grips that a robot of a day, by its place, holds at most at a time: as worn as its gripper is under a policy when the day begins,
 * which is felt from the first inspection on, until somebody renews it. Of several grippers the one that was looked at last is felt: the
 * least worn counts.
 */
export function wornGrips(day: Day, policy: MaintenancePolicy): (robot: number, timeUs: number) => number {
  const grippers = assetsOf(day, policy).filter(({ spec }) => spec.kind === 'gripper');
  const shares = day.world.robots.map(({ id }) => {
    const own = grippers.filter(({ spec }) => spec.robotId === id);
    return own.length === 0 ? 1 : Math.max(...own.map(({ share }) => gripAt(share)));
  });
  const feltUs = firstInspectionS(day.world) * 1e6;
  return (robot, timeUs) => (timeUs < feltUs ? 1 : shares[robot]!);
}
