import { expect, test } from 'vitest';
import { STUDENT_CHANNELS } from '../../../models/nets/widths.ts';
import { TERMS } from '../../../models/training/terms.ts';

test("the hint is guessed from each pixel of the student's last maps, one number a pixel", () => {
  const shapes = TERMS.hint.parameters.map(({ shape }) => [...shape]);
  expect(shapes).toEqual([[STUDENT_CHANNELS[1], 1], [1]]);
});
