import type { ItemState } from '../record/item-state.js';
import type { Stay } from './stay.js';
export type { ItemState } from '../record/item-state.js';
/** How to make an item. */
export interface ItemRequest {
    readonly seed: number;
    /** Integer in 0 .. 2^32 - 1. */
    readonly itemId: number;
    readonly materialId: string;
    /** The stays it lived through; absent = a life is drawn. */
    readonly history?: readonly Stay[];
    /** Aim at this degradation state by the length of use. */
    readonly state?: number;
    /**
     * True: instead of the lives that such goods have, a use that spreads the damage the eye can see evenly over the whole scale. Sets
     * to train on are made so: near-new packaging alone teaches nothing of wear, and the mix of states must not tell materials apart.
     */
    readonly evenDamage?: boolean;
    /** How far the substance shows in the look, 0..1; absent = 1, as in reality. */
    readonly lookCoupling?: number;
}
/**
 * Makes the item that (seed, itemId, materialId) names: the same whatever was made before. Without a history a life is drawn: as long
 * as such goods are used (packaging weeks, durable goods years), or as long as the asked state or even damage takes.
 */
export declare function makeItem(request: ItemRequest): ItemState;
export {};
