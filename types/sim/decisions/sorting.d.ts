import type { SortView } from '../ports.js';
import type { Option } from '../record/decision.js';
/** What a policy had to choose from with what each is worth on average, in the order of the view: pass, then one pick an output. */
export declare function sortOptions(view: SortView): Option[];
export {};
