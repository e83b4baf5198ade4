import type { WorldEvent } from './event.js';
import type { ItemState } from './item-state.js';
/** The hidden state of an item that has just arrived: recorded beside the events, for those who render its frames later. */
export type ItemMessage = {
    readonly type: 'item.state';
    readonly timeUs: number;
    readonly subject: string;
    readonly data: ItemState;
};
/** Everything that a recording can hold, each kind under its type as topic. */
export type Message = WorldEvent | ItemMessage;
export {};
