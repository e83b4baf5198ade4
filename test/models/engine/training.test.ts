import { beforeAll, describe, expect, test } from 'vitest';
import { openBackend, tf } from '../../../models/engine/backend.ts';
import { open, subjects } from './compare.ts';
import { disposeStudent, trainOnOneBatch } from './student.ts';

describe.each(subjects)('training on $label', (subject) => {
  let present = false;
  // The pure JavaScript backend takes 40 times as long: fewer, smaller images are learned by heart all the same.
  const [batch, steps, sizePx] = subject.backend === 'cpu' ? [5, 40, 8] : [16, 120, 16];

  beforeAll(async () => {
    present = await open(subject);
  }, 60_000);

  test('one batch is learned to almost no loss', ({ skip }) => {
    if (!present) skip('tfjs-node: not run');
    const { losses, student } = trainOnOneBatch(batch, steps, sizePx);
    expect(losses[0]).toBeGreaterThan(1);
    expect(losses.at(-1)).toBeLessThan(0.05);
    disposeStudent(student);
  });
});

test('1,000 steps leave no tensor and no byte behind', async () => {
  await openBackend('wasm');
  const inUse = () => {
    const { numTensors, numBytes, numDataBuffers } = tf.memory();
    return `${numTensors} tensors, ${numDataBuffers} buffers, ${numBytes} bytes`;
  };
  const before = inUse();
  const during: string[] = [];
  const { student } = trainOnOneBatch(4, 1000, 8, () => during.push(inUse()));
  expect(new Set(during).size).toBe(1);
  disposeStudent(student);
  expect(inUse()).toBe(before);
});
