/** Closed forms that stacks of slabs after Kubelka and Munk must meet; K and S as in `optics-kubelka-munk.ts`. */

/** Reflectance of a slab (r, t) that lies on a body of reflectance `backing`: all inter-reflections summed. */
export function over(r: number, t: number, backing: number): number {
  return r + (t * t * backing) / (1 - r * backing);
}

/** Reflectance of an infinitely thick body: a - sqrt(a^2 - 1), a = 1 + K/S. */
export function semiInfinite(k: number, s: number): number {
  if (s === 0) return 0;
  return s / (k + s + Math.sqrt(k * (k + 2 * s)));
}
