import { expect, test } from 'vitest';
import { hint } from '../../../models/losses/thermalHint.ts';
import { STUDENT_CHANNELS } from '../../../models/nets/widths.ts';

test("the hint is guessed from each pixel of the student's last maps, one number a pixel", () => {
  const shapes = hint.parameters.map(({ shape }) => [...shape]);
  expect(shapes).toEqual([[STUDENT_CHANNELS[1], 1], [1]]);
});
