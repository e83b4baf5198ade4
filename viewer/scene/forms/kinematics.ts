/** Joint angles of a two-link arm whose hand hangs straight down; radians. */
export interface ArmAngles {
  /** Turn of the whole arm about its vertical axis; 0 = along +x, positive towards -z (three.js rotation.y). */
  readonly yaw: number;
  /** Upper arm over the horizontal. */
  readonly shoulder: number;
  /** Forearm relative to the upper arm; negative = bent down. */
  readonly elbow: number;
  /** Hand relative to the forearm. */
  readonly wrist: number;
}

/**
 * Angles that bring the wrist to (dx, dy, dz) seen from the shoulder, y up, elbow up. A point out of reach is
 * approached as far as the links go (law of cosines, clamped).
 */
export function reachFor(dx: number, dy: number, dz: number, upperM: number, foreM: number): ArmAngles {
  const flat = Math.hypot(dx, dz);
  const far = upperM + foreM - 1e-4;
  const near = Math.abs(upperM - foreM) + 1e-4;
  const distance = Math.min(far, Math.max(near, Math.hypot(flat, dy)));
  const lift = Math.atan2(dy, flat);
  const cosine = (a: number, b: number, c: number): number =>
    Math.acos(Math.min(1, Math.max(-1, (a * a + b * b - c * c) / (2 * a * b))));
  const shoulder = lift + cosine(upperM, distance, foreM);
  const elbow = cosine(upperM, foreM, distance) - Math.PI;
  return { yaw: Math.atan2(-dz, dx), shoulder, elbow, wrist: -Math.PI / 2 - shoulder - elbow };
}
