import type { BenchCase } from './bench.ts';
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
];
