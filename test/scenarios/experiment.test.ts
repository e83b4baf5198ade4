import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { meanInterval } from '../../scenarios/stats/interval.ts';
import type { ExperimentDocument } from '../../scenarios/studies/experiment/document.ts';
import { builtCache, emptyFolder, type Finished, looptwin } from './command.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = emptyFolder();
const cwd = folder.path;
const env = { LOOPTWIN_CACHE: await builtCache(join(cwd, 'cache')) };
const minutes = 60_000;
/** A quarter of an hour, two perceptions: what an experiment does is the same. */
const small = [
  ...['--set', 'site.durationS=900', '--set', 'policies.perceptions=[labels-only, perfect]'],
  ...['--set', 'policies.maintenance=[condition]', '--set', 'training.studentSteps=10'],
];
const experiment = (n: number, ...more: string[]) =>
  looptwin(['experiment', 'smoke', ...small, '--replications', String(n), '--json', ...more], { cwd, env });
const documentOf = ({ out, err }: Finished) => {
  if (out === '') throw new Error(err);
  return JSON.parse(out) as ExperimentDocument;
};

let two: ExperimentDocument;
beforeAll(async () => {
  two = documentOf(await experiment(2));
}, 5 * minutes);
afterAll(folder.remove);

it('gives every figure with its interval, and differences on the same days', () => {
  expect(two.points.map((v) => v.perception)).toEqual(['labels-only', 'perfect']);
  const { valueEur } = two.points[0]!.estimates;
  expect(valueEur!.n).toBe(2);
  expect(valueEur!.lo).toBeLessThanOrEqual(valueEur!.mean);
  const [pair] = two.differences;
  expect([pair!.better, pair!.than]).toEqual(['perfect', 'labels-only']);
  const gain = two.points[1]!.estimates.valueEur!.mean - valueEur!.mean;
  expect(pair!.estimates.valueEur!.mean).toBeCloseTo(gain, 9);
  expect(two.answer).toMatch(/^Over 2 runs, perfect minus labels-only: .*95 % interval/);
  expect(two.failures).toEqual([]);
});

it(
  'goes on from the days that are there: one more day adds one cell, on one worker or two',
  async () => {
    const cells = () => readdirSync(join(env.LOOPTWIN_CACHE, 'cell')).sort();
    const before = cells();
    const three = documentOf(await experiment(3, '--workers', '1'));
    expect(before).toHaveLength(2);
    expect(cells()).toHaveLength(3);
    expect(cells()).toEqual(expect.arrayContaining(before));
    expect(three.points[0]!.estimates.valueEur!.n).toBe(3);
    const again = documentOf(await experiment(2));
    expect(again.fingerprint).toBe(two.fingerprint);
  },
  2 * minutes,
);

it(
  'golden result: written by name only, equal passes, different fails with exit code 1',
  async () => {
    const missing = await experiment(2, '--golden', 'golden.json');
    expect(missing.code).toBe(2);
    expect(missing.err).toMatch(/golden\.json: no such golden result.*--update-golden/);
    expect((await experiment(2, '--golden', 'golden.json', '--update-golden')).code).toBe(0);
    expect((await experiment(2, '--golden', 'golden.json')).code).toBe(0);
    const path = join(cwd, 'golden.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"fingerprint": "...../, '"fingerprint": "00000'));
    const different = await experiment(2, '--golden', 'golden.json');
    expect(different.code).toBe(1);
    expect(different.err).toMatch(/differs from the golden result/);
  },
  2 * minutes,
);

it(
  'a day that fails is listed with the command that repeats it, the others go on, and the exit code is 1',
  async () => {
    const dayFolder = join(env.LOOPTWIN_CACHE, 'cell');
    const [first] = readdirSync(dayFolder);
    const [entry, aside] = [join(dayFolder, first!), join(cwd, 'aside')];
    renameSync(entry, aside);
    mkdirSync(entry);
    const broken = await experiment(3);
    rmSync(entry, { recursive: true });
    renameSync(aside, entry);
    expect(broken.code).toBe(1);
    expect(broken.err).toMatch(/looptwin: 1 of 3 cells failed/);
    const { failures, replications } = documentOf(broken);
    expect(replications).toBe(2);
    const [{ command, error, seed, replication }] = failures as [(typeof failures)[number]];
    expect({ seed, error }).toEqual({
      seed: 1,
      error: expect.stringMatching(/only looptwin writes into its/),
    });
    const again = spawnSync(
      'sh',
      ['-c', `node ${join(root, 'scenarios/bin/')}${command.replace(' ', '.mjs ')} --json`],
      {
        ...{ cwd, encoding: 'utf8', env: { ...process.env, ...env } },
      },
    );
    expect(JSON.parse(again.stdout), again.stderr).toMatchObject({ replication });
  },
  2 * minutes,
);

it(
  'the library says the same as the command line',
  () => {
    const script = `
    import { experiment, loadScenario } from 'looptwin';
    const set = ${JSON.stringify(small.filter((_, i) => i % 2 === 1))};
    const scenario = loadScenario('smoke', set);
    const { fingerprint } = await experiment('smoke', { set, replications: 2 });
    process.stdout.write(JSON.stringify({ durationS: scenario.site.durationS, fingerprint }));`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: root,
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });
    expect(stdout, stderr).not.toBe('');
    expect(JSON.parse(stdout)).toEqual({ durationS: 900, fingerprint: two.fingerprint });
  },
  minutes,
);

it('the estimate is the t interval of the days', () => {
  const { mean, halfWidth, n } = two.points[1]!.estimates.valueEur!;
  const spread = halfWidth / 12.706204736432095; // t quantile 0.975 with one degree of freedom
  const days = [mean - spread, mean + spread];
  expect(meanInterval(days).halfWidth).toBeCloseTo(halfWidth, 9);
  expect(n).toBe(days.length);
});
