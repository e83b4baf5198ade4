import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { InputError } from '../../../scenarios/errors.ts';
import { loadScenario } from '../../../scenarios/schema/load.ts';
import type { RunPlan } from '../../../scenarios/studies/day/plan.ts';
import { planRun } from '../../../scenarios/studies/day/plan.ts';
import { isReference } from '../../../sim/site/reference.ts';

const home = mkdtempSync(join(tmpdir(), 'looptwin-networks-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const robots = `robots:
  - { id: r1, positionM: 3, outputs: [pet] }
  - id: r2
    positionM: 6
    outputs: [pet]
`;

/** Loads a scenario of these lines. */
function load(lines: string, sets: readonly string[] = []) {
  writeFileSync(join(home, 'own.yaml'), `extends: smoke\ntitle: t\n${lines}`);
  return loadScenario('./own.yaml', sets, home);
}

/** Every problem of a scenario of these lines, in words. */
function problemsOf(lines: string): string[] {
  try {
    load(lines);
  } catch (error) {
    return (error as InputError).message.split('\n');
  }
  return [];
}

const plan = (lines: string): RunPlan => planRun(load(lines), { seed: 1, replication: 0 });
/** The arms in which the robots of the scenario work: in the reference arms nothing looks. */
const seeingOf = ({ variants }: RunPlan) => variants.filter(({ perception }) => !isReference(perception));
const namesOf = ({ trainings }: RunPlan) => trainings.map(({ name }) => name);

describe('networks of a scenario', () => {
  it('are trained once each: what policies or robots name, and the teacher that a student listens to', () => {
    const own = `networks:
  heat: { arm: teacher, senses: [thermal, visual] }
  unused: { arm: labels-only, senses: [visual] }
  short: { arm: distilled, senses: [visual], steps: 7 }
policies: { perceptions: [labels-only, heat] }
${robots}    perception: short
    device: GAP9
`;
    const planned = plan(own);
    expect(namesOf(planned)).toEqual(['teacher', 'labels-only', 'heat', 'short']);
    const [teacher, , heat, short] = planned.trainings;
    const told = { batch: 32, learningRate: 0.003, seed: 1, labels: 'few', labelledPerMaterial: null };
    expect(heat).toMatchObject({
      recipe: { ...told, kind: 'teacher', name: 'heat', senses: ['visual', 'thermal'], steps: 30 },
      teachers: [],
    });
    const soft = { lesson: 'multi', terms: { hard: 1, soft: 3 }, temperature: 1, smoothing: 0 };
    expect(short).toMatchObject({
      recipe: { ...told, ...soft, kind: 'student', name: 'short', senses: ['visual'], steps: 7 },
      teachers: [{ address: teacher!.address }],
    });
    expect(new Set(planned.trainings.map(({ address }) => address)).size).toBe(4);
  });

  it('a robot sees with its own network on its own board, the others with those of the day', () => {
    const planned = plan(`policies: { perceptions: [teacher, perfect] }
${robots}    perception: distilled
    device: GAP9
`);
    const { trainings } = planned;
    const variants = seeingOf(planned);
    const told = (k: number) =>
      variants[k]!.robots.map(({ robot, looks: [look] }) => [robot, look!.network, look!.device]);
    expect(told(0)).toEqual([
      ['r1', 'teacher', 'GAP9'],
      ['r2', 'distilled', 'GAP9'],
    ]);
    expect(told(1)[0]).toEqual(['r1', 'perfect', '']);
    expect(trainings.map(({ name }) => name)).toEqual(['teacher', 'distilled']);
    expect(variants[1]!.robots[1]!.looks[0]!.model).toBe(trainings[1]!.address);
    const usual = seeingOf(plan(''))[1]!.robots[1]!.looks;
    expect(usual).toMatchObject([
      { network: 'distilled', device: 'U575', senses: ['visual'], pays: ['visual'] },
    ]);
  });

  it('learn from the sensors of training.sensors, whatever the robots have', () => {
    const own = plan('training: { sensors: { thermal: { netdK: 0.2 } } }\n');
    expect(own.dataset.spec.sensors!.thermal).toHaveProperty('netdK', 0.2);
    const [usual, worse] = [plan(''), own].map(({ trainings }) => trainings.map(({ address }) => address));
    expect(worse!.filter((address) => usual!.includes(address))).toEqual([]);
    expect(plan(robots).trainings.map(({ address }) => address)).toEqual(usual);
  });

  it('a robot may always see the truth', () => {
    const planned = plan(`policies: { perceptions: [labels-only] }\n${robots}    perception: perfect\n`);
    expect(seeingOf(planned)[0]!.robots[1]!.looks).toEqual([
      { network: 'perfect', model: null, device: '', senses: ['visual'], pays: ['visual'] },
    ]);
  });

  it('further looks add what their network sees, and each sense is paid for once', () => {
    const looksOf = (further: string) =>
      seeingOf(plan(`policies: { perceptions: [labels-only, teacher], sorting: escalation${further} }`)).map(
        ({ robots: [robot] }) => robot!.looks.map(({ network, senses, pays }) => ({ network, senses, pays })),
      );
    const student = { network: 'labels-only', senses: ['visual'], pays: ['visual'] };
    const all = ['visual', 'thermal', 'spectral'];
    expect(looksOf('')[0]).toEqual([
      student,
      { network: 'teacher', senses: ['visual', 'thermal'], pays: ['thermal'] },
      { network: 'teacher', senses: all, pays: ['spectral'] },
    ]);
    expect(looksOf('')[1]).toEqual([{ network: 'teacher', senses: all, pays: all }]);
    expect(looksOf(', furtherLooks: { adds: [[visual], [spectral, thermal]] }')[0]).toEqual([
      student,
      { network: 'teacher', senses: all, pays: ['thermal', 'spectral'] },
    ]);
  });
});

describe('what no robot can see with is said before any work, all at once', () => {
  it('names that there are not, with the nearest', () => {
    const said = problemsOf(`networks:
  distiled-2: { arm: distilled, senses: [visual] }
policies:
  perceptions: [labels-onli]
  furtherLooks: { network: perfect }
${robots}    perception: distiled
`);
    expect(said).toHaveLength(3);
    expect(said[0]).toMatch(
      /own\.yaml:6 policies\.perceptions\[0\]: must be one of .*Did you mean labels-only\?/,
    );
    expect(said[1]).toMatch(/own\.yaml:7 policies\.furtherLooks\.network: must be one of .*got "perfect"/);
    expect(said[2]).toMatch(/own\.yaml:13 robots\[1\]\.perception: .*Did you mean distilled\?/);
  });

  it('sensors that a network needs and a robot lacks, or has in another size than in training', () => {
    const said = problemsOf(`training:
  imagePx: 32
  sensors: { thermal: { frames: 4 } }
policies: { perceptions: [labels-only] }
robots:
  - id: r1
    positionM: 3
    outputs: [pet]
    perception: teacher
    sensors:
      spectral: null
      thermal: { sizePx: 64 }
  - id: r2
    positionM: 6
    outputs: [pet]
    sensors:
      visual: { sizePx: 48 }
      thermal: null
`);
    expect(said).toHaveLength(3);
    expect(said[0]).toMatch(
      /own\.yaml:13 robots\[0\]\.sensors\.spectral: is missing, but r1 sees with teacher, which needs it\. Write robots\[0\]\.sensors\.spectral: \{\}, or/,
    );
    expect(said[1]).toMatch(
      /own\.yaml:14 robots\[0\]\.sensors\.thermal\.sizePx: gives frames of 8 x 64 x 64, but teacher is trained on 4 x 32 x 32\. Set it/,
    );
    expect(said[2]).toMatch(
      /own\.yaml:19 robots\[1\]\.sensors\.visual: .* 48 px, which cannot be averaged to the 32 px/,
    );
    const none = 'training: { sensors: { spectral: null } }\npolicies: { perceptions: [teacher] }\n';
    expect(problemsOf(none)).toEqual([
      expect.stringMatching(
        /own\.yaml:3 training\.sensors\.spectral: is missing, but teacher is trained with it/,
      ),
    ]);
    expect(
      problemsOf('training: { sensors: { spectral: null } }\npolicies: { perceptions: [perfect] }\n'),
    ).toEqual([]);
  });

  it('a day that bears the name of a network with which nobody sees', () => {
    const own = (perceptions: string) =>
      problemsOf(`policies: { perceptions: [${perceptions}] }
robots:
  - { id: r1, positionM: 3, outputs: [pet], perception: perfect }
  - { id: r2, positionM: 6, outputs: [pet], perception: distilled }
`);
    expect(own('distilled')).toEqual([]);
    for (const perceptions of ['teacher', 'distilled, perfect'])
      expect(own(perceptions)).toEqual([
        expect.stringMatching(
          /own\.yaml:3 policies\.perceptions: no robot sees with .*Name one .*: \[perfect\]/,
        ),
      ]);
  });

  it('networks that cannot be', () => {
    const said = problemsOf(`networks:
  teacher: { arm: teacher, senses: [visual] }
  blind:
    arm: distilled
    senses: [spectral]
  Big: { arm: teacher, senses: [visual] }
policies:
  furtherLooks: { network: blind, adds: [[thermal]] }
`);
    expect(said[0]).toMatch(/own\.yaml:4 networks\.teacher: is the name of what is built in/);
    expect(said[1]).toMatch(/own\.yaml:7 networks\.blind\.senses: .*visual is missing\. Add visual/);
    expect(said[2]).toMatch(/own\.yaml:8 networks\.Big: must be named with lower-case/);
    expect(said[3]).toMatch(
      /own\.yaml:10 policies\.furtherLooks\.adds\[0\]\[0\]: blind does not see with it/,
    );
    expect(problemsOf('networks:\n  a: { arm: labels-only, senses: [visual, thermal] }\n')[0]).toMatch(
      /own\.yaml:4 networks\.a\.senses\[1\]: is a film, and a student takes vectors beside its camera/,
    );
    expect(problemsOf('networks:\n  a: { arm: teacher, senses: [visal] }\n')[0]).toMatch(
      /own\.yaml:4 networks\.a\.senses\[0\]: must be one of visual, thermal, spectral.*Did you mean visual\?/,
    );
    expect(problemsOf('networks:\n  a: { arm: techer, senses: [visual] }\n')[0]).toMatch(
      /Did you mean teacher\?/,
    );
    expect(problemsOf(`${robots}    device: U75\n`)[0]).toMatch(
      /own\.yaml:8 robots\[1\]\.device: must be one of/,
    );
  });
});
