import type { PaysDocument } from '../studies/pays/document.js';
import type { PaysOptions as StudyPaysOptions } from '../studies/pays/pays.js';
import type { StudyOptions } from './options.js';
/** What `pays` may be told; `replications` days are played, 5 if nothing is said. */
export type PaysOptions = StudyOptions & Pick<StudyPaysOptions, 'backend' | 'replications'>;
/**
 * Plays the same days with nobody, with a person at the belt and with the robots of a scenario, and reports what buying the robots
 * is worth: EUR of one year, without VAT. Throws InputError for what cannot be used.
 */
export declare function pays(nameOrPath?: string, options?: PaysOptions): Promise<PaysDocument>;
export {};
