import { at } from '../../../sim/record/must.ts';
import type { Interval } from '../../stats/interval.ts';

/** Columns of text for a terminal; cells that look like numbers are set to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const isNumber = (text: string) => /^[-+]?[\d,.]+( ?%)?$/.test(text);
  const line = (cells: readonly string[], numeric: (text: string, column: number) => boolean) =>
    cells
      .map((cell, c) => (numeric(cell, c) ? cell.padStart(at(widths, c)) : cell.padEnd(at(widths, c))))
      .join('  ')
      .trimEnd();
  const numericColumn = (_: string, column: number) => rows.every((row) => isNumber(row[column] ?? ''));
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [line(head, numericColumn), rule, ...rows.map((row) => line(row, isNumber))].join('\n');
}

/** An estimate as `mean +- half of its interval`, times `scale`; empty where there is none. */
export function plusMinus(interval: Interval | undefined, digits: number, scale = 1): string {
  if (interval === undefined) return '';
  return `${(scale * interval.mean).toFixed(digits)} +- ${(scale * interval.halfWidth).toFixed(digits)}`;
}
