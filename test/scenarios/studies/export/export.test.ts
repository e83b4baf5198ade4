import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDataset } from '../../../../models/data/build-dataset.ts';
import { type Dataset, rowsOf } from '../../../../models/data/dataset.ts';
import { openBackend } from '../../../../models/engine/backend.ts';
import { predict } from '../../../../models/evaluation/infer.ts';
import type { Model } from '../../../../models/nets/model.ts';
import type { ExportDocument } from '../../../../scenarios/studies/export/export.ts';
import { readSource } from '../../../../scenarios/studies/export/source.ts';
import { regionSchemaName } from '../../../../scenarios/studies/region/manifest.ts';
import { builtCache, emptyFolder, looptwin } from '../../command.ts';
import { inProcess } from '../../in-process.ts';
import { tinyRun } from '../../tiny-run.ts';

/** A run's student leaves the twin: what is written is what the run trained, and what is said of it was measured. */
const folder = emptyFolder();
const cwd = folder.path;
const at = (...names: string[]) => join(cwd, ...names);
let document: ExportDocument;

beforeAll(async () => {
  const network = (name: string) => [`policies.perceptions=[${name}]`, 'training.studentSteps=30'];
  await tinyRun(cwd, at('run'), network('labels-only'));
  await tinyRun(cwd, at('teacher'), [...network('teacher'), 'training.teacherSteps=1']);
  await tinyRun(cwd, at('blind'));
  const args = ['export', 'run', '--format', 'onnx,int8,c', '--out', 'out', '--json'];
  const cache = await builtCache(at('cache'));
  const { code, out, err } = await looptwin(args, { cwd, env: { LOOPTWIN_CACHE: cache } });
  expect(code, err).toBe(0);
  document = JSON.parse(out) as ExportDocument;
}, 180_000);
afterAll(folder.remove);

const said = async (args: string) => {
  const { run, heard } = inProcess(args, cwd);
  await run;
  return heard.out.join('\n');
};

describe('looptwin export of a run', () => {
  it('writes the three forms and a card, and nothing else', () => {
    const names = ['model-card.md', 'student-int8.onnx', 'student.h', 'student.onnx'];
    expect(document.files.map(({ path }) => path).sort()).toEqual(names);
    expect(readdirSync(at('out')).sort()).toEqual(['.looptwin.json', ...names]);
    expect(readFileSync(at('out/student.h'), 'utf8')).toContain(`looptwin student ${document.modelId}`);
    const card = readFileSync(at('out/model-card.md'), 'utf8');
    expect(card).toContain('Trained as labels-only, 12 labels a material, seed 1.');
    expect(card).toContain(`| material accuracy, float | ${percent(document.int8!.floatAccuracy.mean)} %`);
  });

  it('finds the accuracy that the run found, on the very same test items', () => {
    const rows: Record<string, string>[] = parse(readFileSync(at('run/tests.csv')), { columns: true });
    const { floatAccuracy, testItems } = document.int8!;
    expect([floatAccuracy.mean, testItems]).toEqual([
      Number(rows[0]?.accuracyMaterial),
      Number(rows[0]?.items),
    ]);
    expect(floatAccuracy.mean).toBeGreaterThan(0.2);
  });

  it('says what int8 costs: points, agreement, bytes, joules and milliseconds', () => {
    const { int8, weightBytes, devices } = document;
    expect(int8!.calibrationItems).toBeGreaterThanOrEqual(500);
    const lost = 100 * (int8!.floatAccuracy.mean - int8!.int8Accuracy.mean);
    expect(int8!.lossPoints.mean).toBeCloseTo(lost, 9);
    expect(int8!.agreement).toBeGreaterThan(0.9);
    expect(int8!.largestDifference).toBeGreaterThan(0);
    expect(int8!.largestDifference).toBeLessThan(0.1);
    expect(weightBytes.float).toBe(4 * weightBytes.int8);
    expect(devices.map(({ device }) => device)).toContain('U575');
    for (const { energyJ, timeS } of devices) expect(Math.min(energyJ, timeS)).toBeGreaterThan(0);
  });

  it('onnxruntime answers the float file as the twin does, and the int8 file nearly so', async () => {
    const { model, items } = readSource(at('run'));
    const perMaterial = { ...items!.perMaterial, calibration: 0, test: 10 };
    const data = await buildDataset({ ...items!, perMaterial, senses: ['visual'] });
    await openBackend();
    const own = predict(model, data, rowsOf(data, 'test'));
    const float = await answersOf('student.onnx', data);
    for (const head of model.heads) expect(worst(own[head], float[head]!), head).toBeLessThan(1e-4);
    const int8 = await answersOf('student-int8.onnx', data);
    expect(worst(own.material, int8.material!)).toBeLessThan(0.1);
    expect(worst(own.material, int8.material!)).toBeGreaterThan(1e-4);
  });
});

describe('looptwin export of a model file', () => {
  it('needs no run for the float network, and writes the same one', async () => {
    const text = await said('export run/model-student.bin --format onnx --out bare');
    expect(text).toMatch(/^No items were given, so nothing was measured: --run DIR/);
    expect(readFileSync(at('bare/student.onnx')).equals(readFileSync(at('out/student.onnx')))).toBe(true);
    expect(readFileSync(at('bare/model-card.md'), 'utf8')).toContain('| accuracy | not measured');
  });

  it('with the run that trained it is the export of that run; the backend is named', async () => {
    copyFileSync(at('run/model-student.bin'), at('model.bin'));
    const { run, heard } = inProcess('export model.bin --run run --format int8 --backend wasm', cwd);
    await run;
    expect(heard.notes).toEqual([expect.stringMatching(/^backend wasm: TensorFlow\.js 4/)]);
    const made = readFileSync(at('exports', document.modelId, 'student-int8.onnx'));
    expect(made.equals(readFileSync(at('out/student-int8.onnx')))).toBe(true);
    expect(heard.out[0]).toMatch(/int8 minus float: -?\d\.\d\d points \(95 % interval .* on 120 test items/);
    expect(heard.out[0]).toMatch(/^U575 +\d\.\d{3} +\d+\.\d +yes$/m);
  });
});

describe('what cannot be exported is refused in words', () => {
  beforeAll(() => {
    cpSync(at('run'), at('changed'), { recursive: true });
    writeFileSync(at('changed/model-student.bin'), 'x');
    writeFileSync(at('mine.bin'), 'mine');
    mkdirSync(at('region'));
    writeFileSync(at('region/manifest.json'), JSON.stringify({ schema: regionSchemaName }));
    cpSync(at('run'), at('elsewhere'), { recursive: true });
    const path = at('elsewhere/manifest.json');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replaceAll('"pvc-bottle-clear"', '"ps-cup-white"'));
  });
  it.each([
    ['run --format onxn,c', /^--format: unknown format, got "onxn"\. Did you mean onnx\?$/],
    ['run --format', /--format <list>' argument missing/],
    ['nowhere', /nowhere: no such run or model file\. Give the folder of a run/],
    ['cache', /cache: manifest\.json is missing: this is not a finished run/],
    ['region', /region: a run of a region: it trains no network\. Give the run of a day/],
    ['run/model-student.bin --run region', /region: a run of a region/],
    [
      'run/model-student.bin --run elsewhere',
      /names 6 materials on pictures of 32 px, the run has 6 others on 32/,
    ],
    ['blind', /blind: the run holds no student: it saw without a network\. Run the scenario with a network/],
    ['teacher', /model-student\.bin: holds a teacher, and only a student leaves the twin\. Let a student/],
    ['changed', /model-student\.bin: not the student that manifest\.json names: it was changed/],
    ['mine.bin', /mine\.bin: no model of looptwin \(.*not a looptwin file/],
    [
      'run/model-student.bin --format onnx,int8,c',
      /holds no items to measure the ranges of int8 and c on\. .*--run/,
    ],
    ['run --run run', /--run: only for a model file, and this is a run/],
    ['run --out run', /run: holds a run, which the export would replace/],
    ['run --backend gpu', /Allowed choices are wasm, cpu, native/],
  ])('export %s', (args, message) => expect(inProcess(`export ${args}`, cwd).run).rejects.toThrow(message));

  it('a folder with files of others, until --force, which leaves them alone', async () => {
    await said('export run/model-student.bin --format onnx --out shared');
    writeFileSync(at('shared/notes.txt'), 'mine');
    const again = 'export run/model-student.bin --format onnx --out shared';
    await expect(inProcess(again, cwd).run).rejects.toThrow(
      /shared: holds files that looptwin did not write: notes\.txt/,
    );
    await said(`${again} --force`);
    expect(readFileSync(at('shared/notes.txt'), 'utf8')).toBe('mine');
  });
});

const percent = (share: number) => (100 * share).toFixed(2);

const worst = (a: Float32Array, b: Float32Array) =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);

/** What onnxruntime answers to the pictures of all items, head by head. */
async function answersOf(name: string, { streams, count, spec }: Dataset) {
  const options = { graphOptimizationLevel: 'basic', logSeverityLevel: 3 } as const;
  const session = await InferenceSession.create(at('out', name), options);
  const image = new Tensor('uint8', streams.visual!.values as Uint8Array, [
    count,
    spec.imagePx,
    spec.imagePx,
    3,
  ]);
  const answer = await session.run({ image });
  return Object.fromEntries(
    Object.entries(answer).map(([head, tensor]) => [head, tensor.data as Float32Array]),
  ) as Partial<Record<Model['heads'][number], Float32Array>>;
}
