import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatasetSpec } from '../../../models/data/dataset.ts';
import { loadModel } from '../../../models/export/export.ts';
import { imagePxOf } from '../../../models/nets/inputs.ts';
import type { Model } from '../../../models/nets/model.ts';
import { InputError } from '../../errors.ts';
import { readBytes } from '../../read-file.ts';
import { datasetStepOf } from '../../steps/training.ts';
import type { Manifest } from '../day/manifest.ts';
import { readManifest } from '../day/read.ts';
import { isRegionFolder } from '../region/read.ts';

const studentName = 'model-student.bin';
/** Fewest items that ranges of int8 are measured on; as `MIN_CALIBRATION_ITEMS`, which would bring TensorFlow.js along. */
const calibrationItems = 500;
const runCure =
  'Give the folder of a run, such as runs/quickstart-1a2b3c4d, or a model file such as its model-student.bin';

/** What is exported: a student's file, and the recipe of the items that its run learned and was tested on. */
export interface Source {
  readonly bytes: Uint8Array;
  readonly model: Model;
  readonly items: DatasetSpec | null;
  readonly origin: string;
  readonly taught: boolean;
}

/** Reads a run folder, or a model file with or without the run that it belongs to. Throws InputError for anything else. */
export function readSource(path: string, run?: string): Source {
  if (!existsSync(path))
    throw new InputError({ what: 'no such run or model file', where: path, cure: runCure });
  if (statSync(path).isDirectory()) {
    if (run === undefined) return fromRun(path, studentOf(path));
    const cure = 'Leave it out: the run brings its items along';
    throw new InputError({ what: 'only for a model file, and this is a run', where: '--run', cure });
  }
  const bytes = readBytes(path, { what: 'model file', where: path, cure: runCure });
  if (run !== undefined) return fromRun(run, bytes, path);
  const model = studentIn(bytes, path);
  return { bytes: copyOf(bytes), model, items: null, origin: model.name, taught: false };
}

/** The manifest of a day's run; throws InputError for any other folder. */
function manifestIn(folder: string): Manifest {
  if (!isRegionFolder(folder)) return readManifest(folder);
  throw new InputError({
    what: 'a run of a region: it trains no network',
    where: folder,
    cure: 'Give the run of a day, such as runs/quickstart-1a2b3c4d',
  });
}

/** The student of a run, as its manifest names it. */
function studentOf(folder: string): Buffer {
  const named = manifestIn(folder).outputs.find((output) => output.path === studentName);
  const cure = 'Run the scenario with a network: --set policies.perceptions=[labels-only,distilled]';
  if (named === undefined)
    throw new InputError({ what: 'the run holds no student: it saw without a network', where: folder, cure });
  const where = join(folder, studentName);
  const again = 'Run the scenario again';
  const bytes = readBytes(where, { what: 'model file', where, cure: again });
  if (createHash('sha256').update(bytes).digest('hex') === named.sha256) return bytes;
  throw new InputError({
    what: 'not the student that manifest.json names: it was changed',
    where,
    cure: again,
  });
}

/** A student with the items of a run: those of its data set, of which as many are kept for int8 as it needs. */
function fromRun(folder: string, bytes: Buffer, where = join(folder, studentName)): Source {
  const scenario = manifestIn(folder).scenario.values;
  const model = studentIn(bytes, where);
  const { spec } = datasetStepOf(scenario);
  const kinds = spec.materials.length;
  if (imagePxOf(model) !== spec.imagePx || model.labels.join() !== spec.materials.join())
    throw new InputError({
      what: `names ${model.labels.length} materials on pictures of ${imagePxOf(model)} px, the run has ${kinds} others on ${spec.imagePx} px`,
      where,
      cure: 'Give the run that trained it with --run',
    });
  const { calibration, test, labelled } = spec.perMaterial;
  const kept = Math.max(calibration, Math.ceil(calibrationItems / kinds));
  return {
    bytes: copyOf(bytes),
    model,
    items: { ...spec, perMaterial: { labelled: 0, unlabelled: 0, validation: 0, calibration: kept, test } },
    origin: `${model.name}, ${labelled} labels a material, seed ${scenario.training.seed}`,
    taught: model.name === 'distilled',
  };
}

function studentIn(bytes: Buffer, where: string): Model {
  let model: Model;
  try {
    model = loadModel(copyOf(bytes), where);
  } catch (error) {
    throw new InputError({
      what: `no model of looptwin (${(error as Error).message})`,
      where,
      cure: runCure,
    });
  }
  if (model.kind === 'student') return model;
  throw new InputError({
    what: 'holds a teacher, and only a student leaves the twin',
    where,
    cure: 'Let a student see the day: --set policies.perceptions=[labels-only,distilled]',
  });
}

/** Bytes at the beginning of a memory of their own, as typed arrays need them. */
function copyOf(bytes: Buffer): Uint8Array {
  return new Uint8Array(bytes);
}
