import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ArmName } from '../../../../models/training/arms.ts';
import { unitKey } from '../../../../models/training/protocol/protocol.ts';
import type { Protocol } from '../../../../models/training/protocol/types.ts';
import { loadProtocol } from '../../../../scenarios/schema/protocol/load.ts';
import { protocolOf } from '../../../../scenarios/schema/protocol/schema.ts';
import { analyse, NAMED } from '../../../../scenarios/studies/protocol/analyse.ts';
import { bestStudent } from '../../../../scenarios/studies/protocol/exported.ts';
import { settingsHash } from '../../../../scenarios/studies/protocol/plan.ts';
import { resultsPath } from '../../../../scenarios/studies/protocol/protocol.ts';
import {
  appendResult,
  belongsTo,
  readResults,
  type TestLine,
  type TrainingResult,
  wordCode,
} from '../../../../scenarios/studies/protocol/results.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'looptwin-results-'));
  path = join(folder, 'results.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The clean test of a training in a world, a draw of labels and a seed. */
function result(
  arm: ArmName,
  seed: number,
  material: number,
  labelled = 20,
  { world, draw } = { world: 1, draw: 1 },
): TrainingResult {
  const numbers = {
    items: 100,
    material,
    class: material,
    family: material,
    separable: material,
    macroF1: material,
    ece: 0.1,
  };
  return {
    schema: 'looptwin.training/1',
    data: 'd',
    recipe: 'r',
    unit: {
      stage: 'final',
      arm,
      labelledPerMaterial: labelled,
      world,
      draw,
      seed,
      learningRate: 0.003,
      temperature: 1,
      teacherLearningRate: null,
    },
    bestStep: 10,
    validationAccuracy: material,
    curve: [[10, material]],
    model: 'm',
    test: { clean: { ...numbers, stateMae: 1, qualityMae: 0.1, agreement: null, meanKl: null } },
    cpuS: 1,
  };
}

/** The same trainings with the settings of a protocol: it counts no others. */
function made(protocol: Protocol, results: readonly TrainingResult[]): TrainingResult[] {
  const recipe = settingsHash(protocol);
  return results.map((one) => ({ ...one, recipe }));
}

/** The same training by a network that only grades. */
function nameless({ unit, test, ...rest }: TrainingResult): TrainingResult {
  const none = { material: null, class: null, family: null, separable: null, macroF1: null, ece: null };
  return {
    ...rest,
    unit: { ...unit, arm: 'single-task-state' },
    test: { clean: { ...test!.clean!, ...none } },
  };
}

describe('results file', () => {
  test('gives back what was appended', () => {
    const [a, b] = [result('oracle', 1, 0.6), result('labels-only', 1, 0.4)];
    appendResult(path, a);
    appendResult(path, b);
    expect(readResults(path)).toEqual([a, b]);
  });

  test('loses nothing finished when a kill cuts the last line, and goes on cleanly', () => {
    const [a, b] = [result('oracle', 1, 0.6), result('labels-only', 1, 0.4)];
    appendResult(path, a);
    writeFileSync(path, `${readFileSync(path, 'utf8')}{"schema":"looptwin.trai`);
    expect(readResults(path)).toEqual([a]);
    appendResult(path, b);
    expect(readResults(path)).toEqual([a, b]);
  });

  test('names the line that is not a result', () => {
    writeFileSync(path, `${JSON.stringify(result('oracle', 1, 0.6))}\nnonsense\n{}\n`);
    expect(() => readResults(path)).toThrow(/results\.jsonl:2: not a training result/);
  });
});

describe('tests', () => {
  const [a, b] = [result('oracle', 1, 0.6), result('labels-only', 1, 0.4)];
  const line = ({ unit, model, test: found, data, recipe }: TrainingResult): TestLine => ({
    ...({
      schema: 'looptwin.test/1',
      data,
      recipe,
      tested: unitKey(unit),
      model,
      testSeed: 7,
      cpuS: 2,
    } as const),
    test: found!,
  });
  const trained = ({ test: _, ...rest }: TrainingResult): TrainingResult => rest;

  test('are lines of their own, and reading puts them beside their trainings', () => {
    appendResult(path, trained(a));
    appendResult(path, trained(b));
    appendResult(path, line(a));
    expect(readResults(path)).toEqual([{ ...a, testSeed: 7, cpuS: 3 }, trained(b)]);
  });

  test('of other weights belong to no training', () => {
    appendResult(path, trained(a));
    appendResult(path, { ...line(a), model: 'another' });
    expect(readResults(path)).toEqual([trained(a)]);
  });
});

describe('which results count', () => {
  const line = (data: string, code?: string): TrainingResult => {
    const plain = { ...result('oracle', 1, 0.6), data };
    return code === undefined ? plain : { ...plain, code };
  };

  test('those of the same pool and settings', () => {
    expect(['pool', 'other'].map((data) => belongsTo(line(data), 'pool', 'r'))).toEqual([true, false]);
    expect(belongsTo(line('pool'), 'pool', 'other settings')).toBe(false);
  });

  test('lines of the first protocol stay in the file and belong to no run of today', () => {
    const lines = readResults(resultsPath('distillation', folder));
    const recipe = settingsHash(protocolOf(loadProtocol('distillation'), false));
    const old = lines.filter(({ unit }) => unit.world === undefined);
    expect(old.length).toBe(306);
    expect(old.filter((one) => belongsTo(one, one.data, recipe))).toEqual([]);
  });

  test('who made them is said, and that it is unknown where a line does not tell', () => {
    const lines = [line('d'), line('d', 'abc'), line('d'), line('d', 'def')];
    expect(wordCode(lines, 'abc')).toBe('2 by unknown code, 1 by this code (abc), 1 by code def');
    expect(
      analyse('t', protocolOf(loadProtocol('distillation'), false), [line('d', 'abc')]).fingerprint,
    ).toBe(analyse('t', protocolOf(loadProtocol('distillation'), false), [line('d')]).fingerprint);
  });
});

describe('analysis', () => {
  const file = loadProtocol('distillation');
  const protocol = protocolOf(file, false);
  const seeds = [1, 2, 3, 4, 5];
  const wobble = (seed: number) => 0.002 * ((seed * 7) % 5);

  test('finds a difference that is there and none where there is none', () => {
    const results = seeds.flatMap((seed) => [
      result('labels-only', seed, 0.4 + wobble(seed)),
      result('multi-sensor-teacher', seed, 0.5 + wobble(seed + 1)),
      result('visual-teacher', seed, 0.5 + wobble(seed + 2)),
      result('oracle', seed, 0.55 + wobble(seed)),
    ]);
    const document = analyse('t', protocol, made(protocol, results));
    const [gain, none] = document.named;
    expect(gain!.points.mean).toBeCloseTo(10, 0);
    expect(gain!.adjustedP).toBeLessThan(0.001);
    expect(none!.adjustedP).toBeGreaterThan(0.05);
    expect(document.complete).toBe(false);
    expect(document.finding).toMatch(/^Not complete: 20 of \d+ trainings; nothing below is a result yet/);
    expect(document.finding).toMatch(/No clear difference between multi-sensor-teacher and visual-teacher/);
    const row = document.arms.find(({ arm }) => arm === 'multi-sensor-teacher')!;
    expect(row.recovered!.mean).toBeCloseTo(2 / 3, 1);
    expect(row.recovered!.lo).toBeLessThan(2 / 3);
    expect(row.recovered!.hi).toBeGreaterThan(2 / 3);
  });

  test('further regimes have no say in which student is exported', () => {
    const primary = seeds.flatMap((seed) => [
      result('pseudo-labels', seed, 0.44),
      result('multi-sensor-teacher', seed, 0.45),
      result('oracle', seed, 0.5),
      result('permuted-within', seed, 0.46),
    ]);
    const fewLabels = seeds.map((seed) => result('multi-sensor-teacher', seed, 0.3, 5));
    expect(bestStudent(protocol, [...fewLabels, ...primary])).toMatchObject({
      arm: 'multi-sensor-teacher',
      seed: 1,
      labelledPerMaterial: 20,
    });
  });

  test('controls, further regimes and a network without names are told as they are', () => {
    const results = seeds.flatMap((seed) => [
      result('labels-only', seed, 0.4 + wobble(seed)),
      result('multi-sensor-teacher', seed, 0.5 + wobble(seed + 1)),
      result('pseudo-labels', seed, 0.49 + wobble(seed + 2)),
      result('labels-only', 1, 0.5 + wobble(seed), 220, { world: seed, draw: 1 }),
      result('multi-sensor-teacher', 1, 0.48 + wobble(seed + 1), 220, { world: seed, draw: 1 }),
    ]);
    const beside = { ...protocol.exploratory, worlds: 1, seeds: seeds.length };
    const regimes = protocol.regimes.map((regime) => ({ ...regime, worlds: seeds.length }));
    // The protocol dropped its hard labels for its budget; a file that asks for them is told of them.
    const primary = { ...protocol.primary, arms: [...protocol.primary.arms, 'pseudo-labels' as const] };
    const wider = { ...protocol, primary, regimes, exploratory: beside };
    const { finding, arms } = analyse('t', wider, made(wider, [...results, nameless(results[0]!)]));
    expect(finding).toMatch(/the teacher's hard labels \+9\.\d/);
    expect(finding).toMatch(/the hybrid to the teacher: with 220 labels -2\.\d \(/);
    const row = arms.find(({ arm }) => arm === 'single-task-state')!;
    expect(row).toMatchObject({ material: null, recovered: null });
  });

  test('a loss is said as plainly as a gain', () => {
    const results = seeds.flatMap((seed) => [
      result('labels-only', seed, 0.5 + wobble(seed)),
      result('multi-sensor-teacher', seed, 0.45 + wobble(seed + 1)),
    ]);
    expect(analyse('t', protocol, made(protocol, results)).finding).toMatch(
      /multi-sensor-teacher falls short of labels-only by 5\.\d points/,
    );
  });

  test('does not depend on the order in which trainings finished', () => {
    const results = seeds.flatMap((seed) => [result('labels-only', seed, 0.4), result('oracle', seed, 0.5)]);
    const slower = results.map((r) => ({ ...r, cpuS: 99 })).reverse();
    expect(analyse('t', protocol, made(protocol, slower)).fingerprint).toBe(
      analyse('t', protocol, made(protocol, results)).fingerprint,
    );
  });

  test('worlds are what an interval is over: trainings of one world are no independent measurements', () => {
    const worlds = [1, 2, 3, 4];
    const results = worlds.flatMap((world) =>
      [1, 2].flatMap((draw) =>
        [1, 2].flatMap((seed) => {
          const at = { world, draw };
          return [
            result('labels-only', seed, 0.4 + wobble(seed), 20, at),
            result('multi-sensor-teacher', seed, 0.4 + 0.02 * world + wobble(seed) + 0.001 * draw, 20, at),
          ];
        }),
      ),
    );
    const [gain] = analyse('t', protocol, made(protocol, results)).named;
    expect(gain).toMatchObject({ pairs: 16, points: { worlds: 4, df: 3 } });
    expect(gain!.points.mean).toBeCloseTo(5.15, 6);
    expect(gain!.points.sd.world).toBeCloseTo(2 * Math.sqrt(5 / 3), 1);
    expect(gain!.points.nextHi - gain!.points.nextLo).toBeGreaterThan(gain!.points.hi - gain!.points.lo);
    // Half of what is missing leaves the worlds that are whole.
    const part = analyse('t', protocol, made(protocol, results.slice(0, -2))).named[0]!;
    expect(part.points).toMatchObject({ worlds: 3, values: 12 });
  });

  test('has every arm that the four named comparisons need, in worlds, draws and trainings', () => {
    expect(NAMED.length).toBe(4);
    for (const arm of NAMED.flat()) expect(protocol.primary.arms).toContain(arm);
    expect(protocol.primary).toMatchObject({ worlds: 4, draws: 2, seeds: 2 });
    expect(protocol.data.materials.length * protocol.data.testPerMaterial).toBeGreaterThanOrEqual(5000);
    expect(protocol.data.materials.length * protocol.data.calibrationPerMaterial).toBeGreaterThanOrEqual(500);
  });
});

describe('a protocol file that cannot be used', () => {
  test.each([
    ['unknown material', ['protocol.data.materials[0]=pet-botle'], /unknown material, got "pet-botle"/],
    [
      'more labels than items',
      ['protocol.primary.labelledPerMaterial=500'],
      /asks for more labels than the pool has items \(220\), got 500/,
    ],
    ['unknown arm', ['protocol.primary.arms[0]=labels'], /must be one of/],
    [
      'an arm to lean on that is missing',
      ['protocol.primary.arms=[labels-only]'],
      /must include multi-sensor-teacher/,
    ],
  ])('%s', (_, sets, message) => {
    expect(() => loadProtocol('distillation', sets)).toThrow(message);
  });
});
