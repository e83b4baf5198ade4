/**
 * Runs test files, one after another as the parent asks, in one Vitest: what was transformed once is kept, so a file
 * costs half a second instead of two. Ends with its parent.
 */
import { createVitest } from 'vitest/node';

const vitest = await createVitest('test', {
  // Not the config of the suite: there, files share a process, and here each must see the changed sources anew.
  config: false,
  include: ['test/**/*.test.ts'],
  exclude: ['test/**/*.long.test.ts'],
  watch: false,
  cache: false,
  maxWorkers: 1,
  // The parent has the only clock: on a busy machine a hook that compiles kernels would run out of its ten seconds.
  testTimeout: 600_000,
  hookTimeout: 600_000,
  bail: 1,
  reporters: [{}],
  setupFiles: ['test/mutation/reached.mjs'],
});

/** The first failure of a file in one line, undefined if all passed. */
function failureOf(module) {
  for (const test of module.children.allTests('failed'))
    return `${test.fullName}: ${test.result().errors[0]?.message ?? ''}`;
  return module.ok() ? undefined : `does not load: ${module.errors()[0]?.message ?? ''}`;
}

async function run({ test, changed }) {
  for (const path of changed) vitest.invalidateFile(path);
  vitest.state.errorsSet.clear();
  const specifications = await vitest.globTestSpecifications([test]);
  const one = specifications.filter(({ moduleId }) => moduleId.endsWith(`/${test}`));
  const begin = performance.now();
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(one);
  const ms = Math.round(performance.now() - begin);
  const module = testModules.find(({ moduleId }) => moduleId.endsWith(`/${test}`));
  const failure = module ? failureOf(module) : 'does not run';
  return { ms, failure: failure ?? unhandledErrors[0]?.message };
}

process.on('disconnect', () => process.exit());
process.on('message', async (request) => process.send(await run(request)));
process.send('ready');
