/**
 * Slopes of a cubic through the points (x rising) that rises and falls only where they do: a weighted harmonic mean of the
 * slopes on both sides, 0 at a turn (Fritsch and Butland 1984, SIAM J. Sci. Stat. Comput. 5(2) 300).
 */
export function monotoneSlopes(x: readonly number[], y: readonly number[]): number[] {
  const last = x.length - 1;
  if (last === 0) return [0];
  const width = x.slice(1).map((to, k) => to - x[k]!);
  const secant = width.map((h, k) => (y[k + 1]! - y[k]!) / h);
  const end = (near: number, next: number): number =>
    last === 1 ? secant[near]! : endSlope(width[near]!, width[next]!, secant[near]!, secant[next]!);
  return x.map((_, k) => {
    if (k === 0) return end(0, 1);
    if (k === last) return end(last - 1, last - 2);
    const [before, after] = [secant[k - 1]!, secant[k]!];
    if (before * after <= 0) return 0;
    const [w, v] = [2 * width[k]! + width[k - 1]!, width[k]! + 2 * width[k - 1]!];
    return (w + v) / (w / before + v / after);
  });
}

/** Slope of the parabola through the last three points, as far as it keeps the cubic monotone. */
function endSlope(near: number, next: number, secant: number, nextSecant: number): number {
  const slope = ((2 * near + next) * secant - near * nextSecant) / (near + next);
  if (slope * secant <= 0) return 0;
  if (secant * nextSecant <= 0 && Math.abs(slope) > 3 * Math.abs(secant)) return 3 * secant;
  return slope;
}

/**
 * Weights of a cubic between two points `width` apart, at the share `t` of the way: of the first value and slope, and of the second
 * value and slope.
 */
export function hermite(width: number, t: number): readonly [number, number, number, number] {
  const u = 1 - t;
  return [(1 + 2 * t) * u * u, t * u * u * width, t * t * (1 + 2 * u), -t * t * u * width];
}
