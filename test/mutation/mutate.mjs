/**
 * Puts small faults into the sources, at places drawn by seed and at named ones, and shows which of them the tests catch. A
 * mutant's result is a line of `results/mutants.jsonl` as it comes, so a stopped run goes on where it was; `why` of a survivor
 * is written there by hand. Exit code 1 while a survivor has none.
 *
 *   node test/mutation/mutate.mjs [--seed 1] [--count 200] [--seconds 20] [--only words] [--minutes n]
 *   node test/mutation/mutate.mjs --retry --seconds 150 [--all]     survivors again, longer, against all rooms' tests
 *
 * Not Stryker: its present release needs Node 22, it makes every mutant (some 23,000 here) instead of a sample by seed, and it
 * switches between them inside the innermost loops of the kernel, which our tests of speed and our sources' hashes notice.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const outfile = `${root}.looptwin/mutation/mutate-${process.pid}.mjs`;
mkdirSync(`${root}.looptwin/mutation`, { recursive: true });
await build({
  entryPoints: [`${root}test/mutation/mutate.ts`],
  outfile,
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  logLevel: 'warning',
});
try {
  const { main } = await import(pathToFileURL(outfile).href);
  process.exitCode = await main(root, process.argv.slice(2));
} catch (error) {
  process.stderr.write(`mutate: ${error.message}\n`);
  process.exitCode = 2;
} finally {
  rmSync(outfile, { force: true });
}
