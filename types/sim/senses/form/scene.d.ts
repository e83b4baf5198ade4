import type { ItemState } from '../../materials/item.js';
import type { GeometryBuffer } from './buffer.js';
import type { View } from './pose.js';
/**
 * Lays items out for the instruments of one seed. Those that look at a piece one after the other, from the same place, share the work; what
 * they get is the same as if each did its own.
 */
export declare class Scenes {
    #private;
    constructor(seed: number);
    /** The item as `view` sees it in a frame of `size` px; it holds until the next call with this size. */
    at(item: ItemState, view: View, size: number): GeometryBuffer;
}
export {};
