import { defineConfig } from 'vitest/config';
import CountReporter from './reporter/count.ts';

/** `npm test` runs everything but `*.long.test.ts`; `npm run test:long` runs only those. */
const long = process.env.LOOPTWIN_LONG === '1';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: [long ? 'test/**/*.long.test.ts' : 'test/**/*.test.ts'],
    exclude: long ? [] : ['test/**/*.long.test.ts'],
    maxWorkers: 2,
    testTimeout: long ? 3_600_000 : 60_000,
    reporters: ['default', new CountReporter()],
  },
});
