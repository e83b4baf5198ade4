import type { ProtocolDocument } from './document.js';
export interface ProtocolRun {
    readonly document: ProtocolDocument;
    readonly folder: string;
}
export {};
