import { sha256Hex } from '../../sim/record/canonical.ts';
import type { Sense } from '../../sim/record/frames.ts';
import { toJson } from '../../sim/record/json.ts';
import { pack, unpack } from '../data/pack.ts';
import type { Model } from '../nets/model.ts';
import type { Weight } from '../nets/weights.ts';

/** A model as one sealed file; equal models give equal bytes. */
export function saveModel(model: Model): Uint8Array {
  const { weights, normaliser, qualityErrorByState, ...plain } = model;
  const { senses: moments, qualityMean, qualitySd } = normaliser;
  const shapes = Object.fromEntries(Object.entries(weights).map(([name, { shape }]) => [name, shape]));
  const header = toJson({ ...plain, measured: Object.keys(moments), qualityMean, qualitySd, shapes });
  const arrays: Record<string, Float32Array> = { qualityErrorByState };
  for (const [sense, { mean, sd }] of Object.entries(moments)) {
    arrays[`mean/${sense}`] = mean;
    arrays[`sd/${sense}`] = sd;
  }
  for (const [name, { values }] of Object.entries(weights)) arrays[`weights/${name}`] = values;
  return pack(header, arrays);
}

/** Identity of a model: SHA-256 of its file, first 16 hex characters. */
export function modelId(model: Model): string {
  return `${model.name}-${sha256Hex(saveModel(model)).slice(0, 16)}`;
}

/** Opens what `saveModel` made. Throws, naming `what`, when the file is truncated, altered or holds something else. */
export function loadModel(bytes: Uint8Array, what = 'model file'): Model {
  const { header, arrays } = unpack(bytes, what);
  // The seal says that `saveModel` wrote these fields; the kind is looked at below.
  const { measured, qualityMean, qualitySd, shapes, ...plain } = header as unknown as Omit<
    Model,
    'weights'
  > & {
    measured: Sense[];
    qualityMean: number;
    qualitySd: number;
    shapes: Record<string, number[]>;
  };
  if (!['teacher', 'student', 'thermal'].includes(plain.kind)) {
    throw new Error(`${what}: holds a ${String(plain.kind)}, not a model.`);
  }
  const array = (name: string) => arrays[name] as Float32Array;
  const weights: Record<string, Weight> = {};
  for (const [name, shape] of Object.entries(shapes))
    weights[name] = { shape, values: array(`weights/${name}`) };
  return {
    ...plain,
    normaliser: {
      senses: Object.fromEntries(
        measured.map((sense) => [sense, { mean: array(`mean/${sense}`), sd: array(`sd/${sense}`) }]),
      ),
      qualityMean,
      qualitySd,
    },
    qualityErrorByState: array('qualityErrorByState'),
    weights,
  };
}
