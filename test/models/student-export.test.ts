import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Dataset, rowsOf } from '../../models/data/dataset.ts';
import { openBackend } from '../../models/engine/backend.ts';
import { argmax } from '../../models/evaluation/evaluate.ts';
import { predict } from '../../models/evaluation/infer.ts';
import { cHeader } from '../../models/export/c-header.ts';
import { loadModel, modelId, saveModel } from '../../models/export/export.ts';
import { onnxFloat, onnxInt8 } from '../../models/export/onnx.ts';
import { type QuantisedStudent, quantiseStudent } from '../../models/export/quantise.ts';
import { predictQuantised } from '../../models/export/quantised-predict.ts';
import type { Model } from '../../models/nets/model.ts';
import { TRAINING } from '../../models/training/recipe.ts';
import { trainStudent } from '../../models/training/train.ts';
import { integerInference } from '../oracles/integer-inference.ts';
import { toyDataset } from './toy.ts';

/** The student leaves the twin: int8, ONNX, C. All three are the same network, to the last label or bit. */
let data: Dataset;
let model: Model;
let quantised: QuantisedStudent;
let rows: Int32Array;

beforeAll(async () => {
  const engine = await openBackend();
  data = toyDataset({ calibration: 125, test: 100 });
  const spec = { ...TRAINING, name: 'toy', steps: 40, validateEvery: 20, smoothing: 0 };
  model = (await trainStudent(engine, data, spec)).model;
  quantised = quantiseStudent(model, data);
  rows = rowsOf(data, 'test');
}, 60_000);

const imageOf = (row: number) => {
  const size = data.spec.imagePx * data.spec.imagePx * 3;
  return data.streams.visual!.values.subarray(row * size, (row + 1) * size) as Uint8Array;
};

/** Share of items on which two [n, K] tables have the same largest entry. */
function agreement(a: Float32Array, b: Float32Array, classes: number): number {
  const items = a.length / classes;
  let same = 0;
  for (let i = 0; i < items; i++) {
    if (argmax(a, i * classes, classes) === argmax(b, i * classes, classes)) same++;
  }
  return same / items;
}

describe('model file', () => {
  test('opens as it was saved, and equal models have equal bytes', () => {
    const bytes = saveModel(model);
    const opened = loadModel(bytes);
    expect(Buffer.compare(saveModel(opened), bytes)).toBe(0);
    expect(predict(opened, data, rows).material).toEqual(predict(model, data, rows).material);
  });

  test('says so when it is truncated, altered or something else', () => {
    const bytes = saveModel(model);
    expect(() => loadModel(bytes.subarray(0, bytes.length - 100), 'm.bin')).toThrow(
      /m\.bin: truncated or altered/,
    );
    const altered = bytes.slice();
    altered[bytes.length >> 1]! ^= 1;
    expect(() => loadModel(altered, 'm.bin')).toThrow(/truncated or altered/);
    expect(() => loadModel(new Uint8Array(0), 'm.bin')).toThrow(/not a looptwin file/);
  });
});

describe('int8', () => {
  test('the fast version equals plain integer loops bit for bit', () => {
    const few = rows.subarray(0, 12);
    const fast = predictQuantised(quantised, data, few);
    const classes = quantised.labels.length;
    const head = quantised.head.material!;
    few.forEach((row, i) => {
      const { accumulators } = integerInference(quantised, imageOf(row));
      const scale = head.inputScale * head.weightScale[0]!;
      const logits = Array.from(accumulators.material!, (sum) => sum * scale);
      const top = Math.max(...logits);
      const total = logits.reduce((sum, z) => sum + Math.exp(z - top), 0);
      logits.forEach((z, c) => {
        expect(fast.material[i * classes + c]).toBeCloseTo(Math.exp(z - top) / total, 5);
      });
    });
  });

  test('agrees with the float student on nearly all items', () => {
    const exact = predict(model, data, rows);
    const coarse = predictQuantised(quantised, data, rows);
    expect(agreement(exact.material, coarse.material, data.labels.length)).toBeGreaterThan(0.97);
  });

  test('refuses to measure ranges on few items', () => {
    expect(() => quantiseStudent(model, data, rows.subarray(0, 10))).toThrow(
      /at least 500 calibration items, got 10/,
    );
  });
});

async function runOnnx(bytes: Uint8Array, items: Int32Array): Promise<Record<string, Float32Array>> {
  const session = await InferenceSession.create(bytes, {
    graphOptimizationLevel: 'basic',
    logSeverityLevel: 3,
  });
  const px = data.spec.imagePx;
  const pixels = new Uint8Array(items.length * px * px * 3);
  items.forEach((row, i) => {
    pixels.set(imageOf(row), i * px * px * 3);
  });
  const answer = await session.run({ image: new Tensor('uint8', pixels, [items.length, px, px, 3]) });
  return Object.fromEntries(Object.entries(answer).map(([name, t]) => [name, t.data as Float32Array]));
}

describe('ONNX', () => {
  test('float: onnxruntime answers within 1e-4 of the twin on all heads', async () => {
    const answer = await runOnnx(onnxFloat(model), rows);
    const own = predict(model, data, rows);
    for (const head of ['material', 'state', 'quality'] as const) {
      const worst = own[head].reduce((w, value, i) => Math.max(w, Math.abs(value - answer[head]![i]!)), 0);
      expect(worst, head).toBeLessThan(1e-4);
    }
  });

  test('int8: onnxruntime and the integer student give the same label on at least 99.5 % of the items', async () => {
    const answer = await runOnnx(onnxInt8(quantised, modelId(model)), rows);
    const own = predictQuantised(quantised, data, rows);
    expect(agreement(own.material, answer.material!, data.labels.length)).toBeGreaterThanOrEqual(0.995);
  });

  test('the exported file holds nothing of the teacher: no auxiliary parameter, no other sense', () => {
    expect(Object.keys(model.weights).filter((name) => /auxiliary|thermal|spectral/.test(name))).toEqual([]);
  });
});

describe('C header', () => {
  test.skipIf(!hasCompiler())('compiled with cc, it gives the accumulators of the integer student', () => {
    const folder = mkdtempSync(join(tmpdir(), 'looptwin-c-'));
    try {
      writeFileSync(join(folder, 'student.h'), cHeader(quantised, modelId(model)));
      writeFileSync(join(folder, 'main.c'), MAIN_C);
      execFileSync('cc', ['-std=c99', '-O2', '-Wall', '-Werror', '-o', 'student', 'main.c'], { cwd: folder });
      for (const row of rows.subarray(0, 5)) {
        const printed = execFileSync(join(folder, 'student'), {
          input: Buffer.from(imageOf(row)),
        }).toString();
        const { accumulators } = integerInference(quantised, imageOf(row));
        const expected = [...accumulators.material!, ...accumulators.state!, ...accumulators.quality!];
        expect(printed.trim().split(/\s+/).map(Number)).toEqual(expected);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Reads an image from stdin and prints all accumulators. */
const MAIN_C = `
#include <stdio.h>
#include "student.h"
int main(void) {
  static uint8_t rgb[LT_SIDE * LT_SIDE * 3];
  int32_t material[LT_MATERIAL_OUT], state[LT_STATE_OUT], quality[LT_QUALITY_OUT];
  if (fread(rgb, 1, sizeof rgb, stdin) != sizeof rgb || lt_labels[0] == 0) return 1;
  looptwin_student(rgb, material, state, quality);
  for (int i = 0; i < LT_MATERIAL_OUT; i++) printf("%d ", material[i]);
  for (int i = 0; i < LT_STATE_OUT; i++) printf("%d ", state[i]);
  printf("%d\\n", quality[0]);
  return 0;
}
`;

function hasCompiler(): boolean {
  try {
    execFileSync('cc', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    console.log('cc: not run (no C compiler on this machine)');
    return false;
  }
}
