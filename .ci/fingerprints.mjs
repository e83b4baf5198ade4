/**
 * Runs `smoke` and `quickstart` from empty caches on other Node versions, compares their fingerprints with the golden
 * ones, adds the result to the counts of the test run and prints the total. Called by `.ci/run`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [, , work, countsFile, testStatus] = process.argv;
const golden = JSON.parse(readFileSync('test/scenarios/golden.json', 'utf8'));
const majors = ['22', '24'];
const scenarios = ['smoke', 'quickstart'];

/** Runs a Node of that major version; npm fetches it, and only an install step that is allowed puts its binary in place. */
function nodeOf(major, args, env = {}) {
  return spawnSync('npx', ['--ignore-scripts=false', '-y', '-p', `node@${major}`, 'node', ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
}

/** Undefined if all is well, else what is wrong. */
function check(major, scenario) {
  const asked = nodeOf(major, ['-p', 'process.version']);
  const version = asked.stdout.trim();
  if (!version.startsWith(`v${major}.`)) return `wanted Node ${major}, got ${version || asked.stderr.trim()}`;
  const out = join(work, `${scenario}-${major}`);
  const cache = join(work, `cache-${major}-${scenario}`);
  const args = ['scenarios/bin/looptwin.mjs', 'run', scenario, '--json', '--out', out];
  const { status, stdout, stderr } = nodeOf(major, args, { LOOPTWIN_CACHE: cache });
  if (status !== 0) return `exit code ${status}: ${stderr.trim().split('\n').at(-1)}`;
  const { fingerprint } = JSON.parse(stdout);
  if (fingerprint !== golden[scenario]) return `fingerprint ${fingerprint}, golden ${golden[scenario]}`;
  return undefined;
}

let passed = 0;
let failed = 0;
for (const major of majors)
  for (const scenario of scenarios) {
    const wrong = check(major, scenario);
    if (wrong) failed++;
    else passed++;
    process.stdout.write(
      `${wrong ? 'FAIL' : 'ok  '} ${scenario} on Node ${major}${wrong ? `: ${wrong}` : ''}\n`,
    );
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
