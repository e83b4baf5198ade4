/**
 * What things are worth to others than the lot that takes them, after one look: one value for each item after the first, and for each item one at
 * each corner, of masses and joules, after others, between which it is interpolated.
 */
export interface ItemRents {
  /** [items, places] EUR that whoever picks an item, or looks on at it, pays for it. */
  readonly eur: Float64Array;
  /** By output: [items, places] EUR that a further look must find for it before looking on pays; empty after the last look. */
  readonly hurdles: readonly Float64Array[];
  /** By output: [items] the least hurdle of any place. */
  readonly leastHurdles: readonly Float64Array[];
}
