import quantities from './quantities.json';
/** What an experiment can be asked for, with its unit in the name; `quantities` says how each is printed. */
export type QuantityName = string | number | symbol;
export {};
