/**
 * One-hot targets with a share of the mass spread evenly (Szegedy 2016): the control that asks whether soft
 * targets are more than smoothing. Writes row `row` of `out` [B, classes]; `smoothing` 0 gives one-hot.
 */
export function smoothedTarget(
  out: Float32Array,
  row: number,
  classes: number,
  label: number,
  smoothing: number,
): void {
  const start = row * classes;
  out.fill(smoothing / classes, start, start + classes);
  out[start + label]! += 1 - smoothing;
}
