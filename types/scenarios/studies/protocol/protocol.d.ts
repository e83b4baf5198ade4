import type { AskedAgain } from './again.js';
import type { ProtocolDocument } from './document.js';
export interface ProtocolRun {
    readonly document: ProtocolDocument;
    /** The named comparisons beside those of another run of the same question; none where it was asked once. */
    readonly again: readonly AskedAgain[];
    readonly folder: string;
}
export {};
