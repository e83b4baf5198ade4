import type { RegionDocument } from './document.js';
export interface RegionResult {
    readonly document: RegionDocument;
    readonly folder: string;
}
export {};
