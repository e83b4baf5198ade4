import type { Sense } from '../../sim/record/frames.ts';
import { type Dataset, SPLITS } from '../data/dataset.ts';
import { viewIndex } from '../data/views.ts';
import { tf } from '../engine/backend.ts';
import { breathe, type Hooks } from '../engine/hooks.ts';
import { checkFits, INFERENCE_BATCH, teacherOutput, type Viewing } from '../evaluation/infer.ts';
import { attentionMap } from '../losses/attention.ts';
import type { TeacherBatch } from '../losses/term.ts';
import { inputOf, rowShape } from '../nets/inputs.ts';
import type { Model } from '../nets/model.ts';
import { mount, unmount } from '../nets/weights.ts';
import { FUSION_WIDTH, STATES } from '../nets/widths.ts';

/**
 * A frozen teacher's answers on the training pool, worked out once. The teacher runs in inference mode (moving
 * moments, no dropout) on the upright view: the eight views of an image hold the same pixels, so its answer is a
 * posterior given the same evidence, and the maps are turned with the student's view.
 */
export interface TeacherTargets {
  /** [count] position of each data set row in the arrays below, -1 outside the pool. */
  readonly position: Int32Array;
  /** [n, K] logits. */
  readonly material: Float32Array;
  /** [n, 10] logits. */
  readonly state: Float32Array;
  /** [n] remaining value 0..1. */
  readonly quality: Float32Array;
  /** [n, 512] fused features before ReLU. */
  readonly fused: Float32Array;
  /** Attention maps of each picture and film that the teacher has. */
  readonly maps: Readonly<Record<Sense, AttentionMaps>>;
}

/** [n, side, side] attention maps of one sense. */
interface AttentionMaps {
  readonly side: number;
  readonly values: Float32Array;
}

const BATCHES_PER_BREATH = 4;

/** Asks a teacher about every labelled and unlabelled item. */
export async function teacherTargets(
  teacher: Model,
  data: Dataset,
  viewing: Viewing = {},
  hooks: Hooks = {},
): Promise<TeacherTargets> {
  checkFits(teacher, data);
  const rows = poolRows(data);
  const position = new Int32Array(data.count).fill(-1);
  rows.forEach((row, i) => {
    position[row] = i;
  });
  const targets = {
    position,
    material: new Float32Array(rows.length * teacher.labels.length),
    state: new Float32Array(rows.length * STATES),
    quality: new Float32Array(rows.length),
    fused: new Float32Array(rows.length * FUSION_WIDTH),
    maps: emptyMaps(teacher, rows.length),
  };
  const variables = mount(teacher.weights);
  try {
    for (let start = 0; start < rows.length; start += INFERENCE_BATCH) {
      const batch = rows.subarray(start, start + INFERENCE_BATCH);
      tf.tidy(() => {
        const output = teacherOutput(variables, teacher, data, batch, viewing);
        const put = (into: Float32Array, tensor: tf.Tensor | null) => {
          if (tensor) into.set(tensor.dataSync() as Float32Array, start * (tensor.size / batch.length));
        };
        put(targets.material, output.material);
        put(targets.state, output.state);
        put(targets.fused, output.fused);
        for (const [sense, maps] of Object.entries(output.maps))
          put(targets.maps[sense]!.values, attentionMap(maps));
        put(targets.quality, output.quality);
      });
      if ((start / INFERENCE_BATCH) % BATCHES_PER_BREATH === 0) {
        hooks.progress?.({ phase: 'targets', done: start, total: rows.length });
        await breathe(hooks);
      }
    }
  } finally {
    unmount(variables);
  }
  const { qualityMean, qualitySd } = teacher.normaliser;
  for (let i = 0; i < rows.length; i++) targets.quality[i] = qualityMean + qualitySd * targets.quality[i]!;
  return targets;
}

/** Rows that students train on. */
export function poolRows(data: Dataset): Int32Array {
  const [labelled, unlabelled] = [SPLITS.indexOf('labelled'), SPLITS.indexOf('unlabelled')];
  const rows: number[] = [];
  for (let i = 0; i < data.count; i++) {
    if (data.split[i] === labelled || data.split[i] === unlabelled) rows.push(i);
  }
  return Int32Array.from(rows);
}

/** Targets of some rows as tensors; maps are turned by the rows' views. */
export function targetBatch(
  targets: TeacherTargets,
  rows: Int32Array,
  views: Uint8Array,
  classes: number,
): TeacherBatch {
  const gather = (from: Float32Array, width: number) => {
    const values = new Float32Array(rows.length * width);
    rows.forEach((row, i) => {
      const at = targets.position[row]! * width;
      values.set(from.subarray(at, at + width), i * width);
    });
    return values;
  };
  const matrix = (from: Float32Array, width: number) =>
    tf.tensor2d(gather(from, width), [rows.length, width]);
  const turned = ({ side, values }: AttentionMaps) => turnedMaps(gather(values, side * side), side, views);
  return {
    material: matrix(targets.material, classes),
    state: matrix(targets.state, STATES),
    quality: tf.tensor1d(gather(targets.quality, 1)),
    fused: matrix(targets.fused, FUSION_WIDTH),
    maps: mapped(targets.maps, turned),
  };
}

/** Maps [B, side, side], each turned by its view. */
export function turnedMaps(maps: Float32Array, side: number, views: Uint8Array): tf.Tensor3D {
  const turned = new Float32Array(maps.length);
  const pixels = side * side;
  views.forEach((view, i) => {
    const index = viewIndex(side, view);
    for (let p = 0; p < pixels; p++) turned[i * pixels + p] = maps[i * pixels + index[p]!]!;
  });
  return tf.tensor3d(turned, [views.length, side, side]);
}

/** Room for the maps of `count` items: a picture or film leaves the stride-2 convolution at half its side. */
function emptyMaps({ senses, inputs }: Model, count: number): Record<Sense, AttentionMaps> {
  const maps: Record<Sense, AttentionMaps> = {};
  for (const sense of senses) {
    const taken = inputOf(inputs, sense);
    if (taken.input.kind === 'vector') continue;
    const side = Math.ceil(rowShape(taken)[0]! / 2);
    maps[sense] = { side, values: new Float32Array(count * side * side) };
  }
  return maps;
}

function mapped<A, B>(
  bySense: Readonly<Record<Sense, A>>,
  of: (one: A, sense: Sense) => B,
): Record<Sense, B> {
  return Object.fromEntries(Object.entries(bySense).map(([sense, one]) => [sense, of(one, sense)]));
}

/** Several teachers as one: the mean of their probabilities, qualities and maps; features of the first. */
export function ensembleTargets(teachers: readonly TeacherTargets[], classes: number): TeacherTargets {
  const first = teachers[0]!;
  const mean = (of: (t: TeacherTargets) => Float32Array) =>
    of(first).map((_, i) => teachers.reduce((sum, t) => sum + of(t)[i]!, 0) / teachers.length);
  return {
    ...first,
    material: meanLogits(
      teachers.map((t) => t.material),
      classes,
    ),
    state: meanLogits(
      teachers.map((t) => t.state),
      STATES,
    ),
    quality: mean((t) => t.quality),
    maps: mapped(first.maps, ({ side }, sense) => ({ side, values: mean((t) => t.maps[sense]!.values) })),
  };
}

/** Logarithm of the mean probability, row by row. */
function meanLogits(tables: readonly Float32Array[], width: number): Float32Array {
  const result = new Float32Array(tables[0]!.length);
  for (let start = 0; start < result.length; start += width) {
    for (const table of tables) {
      const row = table.subarray(start, start + width);
      const top = row.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
      const total = row.reduce((sum, z) => sum + Math.exp(z - top), 0);
      row.forEach((z, i) => {
        result[start + i]! += Math.exp(z - top) / total / tables.length;
      });
    }
    // A floor far below what a student can learn keeps the logarithm finite.
    for (let i = start; i < start + width; i++) result[i] = Math.log(Math.max(result[i]!, 1e-12));
  }
  return result;
}
