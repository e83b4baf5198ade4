/**
 * `npm run bench -- <name> [--json] [--only text]`: runs test/bench/<name>.ts. Progress goes to stderr, the answer to stdout.
 * A bench that exports `isolated` gets a process for each case (with its yardstick), as a program runs one model and not twenty:
 * what the compiler learnt from one case would slow the next.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtEntry, root } from './bundle.mjs';

const names = ['kernel', 'sensing', 'train', 'world', 'experiment', 'viewer', 'open'];
const args = process.argv.slice(2);
const json = args.includes('--json');
const onlyAt = args.indexOf('--only');
const only = onlyAt < 0 ? '' : args[onlyAt + 1];
const name = args.find((word, i) => !word.startsWith('--') && (onlyAt < 0 || i !== onlyAt + 1));

if (!names.includes(name) || !existsSync(join(root, `test/bench/${name}.ts`))) {
  process.stderr.write(`bench: which? one of ${names.join(', ')}; got ${name ?? 'nothing'}\n`);
  process.exit(2);
}
const entries = ['test/bench/run.ts', `test/bench/${name}.ts`];
// An experiment is measured as the command plays it: the more is compiled, the more each of its threads compiles anew.
if (name !== 'experiment') await import('./engine.mjs');
const open = async (source) => import((await builtEntry(source, { extraEntries: entries })).href);
const { runBench, tableOf } = await open('test/bench/run.ts');
const { cases, isolated } = await open(`test/bench/${name}.ts`);
const progress = process.stderr.isTTY ? (text) => process.stderr.write(`\r\x1b[K${text}`) : () => {};

/** One case in a process of its own. */
function runAlone(one) {
  progress(`${name}: ${one.name}`);
  const self = fileURLToPath(import.meta.url);
  const answer = execFileSync(process.execPath, [self, name, '--json', '--only', `=${one.name}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const report = JSON.parse(answer);
  return { ...report, cases: report.cases.filter((result) => result.name === one.name) };
}

async function run() {
  if (!isolated || only.startsWith('=')) return runBench(name, cases, progress, only);
  const reports = cases.filter((one) => one.name.includes(only)).map(runAlone);
  return { ...reports[0], cases: reports.flatMap((report) => report.cases) };
}

const report = await run();
if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : `${tableOf(report)}\n`);
