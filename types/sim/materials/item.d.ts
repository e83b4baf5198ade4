import type { ItemState } from '../record/item-state.js';
export type { ItemState } from '../record/item-state.js';
export {};
