/**
 * Machine instructions that a customer of the M/M/1 cases costs, counted by valgrind (which must be installed; half a minute a case):
 *   node test/bench/instructions.mjs [case ...]
 * A count does not depend on what neighbours do to the machine, so it tells changes apart that rates cannot. It is no substitute
 * for rates: instructions differ in what they cost.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { builtEntry } from '../../scenarios/bin/bundle.mjs';
import '../../scenarios/bin/engine.mjs';

const CUSTOMERS = 100_000;
/** Runs after which the compiler has nothing more to say. */
const WARM = 3;
const CHILD = '--child';
const source = 'test/bench/kernel.ts';
const { mm1Cases } = await import((await builtEntry(source, { extraEntries: [source] })).href);
const args = process.argv.slice(2);

/** Instructions of a process that simulates CUSTOMERS so many times. */
function instructionsOf(name, runs) {
  const valgrind = [
    '--tool=cachegrind',
    '--cache-sim=no',
    '--cachegrind-out-file=/dev/null',
    '--smc-check=all-non-file',
  ];
  // One thread, so that the compiler has its say at the same customer each time.
  const node = [process.execPath, '--single-threaded', '--predictable', fileURLToPath(import.meta.url)];
  const { error, stderr } = spawnSync('valgrind', [...valgrind, ...node, CHILD, name, `${runs}`], {
    encoding: 'utf8',
  });
  const count = /I\s+refs:\s+([\d,]+)/.exec(stderr ?? '')?.[1];
  if (count === undefined) fail(error?.code === 'ENOENT' ? 'valgrind is not installed' : (error ?? stderr));
  return Number(count.replaceAll(',', ''));
}

function fail(why) {
  process.stderr.write(`instructions: ${why}\n`);
  process.exit(2);
}

if (args[0] === CHILD) {
  const [, name, runs] = args;
  for (let i = 0; i < Number(runs); i++) mm1Cases.get(name)(CUSTOMERS);
} else {
  const names = [...mm1Cases.keys()];
  const wrong = args.find((name) => !names.includes(name));
  if (wrong !== undefined) fail(`no case ${wrong}; one of ${names.join(', ')}`);
  for (const name of args.length > 0 ? args : names) {
    const more = instructionsOf(name, WARM + 1) - instructionsOf(name, WARM);
    process.stdout.write(`${name}: ${Math.round(more / CUSTOMERS)} instructions a customer\n`);
  }
}
