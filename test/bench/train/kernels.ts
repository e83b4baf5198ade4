import { openBackend, tf } from '../../../models/engine/backend.ts';
import { studentStepMs } from './networks.ts';

/** The student's second convolution at 64x64 images: [32,32,32,32] by 3x3 to 64 channels. */
const [BATCH, SIZE, CIN, COUT, TAPS] = [32, 32, 32, 64, 9];
const GFLOP = (2 * BATCH * SIZE * SIZE * CIN * COUT * TAPS) / 1e9;

const passes = {
  forward: (x: tf.Tensor4D, filter: tf.Tensor4D) => tf.conv2d(x, filter, 1, 'same'),
  'input-gradient': (_x: tf.Tensor4D, filter: tf.Tensor4D, dy: tf.Tensor4D) =>
    kernel('Conv2DBackpropInput', { dy, filter }, { inputShape: [BATCH, SIZE, SIZE, CIN] }),
  'filter-gradient': (x: tf.Tensor4D, _filter: tf.Tensor4D, dy: tf.Tensor4D) =>
    kernel('Conv2DBackpropFilter', { x, dy }, { filterShape: [3, 3, CIN, COUT] }),
} as const;

export type ConvPass = keyof typeof passes;

function kernel(name: string, inputs: tf.NamedTensorMap, shape: Record<string, number[]>): tf.Tensor {
  const attrs = { strides: [1, 1], pad: 'same', dataFormat: 'NHWC', ...shape };
  return tf.engine().runKernel(name, inputs, attrs as tf.NamedAttrMap) as tf.Tensor;
}

/** GFLOP/s on one thread, counting the operations of the direct sum whatever the kernel saves of them. */
export async function convGflops(pass: ConvPass): Promise<number> {
  await openBackend('wasm', { threads: 1 });
  const drawn = (height: number, width: number, inner: number, outer: number) =>
    tf.randomUniform([height, width, inner, outer], -1, 1, 'float32', outer) as tf.Tensor4D;
  const inputs = [drawn(BATCH, SIZE, SIZE, CIN), drawn(3, 3, CIN, COUT), drawn(BATCH, SIZE, SIZE, COUT)];
  const once = () => passes[pass](inputs[0]!, inputs[1]!, inputs[2]!).dispose();
  once();
  const start = performance.now();
  once();
  const gflops = GFLOP / ((performance.now() - start) / 1000);
  tf.dispose(inputs);
  return gflops;
}

/** Kernels of the student's step by the share of it that they take, largest first. */
export const STEP_KERNELS = [
  'convBackward',
  'convForward',
  'normGradient',
  'normRelu6',
  'addGradientSums',
  'addMoments',
];

/** Percent of one student step (one thread) that a kernel takes; `rest` is everything outside our kernels. */
export async function stepShare(name: string): Promise<number> {
  const engine = await openBackend('wasm', { threads: 1 });
  let [mine, all] = [0, 0];
  const trace = {
    clock: () => performance.now(),
    report: (kernelName: string, durationMs: number) => {
      all += durationMs;
      if (kernelName === name) mine += durationMs;
    },
  };
  const stepMs = await studentStepMs({ threads: 1 }, () => {
    [mine, all] = [0, 0];
    engine.setTrace(trace);
  });
  engine.setTrace(null);
  return (100 * (name === 'rest' ? stepMs - all : mine)) / stepMs;
}
