import { type Dataset, rowsOf } from '../../../models/data/dataset.ts';
import type { NetworkShape } from '../../../models/device/layer-cost.ts';
import { type Evaluation, fidelity, score } from '../../../models/evaluation/evaluate.ts';
import { predict } from '../../../models/evaluation/infer.ts';
import { cHeader } from '../../../models/export/c-header.ts';
import { type Limits, type Measured, modelCard } from '../../../models/export/card.ts';
import { modelId, saveModel } from '../../../models/export/export.ts';
import { onnxFloat, onnxInt8 } from '../../../models/export/onnx.ts';
import {
  MIN_CALIBRATION_ITEMS,
  type QuantisedStudent,
  quantiseStudent,
} from '../../../models/export/quantise.ts';
import { predictQuantised } from '../../../models/export/quantised-predict.ts';
import type { Model } from '../../../models/nets/model.ts';
import { at } from '../../../sim/record/must.ts';
import { meanInterval } from '../../stats/interval.ts';

/** What int8 costs a student, on items that neither training nor quantisation saw. */
export interface Int8Cost extends Measured {
  /** Items that the ranges of int8 were measured on. */
  readonly calibrationItems: number;
  /** Share of items on which both forms name the same material. */
  readonly agreement: number;
  /** Largest difference of the probability that both give one material of one item. */
  readonly largestDifference: number;
}

/** A student as it leaves the twin: file names with their bytes, and what quantisation cost. */
export interface ExportedStudent {
  /** Empty where nothing could be measured. */
  readonly card: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** Null when it was not quantised. */
  readonly cost: Int8Cost | null;
}

/** What the model card tells beside figures. */
export interface Origin {
  /** What it learned from, if it had a teacher. */
  readonly teacher: NetworkShape | null;
  readonly dataHash: string;
  /** What it was trained by, in words. */
  readonly origin: string;
}

/** Quantises a student on the calibration items of `pool`, tests both forms on the items of `test`, and writes every file. */
export function exportStudent(
  model: Model,
  pool: Dataset,
  test: Dataset,
  { teacher, dataHash, origin }: Origin,
): ExportedStudent {
  const files: Record<string, Uint8Array> = {
    'student.bin': saveModel(model),
    'student.onnx': onnxFloat(model),
  };
  const calibration = rowsOf(pool, 'calibration');
  // A quick protocol has too few items to measure ranges on: it leaves the float student only.
  if (calibration.length < MIN_CALIBRATION_ITEMS) return { card: '', files, cost: null };
  const quantised = quantiseStudent(model, pool, calibration);
  const cost = costOf(model, quantised, test, calibration.length);
  const id = modelId(model);
  const card = modelCard(model, teacher, { modelId: id, dataHash, origin, measured: cost });
  const text = new TextEncoder();
  files['student-int8.onnx'] = onnxInt8(quantised, id);
  files['student.h'] = text.encode(cHeader(quantised, id));
  files['model-card.md'] = text.encode(card);
  return { card, files, cost };
}

function costOf(
  model: Model,
  quantised: QuantisedStudent,
  test: Dataset,
  calibrationItems: number,
): Int8Cost {
  const rows = rowsOf(test, 'test');
  const answers = { float: predict(model, test, rows), int8: predictQuantised(quantised, test, rows) };
  const float = score(answers.float, model, test, rows);
  const int8 = score(answers.int8, model, test, rows);
  const differences = answers.float.material.map((p, i) => Math.abs(p - at(answers.int8.material, i)));
  const { stateMae, qualityMae, ece } = int8;
  return {
    calibrationItems,
    testItems: rows.length,
    floatAccuracy: meanInterval([...float.correct]),
    int8Accuracy: meanInterval([...int8.correct]),
    lossPoints: pairedLoss(float, int8),
    agreement: fidelity(answers.float, answers.int8, model.labels.length).agreement,
    largestDifference: differences.reduce((a, b) => Math.max(a, b), 0),
    ...{ stateMae, qualityMae, ece },
  };
}

/** Float minus int8, item by item, in points with its 95 % limits. */
function pairedLoss(float: Evaluation, int8: Evaluation): Limits {
  return meanInterval(Array.from(float.correct, (right, i) => 100 * (right - at(int8.correct, i))));
}
