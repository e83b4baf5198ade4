/** Width of the smoothed degradation label in states: neighbours of the true state share e^-0.5 of its mass. */
const WIDTH_STATES = 1;

/**
 * Ordinal target: a Gaussian over states 0..states-1 around the true state, normalised to one
 * (soft labels for ordinal regression, Diaz and Marathe, CVPR 2019; from memory). Writes row `row` of `out` [B, states].
 */
export function ordinalTarget(out: Float32Array, row: number, states: number, state: number): void {
  let total = 0;
  for (let s = 0; s < states; s++) {
    const distance = (s - state) / WIDTH_STATES;
    const mass = Math.exp(-0.5 * distance * distance);
    out[row * states + s] = mass;
    total += mass;
  }
  for (let s = 0; s < states; s++) out[row * states + s]! /= total;
}
