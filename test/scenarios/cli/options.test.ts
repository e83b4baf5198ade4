import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputError } from '../../../scenarios/errors.ts';
import { loadArms } from '../../../scenarios/schema/arms.ts';
import { emptyFolder } from '../command.ts';
import { inProcess } from '../in-process.ts';

const folder = emptyFolder();
const cwd = folder.path;
beforeAll(() => {
  writeFileSync(join(cwd, 'broken.json'), '{ "fingerprint": ');
  writeFileSync(join(cwd, 'other.json'), '{ "name": "other" }');
});
afterAll(folder.remove);

const [experiment, train, protocol] = ['experiment smoke', 'train smoke', 'train distillation --quick'];
const again = /--update-golden$/;

/** [arguments, what the message must say] */
const cases: readonly [string, RegExp[]][] = [
  ...[experiment, protocol].flatMap((verb): [string, RegExp[]][] => [
    [`${verb} --golden none.json`, [/^none\.json: no such golden result/, again]],
    [`${verb} --golden broken.json`, [/^broken\.json: not a readable golden result \(.*JSON/, again]],
    [
      `${verb} --golden other.json`,
      [/^other\.json: not a golden result of this command \(fingerprint/, again],
    ],
    [`${verb} --update-golden`, [/^--update-golden: needs --golden FILE/]],
  ]),
  [`${train} --quick`, [/^--quick: only for a training protocol/, /looptwin train distillation/]],
  [
    `${train} --hours 0 --golden a --update-golden --out b`,
    [/^--hours: only/, /\n--golden: only/, /\n--update-golden: only/, /\n--out: only/],
  ],
  [`${protocol} --no-cache`, [/^--no-cache: only for a scenario/, /LOOPTWIN_CACHE/]],
  [
    'train circular-region',
    [/^circular-region: this is a region, which has no networks to train/, /looptwin run circular-region/],
  ],
];

describe('an option or a file that cannot be used is refused before the work begins', () => {
  it.each(cases)('%s', async (args, says) => {
    const { run, heard } = inProcess(args, cwd);
    await expect(run).rejects.toThrow(InputError);
    for (const pattern of says) await expect(run).rejects.toThrow(pattern);
    expect([[...heard.tasks], heard.out, heard.notes]).toEqual([[], [], []]);
    expect(existsSync(join(cwd, 'cache'))).toBe(false);
  });
});

it('the list of scenarios says which verb takes each', async () => {
  const answer = async (args: string) => {
    const { run, heard } = inProcess(args, cwd);
    await run;
    return heard.out.join('\n');
  };
  const text = await answer('scenarios');
  expect(text).toMatch(/^train +distillation /m);
  expect(text).toMatch(/^run +circular-region /m);
  expect(text).toMatch(/looptwin <command> <scenario>/);
  const rows = JSON.parse(await answer('scenarios --json')) as unknown[];
  expect(rows).toContainEqual(expect.objectContaining({ scenario: 'smoke', verb: 'run' }));
});

describe('a scenario that is printed explains its arms', () => {
  const told = async (args: string) => {
    const { run, heard } = inProcess(args, cwd);
    await run;
    return { out: heard.out.join('\n'), notes: heard.notes.join('\n') };
  };

  it('those that it has, each with what it sets', async () => {
    const { out, notes } = await told('scenarios depot-seasons');
    expect(JSON.parse(out)).toHaveProperty('compare.arms.length', 4);
    expect(notes).toMatch(/npx looptwin experiment depot-seasons compares each with june, in valueEur:/);
    expect(notes).toMatch(/^ {2}december sets site\.dayOfYear: 355, site\.ambientC: 2$/m);
  });

  it('or how to write some that can be read', async () => {
    const { notes } = await told('scenarios quickstart');
    const example = notes.slice(notes.indexOf('  compare:'));
    writeFileSync(join(cwd, 'arms.yaml'), `extends: smoke\n${example.replace(/^ {2}/gm, '')}\n`);
    expect(loadArms('./arms.yaml', [], cwd).map(({ name }) => name)).toEqual(['summer', 'winter']);
  });

  it('and says nothing beside the one JSON document', async () => {
    expect((await told('scenarios depot-seasons --json')).notes).toBe('');
  });
});
