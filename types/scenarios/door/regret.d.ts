import type { RegretDocument } from '../record/regret-file.js';
import type { StudyOptions } from './options.js';
/** What `regret` may be told. */
export type RegretOptions = Omit<StudyOptions, 'set' | 'seed'>;
/**
 * Splits what the run of a folder lost by cause, EUR: Shapley values of its limits, which do not hang on the order of taking them
 * away. Throws InputError for what cannot be used.
 */
export declare function regret(folder: string, options?: RegretOptions): Promise<RegretDocument>;
export {};
