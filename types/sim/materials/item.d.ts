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
}
/**
 * Makes the item that (seed, itemId, materialId) names: the same whatever was made before. Without a history, a life
 * is drawn and its length set so that the damage the eye can see is uniform over the whole scale: the mix of states
 * says nothing about the material.
 */
export declare function makeItem(request: ItemRequest): ItemState;
export {};
