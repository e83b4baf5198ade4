/**
 * `npm test`: checks types, format and dead code beside the tests, since either alone leaves a processor idle. Tests are told as they
 * run, and what the checks say comes whole. A check that fails ends the tests: what does not compile need not be tried.
 */
import { spawn } from 'node:child_process';
import { bundle } from '../scenarios/bin/bundle.mjs';

const whenEnded = (child) => new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));

const checks = spawn('npm run check', { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
const checksEnded = whenEnded(checks);
let said = '';
for (const stream of [checks.stdout, checks.stderr])
  stream.on('data', (bytes) => {
    said += bytes;
  });

// The program is built once, before several processes of the tests would each build it. If it cannot be, the checks say why.
await bundle().catch(() => {});
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts'];
const asked = process.argv.slice(2);
// A test of what the checks show anyway is for whoever asks for that test.
const env = asked.length === 0 ? { ...process.env, LOOPTWIN_CHECKED: '1' } : process.env;
const tests = spawn(process.execPath, [...vitest, ...asked], { stdio: 'inherit', env });
const testsEnded = whenEnded(tests);

const checkCode = await checksEnded;
process.stdout.write(checkCode === 0 ? 'types, format and dead code: nothing wrong\n' : said);
if (checkCode !== 0) tests.kill('SIGTERM');
const testCode = await testsEnded;
process.exitCode = checkCode === 0 ? testCode : 1;
