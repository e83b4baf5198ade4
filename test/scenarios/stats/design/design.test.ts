import { describe, expect, it } from 'vitest';
import {
  aliasClasses,
  fractionOf,
  pointsOf,
  sizeOf,
  smallestFraction,
} from '../../../../scenarios/stats/design/fraction.ts';
import { fullFactorial } from '../../../../scenarios/stats/design/full.ts';
import { latinHypercube } from '../../../../scenarios/stats/design/latin-hypercube.ts';
import { MOST_SOBOL_FACTORS, sobol, sobolSequence } from '../../../../scenarios/stats/design/sobol.ts';
import { stream } from '../../../../sim/kernel/random/random.ts';

const random = () => stream({ seed: 1, replication: 0, path: 'test', purpose: 'design' });

it('a full factorial has every combination once', () => {
  const points = fullFactorial([2, 3]);
  expect(points).toEqual([
    [0, 0],
    [0, 1],
    [0, 2],
    [1, 0],
    [1, 1],
    [1, 2],
  ]);
});

describe('fractions', () => {
  // Run counts of the standard two-level fractions: Box, Hunter and Hunter, Statistics for Experimenters (memory).
  it.each([
    [3, 3, 4],
    [4, 4, 8],
    [5, 5, 16],
    [7, 3, 8],
    [6, 4, 16],
    [8, 4, 16],
    [8, 5, 64],
    [12, 5, 256],
  ])('%i factors at resolution %i need %i points', (factors, resolution, points) => {
    const fraction = smallestFraction(factors, resolution);
    expect(fraction.resolution).toBeGreaterThanOrEqual(resolution);
    expect(pointsOf(fraction)).toHaveLength(points);
  });

  it('main effects are balanced and orthogonal, at resolution V two-way interactions too', () => {
    const fraction = smallestFraction(5, 5);
    const signs = pointsOf(fraction).map((point) => point.map((level) => 2 * level - 1));
    const columns = [0, 1, 2, 3, 4].flatMap((a) => [
      [a],
      ...[0, 1, 2, 3, 4].filter((b) => b > a).map((b) => [a, b]),
    ]);
    const signOf = (row: number[], column: number[]) => column.reduce((product, f) => product * row[f]!, 1);
    for (const a of columns)
      for (const b of columns) {
        const sum = signs.reduce((total, row) => total + signOf(row, a) * signOf(row, b), 0);
        expect(sum, `${a} with ${b}`).toBe(a === b ? 16 : 0);
      }
  });

  it('d = abc has resolution IV, and its pairs are told apart only in classes', () => {
    const fraction = fractionOf(4, new Map([[3, 0b0111]]));
    expect(fraction.resolution).toBe(4);
    const classes = aliasClasses(fraction);
    expect(classes.filter(([effect]) => sizeOf(effect!) === 1)).toEqual([[1], [2], [4], [8]]);
    expect(classes.slice(4)).toEqual([
      [0b0011, 0b1100],
      [0b0101, 0b1010],
      [0b1001, 0b0110],
    ]);
  });
});

describe('filling a space', () => {
  const strips = (points: readonly number[][], factor: number) =>
    points.map((point) => Math.floor(point[factor]! * points.length)).sort((a, b) => a - b);

  it('a Latin hypercube has one value in each strip of each factor, and is the same for the same stream', () => {
    const points = latinHypercube(17, 4, random());
    for (let factor = 0; factor < 4; factor++)
      expect(strips(points, factor)).toEqual(points.map((_, i) => i));
    expect(latinHypercube(17, 4, random())).toEqual(points);
  });

  it('the Sobol sequence begins as published', () => {
    // The first points of Joe and Kuo's own program in three dimensions.
    expect(sobolSequence(8, 3)).toEqual([
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
      [0.625, 0.125, 0.875],
      [0.125, 0.625, 0.375],
    ]);
  });

  it('shifted Sobol points stay stratified in every factor, differ from each other, and end with the table', () => {
    const points = sobol(64, MOST_SOBOL_FACTORS, random());
    for (let factor = 0; factor < MOST_SOBOL_FACTORS; factor++)
      expect(strips(points, factor)).toEqual(points.map((_, i) => i));
    const columns = Array.from({ length: MOST_SOBOL_FACTORS }, (_, f) =>
      points.map((point) => point[f]).join(),
    );
    expect(new Set(columns).size).toBe(MOST_SOBOL_FACTORS);
    expect(() => sobol(4, MOST_SOBOL_FACTORS + 1, random())).toThrow('at most 12 factors, got 13');
  });

  it('pairs of the first dimensions fill squares of area 1/64 evenly, which random points do not', () => {
    const points = sobol(64, 2, random());
    const squares = new Set(points.map(([x, y]) => `${Math.floor(8 * x!)},${Math.floor(8 * y!)}`));
    expect(squares.size).toBe(64);
  });
});
