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

/** Moves the labels at the ends of lines apart, so that none is closer than `gap` (in the units of `y`) to the next. */
export function apart<T extends { readonly y: number }>(
  ends: readonly T[],
  gap: number,
): (T & { at: number })[] {
  const sorted = [...ends].sort((a, b) => a.y - b.y);
  let floor = Number.NEGATIVE_INFINITY;
  return sorted.map((end) => {
    const at = Math.max(end.y, floor);
    floor = at + gap;
    return { ...end, at };
  });
}
