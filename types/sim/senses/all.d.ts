export { inductive } from './inductive/sense.js';
export { led } from './led/sense.js';
export { spectral } from './spectral/sense.js';
export { thermal } from './thermal/sense.js';
export { visual } from './visual/sense.js';
export {};
