import type { BenchCase } from './bench.ts';
import { type ConvPass, convGflops, STEP_KERNELS, stepShare } from './train/kernels.ts';
import { studentInferenceMs, studentStepMs, teacherStepMs } from './train/networks.ts';

/** Student: 64x64 images, batch 32, conv2 with stride 1 (19.8 MMAC an image). The yardstick is the same step on TensorFlow.js' own kernels. */
export const cases: readonly BenchCase[] = [
  { name: 'student-step-yardstick', unit: 'ms', runs: 20, run: () => studentStepMs({ kernels: 'composed' }) },
  {
    name: 'student-step-1-thread',
    unit: 'ms',
    runs: 20,
    yardstick: 'student-step-yardstick',
    run: () => studentStepMs({ threads: 1 }),
  },
  {
    name: 'student-step-2-workers',
    unit: 'ms',
    runs: 20,
    yardstick: 'student-step-yardstick',
    run: () => studentStepMs({ threads: 2 }),
  },
  { name: 'student-inference-b32', unit: 'ms', runs: 20, run: () => studentInferenceMs({ threads: 1 }) },
  {
    name: 'teacher-step',
    unit: 'ms',
    runs: 20,
    yardstick: 'student-step-1-thread',
    run: () => teacherStepMs({ threads: 1 }),
  },
  ...(['forward', 'input-gradient', 'filter-gradient'] satisfies ConvPass[]).map((pass) => ({
    name: `conv-${pass}`,
    unit: 'GFLOP/s',
    run: () => convGflops(pass),
  })),
  ...[...STEP_KERNELS, 'rest'].map((kernel) => ({
    name: `share-of-step-${kernel}`,
    unit: '%',
    run: () => stepShare(kernel),
  })),
];
