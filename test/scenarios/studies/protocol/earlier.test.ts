import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { root } from '../../../../scenarios/bin/bundle.mjs';
import {
  earlierRuns,
  openedText,
  sideBySide,
  together,
} from '../../../../scenarios/studies/protocol/earlier.ts';
import type { TrainingResult } from '../../../../scenarios/studies/protocol/results.ts';

const runs = earlierRuns('distillation');
const git = (...args: string[]) =>
  spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 }).stdout;
const complete = git('rev-parse', '--is-shallow-repository').trim() === 'false';
const results = 'scenarios/results/distillation.jsonl';

/** What a network that was tested is known by: trained anew on other data, it is another one. */
function tested(jsonl: string): string[] {
  const lines = jsonl.split('\n').filter((line) => line !== '');
  return lines.flatMap((line) => {
    const { schema, data, unit, model, test } = JSON.parse(line) as TrainingResult;
    // Later runs tell of tests in lines of their own: their items follow from the networks, and each is tested once.
    return schema !== 'looptwin.training/1' || test === undefined
      ? []
      : [`${data} ${JSON.stringify(unit)} ${model}`];
  });
}

it.runIf(complete)(
  'counts every network that ever saw the test items, from the results file and its history',
  () => {
    const commits = git('log', '--follow', '--format=%h', '--', results).trim().split('\n');
    const all = new Set(commits.flatMap((commit) => tested(git('show', `${commit}:${results}`))));
    const counted = runs.reduce((sum, { opened }) => sum + opened, 0);
    expect(counted).toBe(all.size);
    expect(openedText(runs)).toContain(`opened ${counted} times`);
  },
);

it.runIf(complete)('tells of the last of them what its results file said', () => {
  const last = runs.at(-1)!;
  const { finding } = JSON.parse(git('show', `${last.commit}:scenarios/results/distillation.json`)) as {
    finding: string;
  };
  for (const { points, labelledPerMaterial } of last.comparisons) {
    const [mean, lo, hi] = [points.mean, points.lo, points.hi].map((x) => x.toFixed(1));
    const text = labelledPerMaterial === 20 ? `${Math.abs(Number(mean))}` : `${mean}`;
    expect(finding).toContain(text);
    expect(finding).toContain(`${lo} to ${hi}`);
  }
});

it('says "not settled" where the runs disagree, and their common answer where they do not', () => {
  const told = (lo: number, hi: number) => ({
    ...({ a: 'hybrid', b: 'labels-only', labelledPerMaterial: 20 } as const),
    points: { mean: (lo + hi) / 2, lo, hi },
  });
  expect(together([told(0.3, 1.5), told(-0.6, 0.4)])).toBe('not settled');
  expect(together([told(1, 2), undefined, told(0.5, 2)])).toBe('more');
  expect(together([told(-2, -1)])).toBe('less');
  const [, rows] = sideBySide(runs);
  const verdict = (name: string) => rows.find(([comparison]) => comparison?.startsWith(name))?.at(-1);
  expect(verdict('multi-sensor-teacher - permuted-within')).toBe('not settled');
  expect(verdict('multi-sensor-teacher - labels-only')).toBe('more');
  expect(verdict('hybrid - multi-sensor-teacher, 220')).toBe('not settled');
});
