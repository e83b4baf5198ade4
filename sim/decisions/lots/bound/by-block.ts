import { blocksPerStretch } from '../seen-day.ts';
import type { LotSums } from './lot-sums.ts';

/** What a lot adds, EUR, and what it takes for that. */
export interface LotPart {
  readonly eur: number;
  readonly sums: LotSums;
}

/** By block: EUR that a lot gets beyond rents, and [blocks, 4] its sums. */
export interface ByBlock {
  readonly eur: Float64Array;
  readonly sums: Float64Array;
}

/** EUR that a lot must bring where somebody is there for it: by block, and besides by stretch of blocks. */
export interface LotHurdles {
  readonly blockEur: Float64Array;
  readonly stretchEur: Float64Array;
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

/** What a lot adds, of the blocks in which it gets more than it must bring there, in stretches in which these bring more than that must bring. */
export function beyond({ eur, sums }: ByBlock, { blockEur, stretchEur }: LotHurdles): LotPart {
  const taken: [number, number, number, number] = [0, 0, 0, 0];
  const gained = byStretch(eur, blockEur);
  let added = 0;
  for (let b = 0; b < eur.length; b++) {
    const s = Math.floor(b / blocksPerStretch);
    if (b % blocksPerStretch === 0) added += Math.max(0, gained[s]! - stretchEur[s]!);
    if (gained[s]! <= stretchEur[s]! || eur[b]! <= blockEur[b]!) continue;
    for (let d = 0; d < 4; d++) taken[d]! += sums[4 * b + d]!;
  }
  return { eur: added, sums: taken };
}

/** [stretches] what is gained in blocks beyond what these must bring. */
export function byStretch(eur: Float64Array, blockEur: Float64Array): Float64Array {
  const gained = new Float64Array(Math.ceil(eur.length / blocksPerStretch));
  eur.forEach((gain, b) => {
    gained[Math.floor(b / blocksPerStretch)]! += Math.max(0, gain - blockEur[b]!);
  });
  return gained;
}

/** What must be brought, shared by what each brings; evenly where nobody brings anything. */
export function sharesOf(hurdleEur: Float64Array, brought: readonly Float64Array[]): Float64Array[] {
  const all = hurdleEur.map((_, n) => brought.reduce((sum, each) => sum + each[n]!, 0));
  return brought.map((one) =>
    hurdleEur.map((eur, n) => Math.max(0, eur) * (all[n]! > 0 ? one[n]! / all[n]! : 1 / brought.length)),
  );
}
