import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadModel, saveModel } from '../../models/export/export.ts';
import type { InputError } from '../../scenarios/errors.ts';
import { loadScenario } from '../../scenarios/schema/load.ts';
import { type RunResult, run } from '../../scenarios/studies/day/day.ts';
import { readManifest } from '../../scenarios/studies/day/read.ts';
import { type TrainDocument, train } from '../../scenarios/studies/day/train.ts';
import { isReference } from '../../sim/site/reference.ts';
import { emptyFolder } from './command.ts';

const folder = emptyFolder();
const cwd = folder.path;
const cacheDir = join(cwd, 'cache');
const options = { cwd, cacheDir, workers: 1 };
afterAll(folder.remove);

/** A quarter of an hour of the smoke site on few items and few steps. */
const tiny = `extends: smoke
title: t
site: { startHour: 11, durationS: 900 }
training:
  perMaterial: { labelled: 4, unlabelled: 4, validation: 2, test: 4 }
  teacherSteps: 2
  studentSteps: 2
`;

/** Writes a scenario of these lines, which names its perceptions itself. */
function write(lines: string): string {
  writeFileSync(join(cwd, 'own.yaml'), `${tiny}${lines}`);
  return './own.yaml';
}

const days = (names: string) => `policies: { perceptions: [${names}], maintenance: [condition] }\n`;

/** What is said of a scenario that is refused. */
function refusal(lines: string): string {
  try {
    loadScenario(write(lines), [], cwd, cacheDir);
  } catch (error) {
    return (error as InputError).message;
  }
  return 'nothing';
}

const hybrid = `networks:
  mine: { arm: hybrid, senses: [visual], learningRate: 0.01, temperature: 3 }
`;

let played: RunResult;
let trained: TrainDocument;
beforeAll(async () => {
  const own = write(`${hybrid}${days('mine')}`);
  played = await run(own, { ...options, out: join(cwd, 'run') });
  trained = await train(own, options);
  mkdirSync(join(cwd, 'models'));
  copyFileSync(join(cwd, 'run/model-student.bin'), join(cwd, 'models/mine.bin'));
}, 120_000);

const idOf = ({ folder: at }: RunResult) =>
  readManifest(at).variants.find(({ perception }) => !isReference(perception))?.modelId;

describe('a robot that sees with an arm of the protocol', { timeout: 120_000 }, () => {
  it('is trained as the arm says: by the teacher, on all its terms', () => {
    const { name, recipe, senses } = loadModel(new Uint8Array(readFileSync(join(cwd, 'models/mine.bin'))));
    expect([name, senses]).toEqual(['mine', ['visual']]);
    expect(recipe).toMatchObject({ learningRate: 0.01, temperature: 3, steps: 2 });
    expect(Object.keys(recipe.terms as object).sort()).toEqual(
      ['attention', 'feature', 'hard', 'relational', 'soft'].sort(),
    );
    expect(trained.networks.map((network) => network.name)).toEqual(['teacher', 'mine']);
    expect(idOf(played)).toBe(trained.networks[1]!.modelId);
  });

  it('may be named by its arm alone, ensembles and controls too', async () => {
    const own = write(days('paper, pseudo-labels, thermal-hint, permuted-within, teacher-ensemble-3'));
    const { networks } = await train(own, options);
    expect(networks.map(({ name }) => name)).toEqual([
      ...['teacher', 'teacher 2', 'teacher 3'],
      ...['permuted-within', 'pseudo-labels', 'thermal-hint', 'teacher-ensemble-3', 'paper'],
    ]);
    expect(new Set(networks.map(({ modelId }) => modelId)).size).toBe(8);
  });

  it('unless the name or a setting means nothing', () => {
    expect(refusal('networks: { a: { arm: hybird } }')).toMatch(
      /own\.yaml:8 networks\.a\.arm: must be one of .*got "hybird"\. Did you mean hybrid\?/,
    );
    expect(refusal(days('hybird'))).toMatch(/perceptions\[0\]: must be one of .*Did you mean hybrid\?/);
    expect(refusal('networks: { a: { arm: labels-only, terms: { soft: 1 } } }')).toMatch(
      /networks\.a\.terms\.soft: needs a teacher to listen to, and the arm labels-only has none/,
    );
    expect(refusal('networks: { a: { arm: visual-teacher, terms: { attention: 1 } } }')).toMatch(
      /networks\.a\.terms\.attention: needs a teacher that sees with thermal, and that of the arm visual-teacher/,
    );
    expect(refusal('networks: { a: { arm: distilled, terms: { sft: 1 } } }')).toMatch(
      /networks\.a\.terms\.sft: unknown term of a loss, got "sft"\. Did you mean soft\?/,
    );
    expect(refusal('networks: { a: { arm: labels-only, terms: { hard: 0 } } }')).toMatch(
      /networks\.a\.terms: leaves no term to learn from/,
    );
    expect(refusal('networks: { a: { arm: teacher, temperature: 2 } }')).toMatch(
      /networks\.a\.temperature: is for students/,
    );
    expect(refusal('networks: { a: { arm: oracle, file: b.bin } }')).toMatch(
      /networks\.a: has more than one source \(arm, file\)/,
    );
    const blind = `training: { sensors: { thermal: null } }\n${days('thermal-hint')}`;
    writeFileSync(join(cwd, 'blind.yaml'), `extends: ./own.yaml\ntitle: t\n${blind}`);
    write('');
    expect(() => loadScenario('./blind.yaml', [], cwd, cacheDir)).toThrow(
      /training\.sensors\.thermal: is missing, but thermal-hint is trained with it/,
    );
  });
});

describe('a trained network as a value', { timeout: 120_000 }, () => {
  const file = 'networks: { again: { file: models/mine.bin } }\n';

  it('is the same from its file and from its address, and sees the same day', async () => {
    const address = trained.networks[1]!.address;
    expect(address).toMatch(/^[0-9a-f]{64}$/);
    const fromFile = await run(write(`${file}${days('again')}`), { ...options, out: join(cwd, 'file') });
    const stored = `networks: { again: { model: ${address} } }\n${days('again')}`;
    const fromStore = await run(write(stored), { ...options, out: join(cwd, 'stored') });
    const perceptionOf = ({ document }: RunResult) => ({ ...document.perceptions[0], name: '' });
    for (const other of [fromFile, fromStore]) {
      expect(idOf(other)).toBe(idOf(played));
      expect(perceptionOf(other)).toEqual(perceptionOf(played));
    }
    expect(fromFile.document.fingerprint).toBe(fromStore.document.fingerprint);
  });

  it('is refused in words where it is none, is gone, or does not fit', () => {
    const of = (more: string, name = 'models/mine.bin') =>
      refusal(`networks: { again: { file: ${name} } }\n${days('again')}${more}`);
    expect(of('')).toBe('nothing');
    writeFileSync(join(cwd, 'models/none.bin'), 'no network');
    expect(of('', 'models/none.bin')).toMatch(/networks\.again\.file: is no network of looptwin \(.*\)/);
    expect(of('', 'models/gone.bin')).toMatch(/networks\.again\.file: no such model file/);
    expect(of('', 'models')).toMatch(/networks\.again\.file: is a folder, not a regular file/);
    const unknown = `networks: { again: { model: ${'a'.repeat(64)} } }\n${days('again')}`;
    expect(refusal(unknown)).toMatch(/networks\.again\.model: the cache holds no network of this address/);
    expect(refusal('networks: { again: { file: models/mine.bin, steps: 3 } }')).toMatch(
      /networks\.again\.steps: would change nothing: this network was trained before/,
    );
    expect(refusal('networks: { again: { file: models/mine.bin, senses: [visual, led] } }')).toMatch(
      /networks\.again\.file: sees with visual, not with visual, led/,
    );
  });

  it('is refused where it names other materials, or takes frames of another shape', () => {
    const sets = (text: string) => () =>
      loadScenario(write(`${file}${days('again')}`), [text], cwd, cacheDir);
    expect(sets('training.materials=[cardboard,wool]')).toThrow(
      /names 6 materials \(aluminium-can, .*\), and the networks of this scenario 2 \(cardboard, wool\)/,
    );
    expect(sets('training.imagePx=64')).toThrow(
      /takes visual of \[32, 32, 3\], and this scenario's sensors give \[64, 64, 3\]/,
    );
  });

  it('is refused where the file is another one than the hash says', () => {
    const model = loadModel(new Uint8Array(readFileSync(join(cwd, 'models/mine.bin'))));
    const own = loadScenario(write(`${file}${days('again')}`), [], cwd, cacheDir);
    writeFileSync(join(cwd, 'models/other.bin'), saveModel({ ...model, name: 'other' }));
    const { sha256 } = own.networks.again!;
    const named = `networks: { again: { file: models/other.bin, sha256: ${sha256} } }\n${days('again')}`;
    expect(refusal(named)).toMatch(/networks\.again\.file: is another network than the one that was named/);
  });
});
