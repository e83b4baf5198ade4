import type { BoundDocument, BoundOptions as StudyBoundOptions } from '../studies/bound/bound.js';
import type { StudyOptions } from './options.js';
/** What `bound` may be told; `replications` days are played, 10 if nothing is said. */
export type BoundOptions = StudyOptions & Pick<StudyBoundOptions, 'backend' | 'replications'>;
/**
 * Plays days and reports how far each way of seeing stays below what no policy can exceed, and below what its own eyes would allow:
 * EUR a run, with 95 % intervals. Throws InputError for what cannot be used.
 */
export declare function bound(nameOrPath?: string, options?: BoundOptions): Promise<BoundDocument>;
export {};
