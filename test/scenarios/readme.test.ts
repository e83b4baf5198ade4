import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadArms } from '../../scenarios/schema/arms.ts';
import { emptyFolder } from './command.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');
const readme = read('README.md');

it('shows the run of the golden fingerprint: its figures are not of an older world', () => {
  const { quickstart } = JSON.parse(read('test/scenarios/golden.json')) as { quickstart: string };
  expect(readme).toContain(`fingerprint ${quickstart}`);
});

it('tells the finding of the distillation protocol as it is kept, and on how many trainings it stands', () => {
  const kept = read('scenarios/results/distillation.json');
  const { finding, trainings } = JSON.parse(kept) as {
    finding: string;
    trainings: { done: number; planned: number };
  };
  const sentences = finding.split(/(?<=\.) /);
  expect(sentences.filter((sentence) => !readme.includes(sentence))).toEqual([]);
  expect(readme).toContain(`${trainings.done} of ${trainings.planned} trainings`);
});

it('says how well condition can be read as it is kept', () => {
  const { sentence, networks } = JSON.parse(read('scenarios/results/condition-networks.json')) as {
    sentence: string;
    networks: { sentence: string };
  };
  const words = readme.replace(/\s+/g, ' ');
  for (const said of [sentence, networks.sentence]) expect(words).toContain(said);
});

it('has no link or picture that leads nowhere', () => {
  const targets = [...readme.matchAll(/\]\(([^)]+)\)/g)].map((m) => m[1]!);
  expect(targets.length).toBeGreaterThan(3);
  expect(targets.filter((target) => !existsSync(root + target))).toEqual([]);
});

it('names every verb and the commands that package.json has', () => {
  const verbs = [...read('scenarios/cli/program.ts').matchAll(/^ {2}(\w+): async/gm)].map((m) => m[1]!);
  expect(verbs.length).toBeGreaterThan(10);
  for (const verb of verbs) expect(readme).toMatch(new RegExp(`\`[^\`]*\\b${verb}\\b`));
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  for (const [, name] of readme.matchAll(/npm (?:run )?(start|test|bench|check)\b/g))
    expect(Object.keys(scripts)).toContain(name);
});

it('shows a scenario that can be loaded, and arms that belong to it', () => {
  const blocks = [...readme.matchAll(/\n\n((?: {4}.*\n)+)/g)].map(([, block = '']) =>
    block.replace(/^ {4}/gm, ''),
  );
  const pick = (start: string) => blocks.find((block) => block.startsWith(start)) ?? '';
  const folder = emptyFolder();
  writeFileSync(join(folder.path, 'december.yaml'), pick('extends: quickstart') + pick('compare:'));
  const arms = loadArms('./december.yaml', [], folder.path);
  folder.remove();
  expect(arms.map(({ scenario }) => scenario.robots[0]?.batteryWh)).toEqual([60, 120]);
});
