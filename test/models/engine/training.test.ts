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

test('1,000 steps leave no tensor behind', async () => {
  await openBackend('wasm');
  const before = tf.memory().numTensors;
  const counts: number[] = [];
  const { student } = trainOnOneBatch(4, 1000, 8, () => counts.push(tf.memory().numTensors));
  expect(new Set(counts).size).toBe(1);
  disposeStudent(student);
  expect(tf.memory().numTensors).toBe(before);
});
