/**
 * Averages a square RGB image down to `px` and writes it at `start` of `out`; a copy when the sizes agree.
 * The side must be a multiple of `px`. Rounds half up, as integer hardware does.
 */
export function shrinkImage(rgb: Uint8Array, px: number, out: Uint8Array, start: number): void {
  const side = Math.round(Math.sqrt(rgb.length / 3));
  const factor = side / px;
  if (side * side * 3 !== rgb.length || !Number.isInteger(factor)) {
    throw new Error(`image: a frame of ${rgb.length} bytes (side ${side}) cannot be averaged to ${px} px`);
  }
  if (factor === 1) {
    out.set(rgb, start);
    return;
  }
  const area = factor * factor;
  for (let y = 0; y < px; y++) {
    for (let x = 0; x < px; x++) {
      for (let channel = 0; channel < 3; channel++) {
        let sum = 0;
        for (let dy = 0; dy < factor; dy++) {
          const row = (y * factor + dy) * side + x * factor;
          for (let dx = 0; dx < factor; dx++) sum += rgb[(row + dx) * 3 + channel]!;
        }
        out[start + (y * px + x) * 3 + channel] = Math.floor((sum + area / 2) / area);
      }
    }
  }
}
