import { defineConfig } from 'vitest/config';
import CountReporter from './reporter/count.ts';
import { LongestFirst } from './reporter/longest-first.ts';

/** `npm test` runs everything but `*.long.test.ts`; `npm run test:long` runs only those. */
const long = process.env.LOOPTWIN_LONG === '1';

/**
 * Files with a process of their own: they look at what belongs to a whole process (its heap, what its compiler has learnt, its processor time, its
 * variables, the backend that it has open). All others take turns in a few processes that load the sources once; half a second a file is saved by that.
 */
const alone = [
  'test/models/engine/**/*.test.ts',
  'test/sim/run/year.test.ts',
  'test/faults/memory.test.ts',
  'test/viewer/scene/allocation.test.ts',
  'test/scenarios/hostile-input.test.ts',
];

/** One more than the two processors of a small machine: some file always waits for a page, a Redis or a process that it started. */
const PROCESSES = 3;

const root = new URL('..', import.meta.url).pathname;
const rootAsPattern = root.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Files that Node loads by itself, in the way that `typescript/register.mjs` gives it: all of ours but the tests. */
const loadedByNode = new RegExp(`^${rootAsPattern}(?!node_modules/).*(?<!\\.test)\\.(tsx?|mjs)$`);

/** Tests of what `npm run check` shows: `npm test` runs it beside them. */
const shownByChecks = process.env.LOOPTWIN_CHECKED === '1' ? ['test/scenarios/door/types.test.ts'] : [];

const ofMinutes = 'test/**/*.long.test.ts';
const common = {
  testTimeout: long ? 3_600_000 : 60_000,
  hookTimeout: 60_000,
  setupFiles: [`${root}test/typescript/register.mjs`],
  server: { deps: { external: [loadedByNode] } },
};

export default defineConfig({
  test: {
    root,
    maxWorkers: PROCESSES,
    reporters: ['default', new CountReporter()],
    sequence: { sequencer: LongestFirst },
    projects: long
      ? [{ test: { ...common, name: 'long', include: [ofMinutes] } }]
      : [
          {
            test: {
              ...{ ...common, name: 'alone', include: alone, exclude: [ofMinutes] },
              // Each function is compiled where it runs, from the start: what the heap's tests count depends on it. Switched off in mid-course, a
              // function that waits to be compiled beside the program may wait for ever.
              execArgv: ['--no-concurrent-recompilation'],
            },
          },
          {
            test: {
              ...{ ...common, name: 'shared', isolate: false },
              ...{ include: ['test/**/*.test.ts'], exclude: [ofMinutes, ...alone, ...shownByChecks] },
            },
          },
        ],
  },
});
