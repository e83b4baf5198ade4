import { describe, expect, it } from 'vitest';
import { shapes } from '../../../sim/record/shape.ts';
import { forms } from '../../../viewer/scene/forms/shapes.ts';

/** Least and greatest coordinate of a form along an axis (0 = x, 1 = y, 2 = z). */
function spanOf(shape: (typeof shapes)[number], axis: number): [number, number] {
  const position = forms[shape].make().getAttribute('position');
  const along = Array.from({ length: position.count }, (_, i) => position.getComponent(i, axis));
  return [Math.min(...along), Math.max(...along)];
}

describe('the forms of goods', () => {
  it.each(shapes)('%s rests on the belt and fills its box', (shape) => {
    const [bottom, top] = spanOf(shape, 1);
    expect(bottom).toBeGreaterThan(-0.1);
    expect(top).toBeGreaterThan(0.4);
    expect(top).toBeLessThan(1.2);
    for (const axis of [0, 2]) {
      const [from, to] = spanOf(shape, axis);
      expect(to - from).toBeGreaterThan(0.7);
      expect(to - from).toBeLessThan(1.35);
    }
  });

  it('are told apart: no two shapes are drawn alike', () => {
    const drawn = shapes.map((shape) =>
      Array.from(forms[shape].make().getAttribute('position').array).join(),
    );
    expect(new Set(drawn).size).toBe(shapes.length);
  });
});
