import type { Declared } from './networks.js';
/** Where a network that was trained before is found, and the hash that it must have. */
export type GivenModel = Pick<Declared, 'file' | 'model' | 'sha256'>;
export {};
