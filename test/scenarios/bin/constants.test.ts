import { expect, test } from 'vitest';
import { numbersApart } from '../../../scenarios/bin/constants.mjs';

const text = `import { far } from './far.ts';

/** Sides of a frame. */
export const SIDE: number = 1_024;
const AREA = SIDE * SIDE / (2 - 0.5e-3);
const MASK = 0xff;
const LIKE = AREA ** 2;
const OUTSIDE = far + 1;
const table = new Uint8Array(SIDE);
function area() {
  const INSIDE = 3;
  return AREA * INSIDE;
}
`;

test('numbers move into a module of their own, every other line stays where it was', () => {
  const { rest, numbers } = numbersApart(text, 'numbers-of:a.ts')!;
  expect(numbers).toBe(
    'export const SIDE = 1_024;\nexport const AREA = SIDE * SIDE / (2 - 0.5e-3);\nexport const MASK = 0xff;\n',
  );
  const lines = rest.split('\n');
  expect(lines[0]).toBe(
    `import { SIDE, AREA, MASK } from "numbers-of:a.ts"; export { SIDE };import { far } from './far.ts';`,
  );
  expect(lines.slice(3, 6)).toEqual(['', '', '']);
  expect(lines.slice(6)).toEqual(text.split('\n').slice(6));
});

test('a module without numbers, or that imports nothing, is left alone', () => {
  expect(numbersApart(`import 'a';\nconst a = b;\n`, 'n')).toBeNull();
  expect(numbersApart('const A = 1;\n', 'n')).toBeNull();
});
