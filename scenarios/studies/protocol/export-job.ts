import { type Dataset, rowsOf } from '../../../models/data/dataset.ts';
import { type Evaluation, evaluate, score } from '../../../models/evaluation/evaluate.ts';
import { cHeader } from '../../../models/export/c-header.ts';
import { type Limits, modelCard } from '../../../models/export/card.ts';
import { modelId, saveModel } from '../../../models/export/export.ts';
import { onnxFloat, onnxInt8 } from '../../../models/export/onnx.ts';
import { MIN_CALIBRATION_ITEMS, quantiseStudent } from '../../../models/export/quantise.ts';
import { predictQuantised } from '../../../models/export/quantised-predict.ts';
import type { Model } from '../../../models/nets/model.ts';
import { at } from '../../../sim/record/must.ts';
import { meanInterval } from '../../stats/interval.ts';

/** A student as it leaves the twin: file names with their bytes, and what quantisation cost. */
export interface ExportedStudent {
  readonly card: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** Paired loss by int8 in points on the clean test items; null when it was not quantised. */
  readonly lossPoints: Limits | null;
}

/** Quantises a student on the calibration items, tests both forms on the same items, and writes every file. */
export function exportStudent(
  model: Model,
  teacher: Model | null,
  pool: Dataset,
  test: Dataset,
  dataHash: string,
  origin: string,
): ExportedStudent {
  const files: Record<string, Uint8Array> = {
    'student.bin': saveModel(model),
    'student.onnx': onnxFloat(model),
  };
  const calibration = rowsOf(pool, 'calibration');
  // A quick protocol has too few items to measure ranges on: it leaves the float student only.
  if (calibration.length < MIN_CALIBRATION_ITEMS) return { card: '', files, lossPoints: null };
  const rows = rowsOf(test, 'test');
  const quantised = quantiseStudent(model, pool, calibration);
  const float = evaluate(model, test, rows);
  const int8 = score(predictQuantised(quantised, test, rows), model, test, rows);
  const lossPoints = pairedLoss(float, int8);
  const id = modelId(model);
  const card = modelCard(model, teacher, {
    modelId: id,
    dataHash,
    testItems: rows.length,
    origin,
    floatAccuracy: meanInterval([...float.correct]),
    int8Accuracy: meanInterval([...int8.correct]),
    lossPoints,
    stateMae: int8.stateMae,
    qualityMae: int8.qualityMae,
    ece: int8.ece,
  });
  const text = new TextEncoder();
  files['student-int8.onnx'] = onnxInt8(quantised, id);
  files['student.h'] = text.encode(cHeader(quantised, id));
  files['model-card.md'] = text.encode(card);
  return { card, files, lossPoints };
}

/** Float minus int8, item by item, in points with its 95 % limits. */
function pairedLoss(float: Evaluation, int8: Evaluation): Limits {
  return meanInterval(Array.from(float.correct, (right, i) => 100 * (right - at(int8.correct, i))));
}
