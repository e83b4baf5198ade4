// Every sense there is, one line each; the registry puts them in order.
export { spectral } from './spectral/sense.ts';
export { thermal } from './thermal/sense.ts';
export { visual } from './visual/sense.ts';
