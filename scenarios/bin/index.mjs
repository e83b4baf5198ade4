/** The library door: `import { run } from 'looptwin'`. Builds the sources if needed and hands out what they export. */
import { builtEntry } from './bundle.mjs';

const library = await import((await builtEntry('scenarios/index.ts')).href);

export const { run, experiment, loadScenario } = library;
