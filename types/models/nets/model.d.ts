/** What a network may be asked: material, degradation state, remaining value. */
export type Head = 'material' | 'state' | 'quality';
export {};
