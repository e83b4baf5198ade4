import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../../../scenarios/errors.ts';
import { loadArms } from '../../../scenarios/schema/arms.ts';
import { loadScenario } from '../../../scenarios/schema/load.ts';
import { run } from '../../../scenarios/studies/day/day.ts';
import { emptyFolder } from '../command.ts';

const folder = emptyFolder();
afterAll(folder.remove);

/** What is said about a scenario of these lines, line by line. */
function saidOf(lines: readonly string[], load: (path: string) => unknown): string[] {
  writeFileSync(join(folder.path, 'f.yaml'), lines.join('\n'));
  try {
    load('./f.yaml');
  } catch (error) {
    if (error instanceof InputError) return error.message.split('\n');
    throw error;
  }
  return [];
}

const day = (path: string) => loadScenario(path, [], folder.path);
const arms = (path: string) => loadArms(path, [], folder.path);
const head = ['extends: smoke', 'title: t'];

describe('all problems of a file at once', () => {
  it('format and meaning together, in the order of the lines, nested and in lists', () => {
    const said = saidOf(
      [
        ...head,
        'site: { openHour: 30, skyStep: 60 }', // 3
        'outputs:', // 4
        '  - { id: pet, use: recycle-hihg, accepts: [PETT], tiers: [{ minPurity: 0, priceEurPerKg: 1 }] }', // 5
        'robots:', // 6
        '  - { id: r1, positionM: 3, outputs: [pet, pte], batteryWH: 60 }', // 7
        '  - { id: r2, outputs: [pet] }', // 8
        'feed:', // 9
        '  materials:', // 10
        '    - { materialId: pet-bottle-clar, share: 1 }', // 11
        'policies: { perceptions: [distiled, teacher] }', // 12
        'belt: { speedMPerS: 0.2, lengthM: 8, speedMPrS: 1 }', // 13
      ],
      day,
    );
    const wanted = [
      /^f\.yaml:3 site\.openHour: must be <= 24, got 30/,
      /^f\.yaml:3 site\.skyStep: unknown key.*Did you mean skyStepS\?$/,
      /^f\.yaml:5 outputs\[0\]\.use: must be one of .*Did you mean recycle-high\?$/,
      /^f\.yaml:5 outputs\[0\]\.accepts\[0\]: is not a material.*Did you mean PET\?$/,
      /^f\.yaml:7 robots\[0\]\.batteryWH: unknown key.*Did you mean batteryWh\?$/,
      /^f\.yaml:7 robots\[0\]\.outputs\[1\]: .*does not exist, got "pte"\. Did you mean pet\?$/,
      /^f\.yaml:8 robots\[1\]\.positionM: is missing\. Add it: a number$/,
      /^f\.yaml:11 feed\.materials\[0\]\.materialId: .*Did you mean pet-bottle-clear\?$/,
      /^f\.yaml:12 policies\.perceptions\[0\]: must be one of .*Did you mean distilled\?$/,
      /^f\.yaml:13 belt\.speedMPrS: unknown key.*Did you mean speedMPerS\?$/,
    ];
    expect(said).toEqual(wanted.map((pattern) => expect.stringMatching(pattern)));
  });

  it('money that cannot be meant: interest in percent, a life of nothing, a wage that nobody works for', () => {
    const said = saidOf(
      [
        ...head,
        'investment:',
        '  interest: 5',
        '  lifeYears: 0',
        'picker: { eurPerHour: 22, picksPerHour: 0 }',
      ],
      day,
    );
    const wanted = [
      /^f\.yaml:4 investment\.interest: is 500 % a year, got 5\. Write a share of 1: 0\.05 is 5 %$/,
      /^f\.yaml:5 investment\.lifeYears: must be >= 1, got 0\. Write a number >= 1$/,
      /^f\.yaml:6 picker\.picksPerHour: a wage of EUR 22 an hour is paid, but nobody picks for it, got 0\. Write attempts/,
    ];
    expect(said).toEqual(wanted.map((pattern) => expect.stringMatching(pattern)));
  });

  it("a repair without cost, in a list that replaces another file's, hides nothing and is told in its own file", () => {
    const piece =
      'accepts: [HDPE], grade: reuse, minutes: 1, passShare: 0.9, returnShare: 0, returnEur: 3, newKgCo2ePerKg: -1';
    const said = saidOf(
      [
        'extends: refurbish',
        'investment: { interest: 5 }', // 2
        'outputs:',
        '  - id: shelf',
        '    use: reuse',
        '    accepts: [HDPE]',
        '    grades: [reuse]',
        `    bench: { eurPerHour: 22, missedShare: 0, missedEur: 0, scrapEurPerKg: 0, replacementShare: 0.5, pieces: [{ ${piece} }] }`, // 8
        'robots: [{ id: r1, positionM: 4, outputs: [shelf] }]',
      ],
      day,
    );
    expect(said).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^f\.yaml:2 investment\.interest: is 500 % a year/),
        expect.stringMatching(/^f\.yaml:3 outputs: no output takes the grade repair of /),
        'f.yaml:8 outputs[0].bench.checkMinutes: is missing. Add it: a number',
        'f.yaml:8 outputs[0].bench.pieces[0].eurPerPiece: is missing. Add it: a number',
      ]),
    );
  });

  it('an entry of a list that is none hides no other, and nothing is said about what stands in for it', () => {
    const said = saidOf(
      [...head, 'robots:', '  - { id: r1, positionM: 3, outputs: [pte] }', '  - nonsense'],
      day,
    );
    expect(said).toEqual([
      expect.stringMatching(/^f\.yaml:4 robots\[0\]\.outputs\[0\]: .*Did you mean pet\?$/),
      'f.yaml:5 robots[1]: must be a map, not text, got "nonsense". Write a map',
    ]);
  });

  it('those of the file and those of its arms', () => {
    const said = saidOf(
      [
        ...head,
        'site: { openHour: 20 }', // 3
        'compare:',
        '  arms:',
        '    - { name: a, set: { site.dayOfYeer: 3 } }', // 6
        '    - { name: b, set: { polices.sorting: x, "robots[0].battery": 3 } }', // 7
      ],
      arms,
    );
    const wanted = [
      /^f\.yaml:3 site\.(openHour|closeHour): the site never opens/,
      /^f\.yaml:6 .*\.dayOfYeer: unknown key.*Did you mean dayOfYear\?$/,
      /^f\.yaml:7 .*battery: unknown key.*Did you mean batteryWh\?$/,
      /^f\.yaml:7 .*polices\.sorting: unknown key.*Did you mean policies\?$/,
    ];
    const [first, ...rest] = said;
    expect(rest).toEqual(wanted.slice(1).map((pattern) => expect.stringMatching(pattern)));
    expect(first).toMatch(/site never opens/);
  });

  it('a file that is refused is told of, not the settings that reach into its defaults', () => {
    writeFileSync(join(folder.path, 'f.yaml'), [...head, 'belt: { lengthM: -1 }'].join('\n'));
    expect(() => loadScenario('./f.yaml', ['robots[0].batteryWh=20'], folder.path)).toThrow(
      /^f\.yaml:3 belt\.lengthM: must be > 0, got -1\. Write a number > 0$/,
    );
  });
});

describe('the nearest name, for settings', () => {
  it.each([
    ['robot[0].batteryWh=3', /--set robot: unknown key, got "robot"\. Did you mean robots\?$/],
    ['robots[0].baterryWh=3', /unknown key, got "baterryWh"\. Did you mean batteryWh\?$/],
    ['robots[0].actuator=armm', /Did you mean arm\?$/],
    ['robots[0].outputs[0]=pte', /Did you mean pet\?$/],
    ['robots.0.batteryWh=3', /--set robots: a list.*from 0: robots\[0\]\.batteryWh$/],
    ['feed.materials[0].materialId=pet-bottle-clar', /Did you mean pet-bottle-clear\?$/],
    ['training.imagePx=33', /must be one of 32, 64, got 33\. /],
  ])('%s', (set, says) => expect(() => loadScenario('smoke', [set])).toThrow(says));
});

describe('words about a file are its own', () => {
  it('who extends it takes over neither story nor question nor expectation', () => {
    writeFileSync(join(folder.path, 'mine.yaml'), 'extends: quickstart\nsite: { cloudShare: 0.5 }\n');
    const { title, story, question, expected, site } = loadScenario('./mine.yaml', [], folder.path);
    expect({ title, story, question, expected }).toEqual({
      title: 'mine',
      story: '',
      question: '',
      expected: '',
    });
    expect(site.cloudShare).toBe(0.5);
    expect(loadScenario('quickstart').question).not.toBe('');
  });

  it('a file that extends nothing still needs a title', () => {
    writeFileSync(join(folder.path, 'bare.yaml'), 'site: { cloudShare: 0.5 }\n');
    expect(() => loadScenario('./bare.yaml', [], folder.path)).toThrow(/title: is missing/);
  });
});

describe('a program that gives its settings in another form', () => {
  it.each([
    [
      { 'site.dayOfYear': 172 },
      /^set: must be a list of texts.*Write it like set: \['site\.dayOfYear=172'\]$/,
    ],
    ['site.dayOfYear=172', /^set: must be a list of texts/],
    [[{ a: 1 }], /^set: must be a list of texts/],
  ])('%j is refused in words', async (set, says) => {
    const refused = run('smoke', { set: set as never, cwd: folder.path });
    await expect(refused).rejects.toThrow(InputError);
    await expect(refused).rejects.toThrow(says);
  });
});
