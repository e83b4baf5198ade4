import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { meanInterval } from '../../scenarios/stats/interval.ts';
import type { ExperimentDocument } from '../../scenarios/studies/experiment/experiment.ts';
import { emptyFolder, type Finished, looptwin } from './command.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = emptyFolder();
const cwd = folder.path;
const env = { LOOPTWIN_CACHE: join(cwd, 'cache') };
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
  expect(two.variants.map((v) => v.perception)).toEqual(['labels-only', 'perfect']);
  const { valueEur } = two.variants[0]!.estimates;
  expect(valueEur!.n).toBe(2);
  expect(valueEur!.lo).toBeLessThanOrEqual(valueEur!.mean);
  const [pair] = two.paired;
  expect([pair!.better, pair!.than]).toEqual(['perfect', 'labels-only']);
  const gain = two.variants[1]!.estimates.valueEur!.mean - valueEur!.mean;
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
    expect(three.variants[0]!.estimates.valueEur!.n).toBe(3);
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
  const { mean, halfWidth, n } = two.variants[1]!.estimates.valueEur!;
  const spread = halfWidth / 12.706204736432095; // t quantile 0.975 with one degree of freedom
  const days = [mean - spread, mean + spread];
  expect(meanInterval(days).halfWidth).toBeCloseTo(halfWidth, 9);
  expect(n).toBe(days.length);
});
