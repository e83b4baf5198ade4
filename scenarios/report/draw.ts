import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Row } from '../record/table.ts';
import { ink, type Series } from './colours.ts';
import { mostOf } from './extremes.ts';

/** One picture of the report: what it shows in words, and the SVG. */
export interface Figure {
  readonly title: string;
  /** One sentence for a reader who does not see it. */
  readonly caption: string;
  readonly svg: string;
  readonly legend?: readonly LegendEntry[];
  /** The command line that its figures come from. */
  readonly command?: string;
}

/** A name with its colour; a line where it has dashes (empty = solid), else a patch. */
export interface LegendEntry extends Pick<Series, 'name' | 'colour'> {
  readonly dash?: string;
}

/** The legend of things that are patches of colour. */
export function patchesOf(series: readonly Series[]): LegendEntry[] {
  return series.map(({ name, colour }) => ({ name, colour }));
}

/** Letters of a name that a figure has room for, and what a letter of 12 pixels takes at most on average, px. */
export const NAME_LETTERS = 36;
const LETTER_PX = 6.4;

/** Room at the left of a figure for the longest of its names. */
export function roomFor(names: readonly string[]): { readonly marginLeft: number } {
  const longest = Math.min(NAME_LETTERS, Math.max(0, ...names.map(({ length }) => length)));
  return { marginLeft: Math.ceil(16 + longest * LETTER_PX) };
}

/** A name in the room that a figure has for it. */
export const short = (name: string): string =>
  name.length <= NAME_LETTERS ? name : `${name.slice(0, NAME_LETTERS - 3)}...`;

const width = 600;
export const sPerHour = 3600;

type Options = NonNullable<Parameters<typeof Plot.plot>[0]>;

/** Draws a plot without a browser; colours come from the page's style sheet. */
export function draw(options: Options): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const node = Plot.plot({
    width,
    marginLeft: 56,
    marginBottom: 44,
    style: { background: 'transparent', color: ink, fontSize: '12px', overflow: 'visible' },
    ...options,
    document: document as Document,
  });
  // The page styles the text itself; marks inside a picture (role=img) may not carry names of their own.
  return node.outerHTML
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/ aria-(label|description)="[^"]*"/g, '');
}

export const num = (row: Row, key: string): number => Number(row[key] ?? 0);
export const text = (row: Row, key: string): string => String(row[key] ?? '');

/** Names of the fields of a row that a line is drawn from: x, y, and whose it is. */
type LineFields = readonly [x: string, y: string, name: string];

/** One line a series, in its colour and dashes. */
export function lines(
  rows: readonly Row[],
  series: readonly Series[],
  [x, y, name]: LineFields,
  options: { readonly curve?: 'linear' | 'step-after'; readonly strokeWidth?: number } = {},
) {
  return series.map(({ name: own, colour, dash }) =>
    Plot.lineY(
      rows.filter((row) => row[name] === own),
      { x, y, stroke: colour, strokeWidth: 2, ...(dash ? { strokeDasharray: dash } : {}), ...options },
    ),
  );
}

/** Lines by the fields x, y and name of the rows, and the names at their ends, `gap` apart at least (in the units of y). */
export function namedLines(
  rows: readonly Row[],
  series: readonly Series[],
  fields: LineFields,
  gap: number,
  curve: 'linear' | 'step-after' = 'linear',
) {
  const [x, y, name] = fields;
  const lastOf = (own: string) => rows.findLast((row) => row[name] === own) ?? {};
  const ends = apart(
    series.map(({ name: own }) => ({ own, y: num(lastOf(own), y) })),
    gap,
  );
  const end = mostOf(rows.map((row) => num(row, x)));
  return [
    ...lines(rows, series, fields, { curve }),
    Plot.text(ends, { x: () => end, y: 'at', text: 'own', dx: 8, textAnchor: 'start', fill: ink }),
  ];
}

/** Cells of shares 0..1, the darker the more, with those from half a percent on in numbers. */
export function shareCells<T extends { readonly share: number }>(
  cells: readonly T[],
  [x, y]: readonly [string, string],
  fill: string | (() => string),
) {
  const shown = cells.filter(({ share }) => share >= 0.005);
  return [
    Plot.cell(cells, { x, y, fill, fillOpacity: ({ share }: T) => Math.max(0.03, 0.6 * share) }),
    Plot.text(shown, { x, y, text: ({ share }: T) => (100 * share).toFixed(0), fill: ink }),
  ] as const;
}

/** Moves the labels at the ends of lines apart, so that none is closer than `gap` (in the units of `y`) to the next. */
function apart<T extends { readonly y: number }>(ends: readonly T[], gap: number): (T & { at: number })[] {
  const sorted = [...ends].sort((a, b) => a.y - b.y);
  let floor = Number.NEGATIVE_INFINITY;
  return sorted.map((end) => {
    const at = Math.max(end.y, floor);
    floor = at + gap;
    return { ...end, at };
  });
}
