import type { LotPart } from './lot-parts.ts';
import type { LotSums } from './lot-sums.ts';

/** By block: EUR that a lot gets beyond rents, and [blocks, 4] its sums. */
export interface ByBlock {
  readonly eur: Float64Array;
  readonly sums: Float64Array;
}

export const emptyBlocks = (blocks: number): ByBlock => ({
  eur: new Float64Array(blocks),
  sums: new Float64Array(4 * blocks),
});

/** Adds what a thing brings that comes in a block. */
export function takeInto({ eur, sums }: ByBlock, block: number, thingEur: number, adds: LotSums): void {
  eur[block]! += thingEur;
  for (let d = 0; d < 4; d++) sums[4 * block + d]! += adds[d]!;
}

/** What a lot adds, of the blocks in which it gets more than it must bring there. */
export function beyond({ eur, sums }: ByBlock, blockEur: Float64Array): LotPart {
  const taken: [number, number, number, number] = [0, 0, 0, 0];
  let added = 0;
  for (let b = 0; b < eur.length; b++) {
    const over = eur[b]! - blockEur[b]!;
    if (over <= 0) continue;
    added += over;
    for (let d = 0; d < 4; d++) taken[d]! += sums[4 * b + d]!;
  }
  return { eur: added, sums: taken };
}
