import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Row } from '../record/table.ts';

/** One picture of the report: what it shows in words, and the SVG. */
export interface Figure {
  readonly title: string;
  /** One sentence for a reader who does not see it. */
  readonly caption: string;
  readonly svg: string;
  readonly legend?: readonly { readonly name: string; readonly colour: string }[];
}

/** Colours that are told apart by the colour-blind (Okabe & Ito); the page sets them for light and dark. */
export const palette = [1, 2, 3, 4, 5, 6, 7, 8].map((i) => `var(--series-${i})`);
export const ink = 'var(--ink)';

/** Colour of the n-th series; after eight they come round again. */
export function colourOf(series: number): string {
  return palette[series % palette.length] ?? ink;
}

/** The legend of series in their order. */
export function legendOf(names: readonly string[]): NonNullable<Figure['legend']> {
  return names.map((name, i) => ({ name, colour: colourOf(i) }));
}

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

/** Lines of `names` by the fields x, y and name of the rows, and the names at their ends, `gap` apart at least (in the units of y). */
export function namedLines(
  rows: readonly Row[],
  names: readonly string[],
  [x, y, name]: readonly [string, string, string],
  gap: number,
  curve: 'linear' | 'step-after' = 'linear',
) {
  const lastOf = (own: string) => rows.findLast((row) => row[name] === own) ?? {};
  const ends = apart(
    names.map((own) => ({ own, y: num(lastOf(own), y) })),
    gap,
  );
  const end = Math.max(...rows.map((row) => num(row, x)));
  return [
    Plot.lineY(rows, { x, y, z: name, stroke: name, strokeWidth: 2, curve }),
    Plot.text(ends, { x: () => end, y: 'at', text: 'own', dx: 8, textAnchor: 'start', fill: 'own' }),
  ] as const;
}

/** Cells of shares 0..1, the darker the more, with those from half a percent on in numbers. */
export function shareCells<T extends { readonly share: number }>(
  cells: readonly T[],
  [x, y]: readonly [string, string],
  fill: string | (() => string),
) {
  const shown = cells.filter(({ share }) => share >= 0.005);
  return [
    Plot.cell(cells, { x, y, fill, fillOpacity: ({ share }: T) => Math.max(0.03, share) }),
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
