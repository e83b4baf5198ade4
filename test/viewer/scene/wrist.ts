import type { ArmAngles } from '../../../viewer/scene/forms/kinematics.ts';

/** Where the wrist is, seen from the shoulder, for given angles: the inverse of `reachFor`. */
export function wristOf(angles: ArmAngles, upperM: number, foreM: number): readonly [number, number, number] {
  const { yaw, shoulder, elbow } = angles;
  const flat = upperM * Math.cos(shoulder) + foreM * Math.cos(shoulder + elbow);
  const up = upperM * Math.sin(shoulder) + foreM * Math.sin(shoulder + elbow);
  return [flat * Math.cos(yaw), up, -flat * Math.sin(yaw)];
}
