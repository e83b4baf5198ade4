import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtCache, emptyFolder, type FinishedInTurn, looptwin, looptwinEach } from './command.ts';

const folder = emptyFolder();
const cwd = folder.path;
const env = { LOOPTWIN_CACHE: await builtCache(join(cwd, 'cache')) };

const files: Readonly<Record<string, string>> = {
  'unknown-key.yaml': 'extends: smoke\ntitle: t\nsite:\n  latitudeDegrees: 48\n',
  'wrong-type.yaml': 'extends: smoke\ntitle: t\nbelt:\n  speedMPerS: fast\n',
  'negative-battery.yaml':
    'extends: smoke\ntitle: t\nrobots:\n  - { id: r1, positionM: 3, outputs: [pet] }\n  - id: r2\n    positionM: 6\n    outputs: [pet]\n    batteryWh: -5\n',
  'unknown-material.yaml':
    'extends: smoke\ntitle: t\nfeed:\n  materials:\n    - { materialId: pet-bottle-clar, share: 1 }\n',
  'empty.yaml': '',
  'broken.yaml': 'title: t\nsite: { latitudeDeg: 48\nbelt: [\n',
  'seed.yaml': 'extends: smoke\ntitle: t\nseed: 1.5\n',
  'circle.yaml': 'extends: ./circle.yaml\ntitle: t\n',
  'many.yaml':
    'extends: smoke\ntitle: t\nseed: x\nbelt:\n  lengthM: -1\n  colour: red\nsite: { openHour: 30 }\n',
};

beforeAll(() => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  writeFileSync(join(cwd, 'a-file'), 'x');
  mkdirSync(join(cwd, 'taken'));
  writeFileSync(join(cwd, 'taken/letter.txt'), 'mine');
});
afterAll(folder.remove);

/** [arguments, what the message must say] */
const cases: readonly [string[], RegExp[]][] = [
  [
    ['run', './unknown-key.yaml'],
    [/unknown-key\.yaml:4 site\.latitudeDegrees/, /Did you mean latitudeDeg\?/],
  ],
  [
    ['run', './wrong-type.yaml'],
    [/wrong-type\.yaml:4 belt\.speedMPerS: must be a number, not text/, /got "fast"/],
  ],
  [['run', './negative-battery.yaml'], [/yaml:8 robots\[1\]\.batteryWh: must be > 0, got -5/]],
  [
    ['run', './unknown-material.yaml'],
    [
      /unknown-material\.yaml:5 feed\.materials\[0\]\.materialId/,
      /pet-bottle-clar/,
      /Did you mean pet-bottle-clear\?/,
    ],
  ],
  [
    ['run', './missing.yaml'],
    [/missing\.yaml: no such scenario file/, /looptwin scenarios/],
  ],
  [
    ['run', './empty.yaml'],
    [/empty\.yaml: the file is empty/, /smoke\.yaml/],
  ],
  [
    ['run', './broken.yaml'],
    [/broken\.yaml:\d+: broken YAML/, /indentation/],
  ],
  [
    ['run', './seed.yaml'],
    [/seed\.yaml:3 seed: must be an integer, got 1\.5/, /whole number/],
  ],
  [
    ['run', './circle.yaml'],
    [/extends goes in a circle/, /Remove/],
  ],
  [
    ['run', 'quikstart'],
    [/unknown scenario, got "quikstart"/, /Did you mean quickstart\?/],
  ],
  [
    ['run', 'smoke', '--seed', 'seven'],
    [/--seed/, /seven/, /integer/],
  ],
  [
    ['run', 'smoke', '--out', './a-file/run'],
    [/a-file\/run: cannot write/, /--out/],
  ],
  [
    ['run', 'smoke', '--out', './taken'],
    [/taken: holds files that looptwin did not write/, /--out/],
  ],
  [
    ['run', 'smoke', '--set', 'robots[0].batteryWh'],
    [/--set/, /path=value/],
  ],
  [
    ['run', 'smoke', '--set', 'robots[0].batteryWh=-1'],
    [/--set robots\[0\]\.batteryWh: must be > 0, got -1/],
  ],
  [['run', 'smoke', '--set', 'robots[7].batteryWh=1'], [/--set robots: no list entry 7/]],
  [['run', 'smoke', 'quickstart'], [/too many arguments/]],
  [['frobnicate'], [/unknown command, got "frobnicate"/, /--help/]],
  [
    ['run', '--sede', '1'],
    [/unknown option '--sede'/, /--seed/],
  ],
  [
    ['experiment', 'smoke', '--replications', '0'],
    [/--replications/, /from 2 to/],
  ],
  [
    ['report', './nowhere'],
    [/nowhere: no such folder/, /looptwin run/],
  ],
  [
    ['verify', './taken'],
    [/manifest\.json is missing/, /runs\//],
  ],
];

describe('bad input', () => {
  const many = ['run', './many.yaml'];
  const finished = new Map<readonly string[], FinishedInTurn>();
  beforeAll(async () => {
    const lines = [...cases.map(([args]) => args), many];
    const ends = await looptwinEach(lines, { cwd, env });
    for (const [i, line] of lines.entries()) finished.set(line, ends[i]!);
  }, 60_000);

  it.each(cases)('%j', (args, says) => {
    const { code, out, err, left } = finished.get(args)!;
    expect(err).toMatch(/^looptwin: /);
    for (const pattern of says) expect(err).toMatch(pattern);
    expect(err).not.toMatch(/\n\s+at /);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(left).toEqual([]);
  });

  it('a process of its own ends with the same code and the same words', async () => {
    const [args] = cases[0]!;
    const { left: _, ...said } = finished.get(args)!;
    expect(await looptwin(args, { cwd, env })).toEqual(said);
  });

  it('says all problems of a file at once', () => {
    const { err } = finished.get(many)!;
    expect(err.trim().split('\n')).toHaveLength(4);
    for (const line of [':3 seed', ':5 belt.lengthM', ':6 belt.colour', ':7 site.openHour'])
      expect(err).toContain(`many.yaml${line}`);
  });

  it('shows the stack with --debug', async () => {
    const { err, code } = await looptwin(['run', './empty.yaml', '--debug'], { cwd, env });
    expect(err).toMatch(/\n\s+at /);
    expect(code).toBe(2);
  });

  it('leaves a folder of somebody else alone', () => {
    expect(readdirSync(join(cwd, 'taken'))).toEqual(['letter.txt']);
  });
});

describe('help', () => {
  const verbs = ['run', 'experiment', 'train', 'report', 'view', 'verify', 'scenarios', 'schema', 'doctor'];
  const help = ['', ...verbs];
  const documents = ['schema', 'scenarios', 'doctor'];
  let finished: readonly FinishedInTurn[];
  beforeAll(async () => {
    const lines = [
      ...help.map((verb) => [...(verb ? [verb] : []), '--help']),
      ...documents.map((verb) => [verb, '--json']),
    ];
    finished = await looptwinEach(lines, { cwd, env });
  }, 60_000);

  it.each(help.map((verb, i) => [verb, i] as const))('%s --help exits with 0', (_, i) => {
    const { code, out } = finished[i]!;
    expect(code).toBe(0);
    expect(out).toMatch(/Usage: looptwin/);
  });

  it('schema, scenarios and doctor print one JSON document', () => {
    const [schema, list, doctor] = finished.slice(help.length).map(({ out }) => JSON.parse(out)) as [
      { anyOf: { properties: object }[] },
      { scenario: string }[],
      { ok: boolean },
    ];
    expect(schema.anyOf.some(({ properties }) => 'robots' in properties)).toBe(true);
    expect(list.map((s) => s.scenario)).toEqual(expect.arrayContaining(['quickstart', 'smoke']));
    expect(doctor.ok).toBe(true);
  });
});
