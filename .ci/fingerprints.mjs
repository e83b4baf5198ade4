/**
 * Compares with the golden results: fingerprints of `smoke` and `quickstart` from empty caches on every supported Node
 * version, the experiment of the workflow, and the quick training protocol. Adds them to the counts of the test run and
 * prints the total. Called by `.ci/run`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [, , work, countsFile, testStatus] = process.argv;
const golden = JSON.parse(readFileSync('test/scenarios/golden.json', 'utf8'));
const entry = 'scenarios/bin/looptwin.mjs';

/** Runs a Node of that major version; npm fetches it, and only an install step that is allowed puts its binary in place. */
function nodeOf(major, args, env = {}) {
  const options = { encoding: 'utf8', env: { ...process.env, ...env }, maxBuffer: 1 << 28 };
  if (process.version.startsWith(`v${major}.`)) return spawnSync(process.execPath, args, options);
  return spawnSync('npx', ['--ignore-scripts=false', '-y', '-p', `node@${major}`, 'node', ...args], options);
}

const lastLine = (text) => text.trim().split('\n').at(-1);

/** Undefined if the scenario has its golden fingerprint on that Node, else what is wrong. */
function fingerprintDiffers(major, scenario) {
  const asked = nodeOf(major, ['-p', 'process.version']);
  const version = asked.stdout.trim();
  if (!version.startsWith(`v${major}.`)) return `wanted Node ${major}, got ${version || asked.stderr.trim()}`;
  const out = join(work, `${scenario}-${major}`);
  const env = { LOOPTWIN_CACHE: join(work, `cache-${major}-${scenario}`) };
  const { status, stdout, stderr } = nodeOf(major, [entry, 'run', scenario, '--json', '--out', out], env);
  if (status !== 0) return `exit code ${status}: ${lastLine(stderr)}`;
  const { fingerprint } = JSON.parse(stdout);
  return fingerprint === golden[scenario] ? undefined : `got ${fingerprint}, golden ${golden[scenario]}`;
}

/** Undefined if a verb with --golden is content, else what it said. */
function goldenDiffers(...args) {
  const env = { ...process.env, LOOPTWIN_CACHE: join(work, 'cache-golden') };
  const options = { encoding: 'utf8', env, maxBuffer: 1 << 28 };
  const { status, stderr } = spawnSync(process.execPath, [entry, ...args], options);
  return status === 0 ? undefined : `exit code ${status}: ${lastLine(stderr)}`;
}

const results = 'scenarios/results';
const checks = [
  ...['20', '22', '24'].flatMap((major) =>
    ['smoke', 'quickstart'].map((scenario) => [
      `${scenario} on Node ${major}`,
      () => fingerprintDiffers(major, scenario),
    ]),
  ),
  [
    'the golden experiment',
    () =>
      goldenDiffers(
        'experiment',
        'smoke',
        '--replications',
        '5',
        '--golden',
        `${results}/smoke-experiment.json`,
      ),
  ],
  [
    'the quick training protocol',
    () =>
      goldenDiffers(
        ...['train', 'distillation', '--quick', '--out', join(work, 'distillation')],
        ...['--golden', `${results}/distillation-quick.json`],
      ),
  ],
];

let passed = 0;
let failed = 0;
for (const [name, check] of checks) {
  const wrong = check();
  if (wrong) failed++;
  else passed++;
  process.stdout.write(`${wrong ? 'FAIL' : 'ok  '} ${name}${wrong ? `: ${wrong}` : ''}\n`);
}

if (existsSync(countsFile)) {
  const tests = JSON.parse(readFileSync(countsFile, 'utf8'));
  passed += tests.passed;
  failed += tests.failed;
  // The test command also type checks and lints: it can fail without a failed test.
  if (testStatus !== '0' && tests.failed === 0) failed++;
} else {
  process.stdout.write('FAIL the test command ended before it ran a test (type check or linter)\n');
  failed++;
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
