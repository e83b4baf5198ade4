import { expect, test } from 'vitest';
import { Noise } from '../../../sim/kernel/random/noise.ts';
import { makeItem } from '../../../sim/materials/item.ts';
import { Camera } from '../../../sim/senses/visual/camera.ts';
import { defaultCamera } from '../../../sim/senses/visual/state.ts';

const eye = new Camera(41);
/** If mean and variance of a picture told the material, colour would be a label in disguise. */

const materialIds = [
  'pet-bottle-clear',
  'hdpe-bottle-natural',
  'hdpe-bottle-coloured',
  'pp-cup-white',
  'pp-tray-coloured',
  'ldpe-bag-coloured',
  'cardboard',
  'paper-office',
  'aluminium-can',
  'glass-bottle-green',
  'cotton',
  'abs-toy',
  'hdpe-crate-coloured',
  'wool',
];
const TRAIN = 250;
const TEST = 40;
const FILTERS = 150;
const PATCH = 5;
const SIDE = 32;

/** Frame as 32 x 32 x 3 in 0..1. */
function halved(frame: Uint8Array): Float32Array {
  const out = new Float32Array(SIDE * SIDE * 3);
  for (let y = 0; y < 64; y++)
    for (let x = 0; x < 64; x++)
      for (let c = 0; c < 3; c++)
        out[((y >> 1) * SIDE + (x >> 1)) * 3 + c]! += frame[(y * 64 + x) * 3 + c]! / 1020;
  return out;
}

function statistics(image: Float32Array): number[] {
  const out: number[] = [];
  for (let c = 0; c < 3; c++) {
    let [sum, sum2] = [0, 0];
    for (let i = c; i < image.length; i += 3) {
      sum += image[i]!;
      sum2 += image[i]! * image[i]!;
    }
    const mean = sum / (SIDE * SIDE);
    out.push(mean, sum2 / (SIDE * SIDE) - mean * mean);
  }
  return out;
}

/** First layer: patches of training pictures as filters (Coates and Ng 2011), rectified, pooled to mean and maximum. */
function network(images: readonly Float32Array[], random: Noise): (image: Float32Array) => number[] {
  const size = PATCH * PATCH * 3;
  const cut = (image: Float32Array, x: number, y: number, out: Float32Array) => {
    let at = 0;
    for (let j = 0; j < PATCH; j++)
      for (let i = 0; i < PATCH * 3; i++) out[at++] = image[((y + j) * SIDE + x) * 3 + i]! - 0.4;
    return out;
  };
  const filters = Array.from({ length: FILTERS }, () => {
    const image = images[Math.floor(random.next() * images.length)]!;
    const patch = cut(
      image,
      4 + Math.floor(random.next() * 20),
      4 + Math.floor(random.next() * 20),
      new Float32Array(size),
    );
    const norm = Math.sqrt(patch.reduce((sum, v) => sum + v * v, 1e-6));
    return patch.map((v) => v / norm);
  });
  const patch = new Float32Array(size);
  return (image) => {
    const mean = new Array<number>(FILTERS).fill(0);
    const top = new Array<number>(FILTERS).fill(0);
    for (let y = 0; y + PATCH <= SIDE; y += 2) {
      for (let x = 0; x + PATCH <= SIDE; x += 2) {
        cut(image, x, y, patch);
        const norm = Math.sqrt(patch.reduce((sum, v) => sum + v * v, 1e-3));
        for (let f = 0; f < FILTERS; f++) {
          const filter = filters[f]!;
          let dot = 0;
          for (let i = 0; i < size; i++) dot += filter[i]! * patch[i]!;
          const response = Math.max(0, dot / norm - 0.6);
          mean[f]! += response / 196;
          if (response > top[f]!) top[f] = response;
        }
      }
    }
    return [...mean, ...top];
  };
}

/** Softmax regression on standardised features; returns test accuracy. */
function probe(
  train: readonly number[][],
  trainLabels: readonly number[],
  tested: readonly number[][],
  testLabels: readonly number[],
): number {
  const n = train[0]!.length;
  const k = materialIds.length;
  const mean = Array.from({ length: n }, (_, i) => train.reduce((s, x) => s + x[i]!, 0) / train.length);
  const sd = Array.from({ length: n }, (_, i) =>
    Math.sqrt(train.reduce((s, x) => s + (x[i]! - mean[i]!) ** 2, 1e-9) / train.length),
  );
  const scale = (x: readonly number[]) => x.map((v, i) => (v - mean[i]!) / sd[i]!);
  const weights = Array.from({ length: k }, () => new Float64Array(n + 1));
  const scores = (x: readonly number[]) => weights.map((w) => x.reduce((s, v, i) => s + w[i]! * v, w[n]!));
  const scaled = train.map(scale);
  for (let epoch = 0; epoch < 60; epoch++) {
    const rate = 0.02 / (1 + epoch / 15);
    scaled.forEach((x, s) => {
      const raw = scores(x);
      const top = Math.max(...raw);
      const exps = raw.map((v) => Math.exp(v - top));
      const total = exps.reduce((a, b) => a + b, 0);
      weights.forEach((w, c) => {
        const error = exps[c]! / total - (c === trainLabels[s] ? 1 : 0);
        for (let i = 0; i < n; i++) w[i]! -= rate * (error * x[i]! + 3e-4 * w[i]!);
        w[n]! -= rate * error;
      });
    });
  }
  const right = tested.filter((x, s) => {
    const raw = scores(scale(x));
    return raw.indexOf(Math.max(...raw)) === testLabels[s];
  }).length;
  return right / tested.length;
}

test('a linear probe on mean and variance lies at least 15 points below a small network', () => {
  const camera = defaultCamera();
  const shoot = (from: number, count: number) =>
    Array.from({ length: count * materialIds.length }, (_, i) => {
      const label = i % materialIds.length;
      const item = makeItem({ seed: 41, itemId: from + i, materialId: materialIds[label]! });
      return { label, image: halved(eye.render(item, camera)) };
    });
  const train = shoot(0, TRAIN);
  const tested = shoot(100_000, TEST);
  const labels = (set: typeof train) => set.map((s) => s.label);
  const net = network(
    train.map((s) => s.image),
    new Noise(5),
  );
  const plain = probe(
    train.map((s) => statistics(s.image)),
    labels(train),
    tested.map((s) => statistics(s.image)),
    labels(tested),
  );
  const features = (set: typeof train) => set.map((s) => [...net(s.image), ...statistics(s.image)]);
  const deep = probe(features(train), labels(train), features(tested), labels(tested));
  console.log(
    `visual: mean and variance ${(100 * plain).toFixed(1)} %, small network ${(100 * deep).toFixed(1)} %, chance ${(100 / materialIds.length).toFixed(1)} %`,
  );
  expect(deep - plain).toBeGreaterThan(0.15);
}, 300_000);
