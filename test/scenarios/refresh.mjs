/**
 * Makes everything again that is kept beside the code and follows from it: golden fingerprints, the golden experiment of
 * the workflow, the README's figures and pictures. The explicit switch for updating goldens:
 *   node test/scenarios/refresh.mjs
 * Look at the difference before you commit it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtEntry, root } from '../../scenarios/bin/bundle.mjs';

process.chdir(root);
const work = mkdtempSync(join(tmpdir(), 'looptwin-refresh-'));

function looptwin(...args) {
  const { status, stdout } = spawnSync(process.execPath, ['scenarios/bin/looptwin.mjs', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`looptwin ${args.join(' ')} ended with ${status}`);
  return stdout;
}

function node(...args) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${args[0]} ended with ${status}`);
}

try {
  const run = (name) => JSON.parse(looptwin('run', name, '--json', '--out', join(work, name)));
  const smoke = run('smoke');
  const quickstart = run('quickstart');
  const goldens = { smoke: smoke.fingerprint, quickstart: quickstart.fingerprint };
  // Tests of smaller things keep their goldens in the same file.
  const others = JSON.parse(readFileSync('test/scenarios/golden.json', 'utf8'));
  writeFileSync('test/scenarios/golden.json', `${JSON.stringify({ ...others, ...goldens }, null, 2)}\n`);

  const golden = ['--golden', 'scenarios/results/smoke-experiment.json', '--update-golden'];
  looptwin('experiment', 'smoke', '--replications', '5', '--out', join(work, 'smoke-days'), ...golden);
  const days = ['--replications', '10', '--out', join(work, 'quickstart-days')];
  const kept = ['--golden', 'scenarios/results/quickstart.json', '--update-golden'];
  const experiment = JSON.parse(looptwin('experiment', 'quickstart', ...days, ...kept, '--json'));

  const found = JSON.parse(readFileSync('scenarios/results/distillation.json', 'utf8'));
  const source = 'test/scenarios/readme.ts';
  const { answersPage, readmeWith } = await import(
    (await builtEntry(source, { extraEntries: [source] })).href
  );
  writeFileSync('README.md', readmeWith(readFileSync('README.md', 'utf8'), quickstart, experiment, found));

  const questions = JSON.parse(looptwin('scenarios', '--json'))
    .map(({ scenario: name }) => ({ name, golden: `scenarios/results/${name}.json` }))
    .filter(({ golden }) => existsSync(golden))
    .map(({ name, golden }) => {
      const { question } = JSON.parse(looptwin('scenarios', name, '--json'));
      const { answer, outOfDateSince } = JSON.parse(readFileSync(golden, 'utf8'));
      return { name, question, answer, outOfDateSince };
    })
    .filter(({ answer }) => answer);
  writeFileSync('scenarios/results/README.md', answersPage(questions));

  // The pictures show what the money was lost to.
  const day = join(work, 'quickstart');
  looptwin('regret', day);
  looptwin('report', day);
  mkdirSync('.github/pictures', { recursive: true });
  node('test/scenarios/report-picture.mjs', day, '.github/pictures/report.png');
  node('test/viewer/pictures.mjs', day, '.github/pictures');
  process.stdout.write(
    `${JSON.stringify(goldens)}\nLook at the difference (git diff) before you commit it.\n`,
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}
