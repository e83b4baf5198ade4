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
  const days = ['--replications', '5', '--out', join(work, 'quickstart-days')];
  const experiment = JSON.parse(looptwin('experiment', 'quickstart', ...days, '--json'));

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

  mkdirSync('.github/pictures', { recursive: true });
  const picture = [
    'test/scenarios/report-picture.mjs',
    join(work, 'quickstart'),
    '.github/pictures/report.png',
  ];
  spawnSync(process.execPath, picture, { stdio: 'inherit' });
  const viewer = ['test/viewer/pictures.mjs', join(work, 'quickstart'), '.github/pictures'];
  spawnSync(process.execPath, viewer, { stdio: 'inherit' });
  process.stdout.write(
    `${JSON.stringify(goldens)}\nLook at the difference (git diff) before you commit it.\n`,
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}
