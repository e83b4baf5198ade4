import type { RunOptions } from '../day/with-execution.js';
export interface PaysOptions extends Omit<RunOptions, 'out' | 'force' | 'replication' | 'own'> {
    /** Days that are played, at least 2: one alone says nothing of its spread. */
    readonly replications?: number;
}
export {};
