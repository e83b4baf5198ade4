import { buildDataset } from '../../../models/data/build-dataset.ts';
import type { DatasetSpec } from '../../../models/data/dataset.ts';
import { sensorInputs } from '../../../models/data/sensor-inputs.ts';
import type { NetworkShape } from '../../../models/device/layer-cost.ts';
import { openBackend } from '../../../models/engine/backend.ts';
import type { BackendName } from '../../../models/engine/found.ts';
import { modelCard } from '../../../models/export/card.ts';
import { loadModel, modelId } from '../../../models/export/export.ts';
import { onnxFloat } from '../../../models/export/onnx.ts';
import { canonicalJson, sha256Hex } from '../../../sim/record/canonical.ts';
import { toJson } from '../../../sim/record/json.ts';
import { STANDARD_SENSES } from '../../../sim/senses/registry.ts';
import { defaultSensors } from '../../../sim/senses/sensors.ts';
import type { Report } from '../../threads/progress.ts';
import { type ExportedStudent, exportStudent } from './student.ts';

/** What a worker is handed: a model file, and the items to quantise and test on, if there are any. */
export interface ExportJob {
  readonly model: Uint8Array;
  /** Its calibration part is quantised on, its test part is measured on. */
  readonly items: DatasetSpec | null;
  readonly origin: string;
  /** True if a teacher taught it: its row stands beside the student's. */
  readonly taught: boolean;
  readonly backend: BackendName;
}

/** Writes a student in every form; without items as a float network alone. */
export async function carryOut(job: ExportJob, report: Report): Promise<ExportedStudent> {
  const { items, origin, taught, backend } = job;
  const model = loadModel(job.model);
  if (items === null) {
    const card = modelCard(model, null, { modelId: modelId(model), origin, dataHash: '', measured: null });
    const files = { 'student.onnx': onnxFloat(model), 'model-card.md': new TextEncoder().encode(card) };
    return { card, files, cost: null };
  }
  // What a student does not look with is not rendered.
  const data = await buildDataset({ ...items, senses: model.senses }, { progress: rendering(report) });
  report({ task: 'quantising and testing', done: 0, total: 1 });
  await openBackend(backend);
  const teacher: NetworkShape = {
    ...model,
    ...{ kind: 'teacher', senses: STANDARD_SENSES },
    inputs: sensorInputs(defaultSensors(), STANDARD_SENSES, items.imagePx),
  };
  const dataHash = sha256Hex(canonicalJson(toJson(items))).slice(0, 16);
  return exportStudent(model, data, data, { teacher: taught ? teacher : null, dataHash, origin });
}

function rendering(report: Report) {
  return ({ done, total }: { done: number; total: number }) =>
    report({ task: 'rendering the items', done, total });
}
