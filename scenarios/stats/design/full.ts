/** Every combination of levels: by point, the place of each factor's level. The last factor changes fastest. */
export function fullFactorial(counts: readonly number[]): number[][] {
  return counts.reduce<number[][]>(
    (points, count) =>
      points.flatMap((point) => Array.from({ length: count }, (_, level) => [...point, level])),
    [[]],
  );
}
