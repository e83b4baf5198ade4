import { describe, expect, it } from 'vitest';
import { Numbers } from '../../../viewer/recording/table/numbers.ts';
import { Table } from '../../../viewer/recording/table/table.ts';

/** Numbers of every width, and those that lie far apart. */
const widths = [
  ...[0, 1, 255, 256, 65_535, 65_536, -1, -70_000, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 53 - 1],
  ...[-(2 ** 53) + 1, 2 ** 60, 0.1, -0.1, 1e-20, 1e300, Number.POSITIVE_INFINITY, Number.NaN],
];

describe('numbers in blocks', () => {
  it.each(widths)('come out as they went in, whatever came before: %d', (first) => {
    for (const second of widths) {
      const numbers = new Numbers();
      for (const value of [first, second, 300, first]) numbers.push(value);
      numbers.set(2, second);
      expect([0, 1, 2, 3, 4].map((i) => numbers.at(i))).toEqual([first, second, second, first, Number.NaN]);
    }
  });

  it('are all there when there are many, and change alone', () => {
    const numbers = new Numbers();
    const valueAt = (i: number): number => (i % 7 === 0 ? i / 3 : i * 1_000_003);
    for (let i = 0; i < 10_000; i++) numbers.push(valueAt(i));
    numbers.set(5000, -5);
    const wrong = Array.from({ length: 10_000 }, (_, i) => i).filter((i) => numbers.at(i) !== valueAt(i));
    expect(wrong).toEqual([5000]);
    expect(numbers.at(5000)).toBe(-5);
    expect([numbers.at(-1), numbers.at(10_000)]).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('a table', () => {
  it('gives records back, whole and value by value', () => {
    const table = new Table<{ name: string; ok: boolean; kg: number }>({
      name: 'word',
      ok: 'word',
      kg: 'number',
    });
    const records = Array.from({ length: 700 }, (_, i) => ({
      name: `n${i % 300}`,
      ok: i % 2 === 0,
      kg: i / 7,
    }));
    expect(records.map((record) => table.push(record))).toEqual(records.map((_, i) => i));
    expect(records.map((_, row) => table.get(row))).toEqual(records);
    table.set(3, 'name', 'another');
    expect([table.at(3, 'name'), table.at(3, 'kg'), table.at(2, 'name')]).toEqual(['another', 3 / 7, 'n2']);
    expect(table.length).toBe(700);
  });
});
