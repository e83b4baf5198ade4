import type { Vector3 } from 'three';
import type { SitePoint } from '../../recording/arm.ts';

/** Height of the belt's surface over the floor. */
export const BELT_TOP_M = 0.86;

/** Site metres (along, across, above the belt) to scene metres: belt along x about the origin, y up. */
export function toScene(target: Vector3, point: SitePoint, beltLengthM: number): Vector3 {
  return target.set(point.xM - beltLengthM / 2, BELT_TOP_M + point.zM, point.yM);
}
