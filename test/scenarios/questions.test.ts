import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isRegion, loadScenario } from '../../scenarios/schema/load.ts';
import { builtinFolder, builtinNames } from '../../scenarios/schema/reading/source.ts';
import { experiment } from '../../scenarios/studies/experiment/experiment.ts';

const cacheDir = mkdtempSync(join(tmpdir(), 'looptwin-questions-'));
afterAll(() => rmSync(cacheDir, { recursive: true, force: true }));

const sites = builtinNames().filter((name) => !name.startsWith('distillation') && !isRegion(name));
const questions = sites.filter((name) => loadScenario(name).compare.arms.length > 0);

/** The same question in seconds: some minutes with one inspection or two, few items, one training. */
const lasting = (seconds: number, inspectS: number) => [
  ...[`site.durationS=${seconds}`, `maintenance.inspectEveryS=${inspectS}`],
  ...['feed.poolSize=20', 'compare.trainings=1'],
];
const short = lasting(1200, 900);
/** Questions about numbers have dozens of arms, which a quarter of that tells apart as well as all of it. */
const brief = lasting(300, 300);
const many = 12;
/**
 * At the island few items come, and every policy is fitted to forty lives of a bearing: inspected each half hour, these are 80,000
 * thermal pictures, six times over. Its own inspections, every four hours, ask the same.
 */
const island = ['site.durationS=15000', 'feed.poolSize=60'];
/** The truth in place of trained networks; where the question is about the eyes themselves, networks that hardly learned. */
const perfect = ['policies.perceptions=[perfect]'];
const hardlyTrained = [
  'training.perMaterial.labelled=4',
  'training.perMaterial.unlabelled=4',
  'training.perMaterial.validation=2',
  'training.perMaterial.test=2',
  'training.teacherSteps=4',
  'training.studentSteps=4',
];

it('there are at least nine questions', () => expect(questions.length).toBeGreaterThanOrEqual(9));

describe.each(questions)('%s', { timeout: 300_000 }, (name) => {
  it('says what it is about, what it asks and what was expected', () => {
    const text = readFileSync(join(builtinFolder, `${name}.yaml`), 'utf8');
    expect(text).toMatch(new RegExp(`^# ${name}: .+\\.\n#\n# .+`));
    expect(text).toContain(`npx looptwin experiment ${name}`);
    const { story, question, expected } = loadScenario(name);
    expect(story.length).toBeGreaterThan(40);
    expect(question).toMatch(/\?$/);
    expect(expected.length).toBeGreaterThan(80);
  });

  it('answers in one sentence with numbers and an interval', async () => {
    const { arms } = loadScenario(name).compare;
    const aboutEyes = arms.some(({ set }) => 'policies.perceptions' in set);
    const length = name === 'remote-island' ? island : arms.length > many ? brief : short;
    const set = [...length, ...(aboutEyes ? hardlyTrained : perfect)];
    const document = await experiment(name, { replications: 2, set, cacheDir, workers: 1 });
    expect(document.answer).toMatch(
      /^Over 2 runs: [^;]+\(95 % interval -?\d.* to -?\d.*\)(; .+\(95 % interval .+\))+\.$/,
    );
    expect(document.points.every(({ estimates }) => Number.isFinite(estimates.valueEur!.mean))).toBe(true);
    expect(document.points.every(({ estimates }) => estimates.regretEur!.mean > -1e-6)).toBe(true);
  });
});
