import { describe, expect, it } from 'vitest';
import type { Design } from '../../../../scenarios/studies/experiment/design.ts';
import {
  contrastsOf,
  effectByDay,
  explainedBy,
  standardisedByDay,
} from '../../../../scenarios/studies/experiment/effects.ts';

const factor = (name: string, ...levels: (number | string)[]) => ({ name, paths: [name], levels });
const every = (values: Design['values']) => values.map((_, point) => point);

/** Effects by name, of one day on which each point did what `value` says. */
function found(design: Design, value: (point: readonly number[]) => number, played = every(design.values)) {
  const series = played.map((point) => [value(design.values[point] as readonly number[])]);
  const contrasts = contrastsOf(design, played);
  return Object.fromEntries(contrasts.map((contrast) => [contrast.name, effectByDay(contrast, series)[0]]));
}

describe('a full factorial', () => {
  const design: Design = {
    ...{ kind: 'full', fraction: null, factors: [factor('a', 1, 2), factor('b', 10, 20, 30)] },
    values: [1, 2].flatMap((a) => [10, 20, 30].map((b) => [a, b])),
  };

  it('main effects go from the first level to each other, interactions are half of what an effect changes by', () => {
    const effects = found(design, ([a, b]) => 5 * a! + b! + (a === 2 && b === 30 ? 6 : 0));
    expect(effects).toEqual({
      'a 1 -> 2': expect.closeTo(7, 12), // 5, and 6 at one of three levels of b
      'b 10 -> 20': 10,
      'b 10 -> 30': 23, // 20, and 6 at one of two levels of a
      'a 1 -> 2 x b 10 -> 20': 0,
      'a 1 -> 2 x b 10 -> 30': 3,
    });
  });

  it('equal points have no effect, to the last bit', () => {
    expect(Object.values(found(design, () => 0.1))).toEqual([0, 0, 0, 0, 0]);
  });

  it('a point that was not played is left out, and what then cannot be told is not told', () => {
    const effects = found(design, ([a, b]) => a! + b!, [0, 1, 2, 3, 4]);
    expect(Object.keys(effects)).not.toContain('a 1 -> 2 x b 10 -> 30');
    expect(effects['b 10 -> 20']).toBe(10);
  });
});

it('a fraction tells an effect of each class, with what it cannot be told from', () => {
  const signs = [0, 1].flatMap((a) => [0, 1].map((b) => [a, b, a === b ? 1 : 0]));
  const design: Design = {
    ...{
      kind: 'fractional',
      factors: [factor('a', 0, 1), factor('b', 0, 1), factor('c', 0, 1)],
      values: signs,
    },
    fraction: {
      ofPoints: 8,
      resolution: 3,
      generators: ['c = a x b'],
      classes: [
        [[0], [1, 2]],
        [[1], [0, 2]],
        [[2], [0, 1]],
      ],
    },
  };
  expect(found(design, ([a, b, c]) => 3 * a! - b! + 0.5 * c!)).toEqual({
    'a 0 -> 1': 3,
    'b 0 -> 1': -1,
    'c 0 -> 1': 0.5,
  });
  expect(contrastsOf(design, every(signs)).map(({ aliases }) => aliases)).toEqual([
    ['b x c'],
    ['a x c'],
    ['a x b'],
  ]);
});

describe('a line through points that fill a space', () => {
  const values = [
    [10, 0],
    [12, 4],
    [15, 1],
    [17, 3],
    [20, 2],
    [14, 2.5],
  ];
  const design: Design = {
    ...{ kind: 'latin-hypercube', factors: [factor('a', 10, 20), factor('b', 0, 4)], values, fraction: null },
  };
  const series = values.map(([a, b]) => [7 + 0.5 * a! - 2 * b!]);

  it('says what each factor changes over its whole range', () => {
    const effects = found(design, ([a, b]) => 7 + 0.5 * a! - 2 * b!);
    expect(effects['a 10 -> 20']).toBeCloseTo(5, 10);
    expect(effects['b 0 -> 4']).toBeCloseTo(-8, 10);
    expect(explainedBy(contrastsOf(design, every(values)), series)).toBeCloseTo(1, 10);
  });

  it('explains part of a bend, and its standardised coefficients carry the sign', () => {
    const bent = values.map(([a]) => [(a! - 13) * (a! - 13)]);
    const contrasts = contrastsOf(design, every(values));
    const share = explainedBy(contrasts, bent);
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.95);
    const [a, b] = contrasts.map((contrast) => standardisedByDay(contrast, series)[0]!);
    expect(a).toBeGreaterThan(0);
    expect(b).toBeLessThan(0);
    // For one factor alone the coefficient is the correlation.
    const alone: Design = { ...design, factors: [factor('a', 10, 20)], values: values.map(([x]) => [x!]) };
    const [only] = contrastsOf(alone, every(values));
    expect(
      standardisedByDay(
        only!,
        values.map(([x]) => [3 - x!]),
      )[0],
    ).toBeCloseTo(-1, 10);
  });
});
