/** Blur of the optics, 3 taps each way; the frame's border rows stay as they are. */
export function blurMap(map: Float32Array, size: number, sigma: number, scratch: Float32Array): void {
  const side = 0.5 * (1 - 1 / (1 + sigma * sigma));
  const middle = 1 - 2 * side;
  const n = size * size;
  scratch[0] = map[0]!;
  scratch[n - 1] = map[n - 1]!;
  for (let i = 1; i < n - 1; i++) scratch[i] = middle * map[i]! + side * (map[i - 1]! + map[i + 1]!);
  for (let i = size; i < n - size; i++) {
    map[i] = middle * scratch[i]! + side * (scratch[i - size]! + scratch[i + size]!);
  }
}
