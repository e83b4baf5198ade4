import { type DrawKey, drawKey, uniformAt } from '../../sim/kernel/random/random.ts';
import type { Sense } from '../../sim/record/frames.ts';
import { tf } from '../engine/backend.ts';
import type { Shown } from '../nets/branch.ts';
import { CAMERA } from '../nets/inputs.ts';
import { DROPOUT } from '../nets/teacher.ts';
import { FUSION_WIDTH } from '../nets/widths.ts';

/**
 * Modality dropout (defect 10 of the source text): in a fifth of the rows all senses but the camera are hidden. In the others
 * thermal alone and spectral alone are hidden in a quarter of all rows each, so that either is hidden in 45 %.
 */
const HIDE_ALL = 0.2;
const HIDE_ONE = 0.25;

/** Where in 0..1 the row's draw hides one sense alone. */
const ALONE: Readonly<Record<Sense, readonly [number, number]>> = {
  thermal: [HIDE_ALL, HIDE_ALL + HIDE_ONE],
  spectral: [HIDE_ALL + HIDE_ONE, HIDE_ALL + 2 * HIDE_ONE],
};

/** Chance of any further sense in a row that does not hide all: it is hidden in 45 % too, by a draw of its own. */
const HIDE_FURTHER = HIDE_ONE / (1 - HIDE_ALL);

/** Masks the senses beside the camera, drawn per item and step; a network of one sense sees it always. */
export function hideSenses(shown: readonly Shown[], seed: number, step: number, count: number): Shown[] {
  if (shown.length < 2) return [...shown];
  const key = drawKey(seed, 0, 'training', 'modality dropout');
  return shown.map((one) => {
    if (one.sense === CAMERA) return one;
    const hides = hiding(one.sense, seed, step);
    const seen = Float32Array.from({ length: count }, (_, i) => (hides(uniformAt(key, step, i), i) ? 0 : 1));
    return { ...one, seen: tf.tensor2d(seen, [count, 1]) };
  });
}

/** Whether a sense is hidden in row `i`, whose draw is `u`. */
function hiding(sense: Sense, seed: number, step: number): (u: number, i: number) => boolean {
  const alone = Object.hasOwn(ALONE, sense) ? ALONE[sense] : undefined;
  if (alone !== undefined) return (u) => u < HIDE_ALL || (u >= alone[0] && u < alone[1]);
  const key: DrawKey = drawKey(seed, 0, 'training', `modality dropout ${sense}`);
  return (u, i) => u < HIDE_ALL || uniformAt(key, step, i) < HIDE_FURTHER;
}

/** Dropout mask [N, 512] of 0 and 1 / keep, drawn per step (the layer's own seed would repeat one mask for ever). */
export function dropoutMask(seed: number, step: number, count: number): tf.Tensor2D {
  const key = drawKey(seed, 0, 'training', 'dropout');
  const values = new Float32Array(count * FUSION_WIDTH);
  for (let i = 0; i < values.length; i++)
    values[i] = uniformAt(key, step, i) < DROPOUT ? 0 : 1 / (1 - DROPOUT);
  return tf.tensor2d(values, [count, FUSION_WIDTH]);
}
