import { corners, type Places } from './mass-grid.ts';
import type { Sight } from './sight.ts';

/** Adds what the next look may find of an item, at every corner; labels may be left out that are worth nothing at any. */
export function addLooks(
  looks: Float64Array,
  next: Float64Array,
  { labelsFrom, label, p }: Sight,
  i: number,
  most: Float64Array | null = null,
): void {
  for (let e = labelsFrom[i]!; e < labelsFrom[i + 1]!; e++) {
    if (most !== null && most[label[e]!] === 0) continue;
    const [from, share] = [label[e]! * corners, p[e]!];
    for (let corner = 0; corner < corners; corner++) looks[corner]! += share * next[from + corner]!;
  }
}

/** What the next look may find of an item on average, at its own mass and joules; it may look like another. */
export function found(
  next: Float64Array,
  { labelsFrom, label, p }: Sight,
  places: Places,
  i: number,
  like = i,
): number {
  let sum = 0;
  for (let e = labelsFrom[like]!; e < labelsFrom[like + 1]!; e++)
    sum += p[e]! * places.between(next, label[e]! * corners, i);
  return sum;
}
