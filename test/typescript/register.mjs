/**
 * A setup file of every test: lets Node itself load the sources. Vitest's own loader turns each use of an imported name into a call of a
 * getter, which costs models on the kernel half of their speed. Not by `--import`: worker threads would load it, too.
 */
import { register } from 'node:module';

register('./hooks.mjs', import.meta.url);
process.setSourceMapsEnabled(true);
