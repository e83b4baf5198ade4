import type { SitePoint } from './arm.ts';

/** What fell into one bin, in order of time: enough to draw its newest pieces at any instant. */
export interface Pile {
  readonly timesUs: number[];
  readonly itemIds: number[];
  /** Where each piece began to fall. */
  readonly drops: SitePoint[];
}

/** Number of pieces that had fallen into the pile by `timeUs`. */
export function fallenBy(pile: Pile, timeUs: number): number {
  let low = 0;
  let high = pile.timesUs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pile.timesUs[middle]! <= timeUs) low = middle + 1;
    else high = middle;
  }
  return low;
}
