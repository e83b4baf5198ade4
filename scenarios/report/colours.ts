import { type Coloured, hueOf, huesOf, paletteProperties, varOf } from '../../sim/record/palette.ts';

/** One of the things that a figure tells apart, as the page draws it. */
export interface Series {
  readonly name: string;
  /** A colour of the page's style sheet, which knows light and dark. */
  readonly colour: string;
  /** Dashes of its line; empty = solid. */
  readonly dash: string;
}

export const ink = 'var(--ink)';
export const soft = 'var(--soft)';

/** Colour of what has one by its name in the palette. Throws if it has none. */
export function colourBy(kind: Coloured, name: string): string {
  const hue = hueOf(kind, name);
  if (hue === undefined) throw new Error(`colourBy: ${kind} ${name} has no colour in the palette`);
  return varOf(hue);
}

/** The colour of a figure that shows one thing only. */
export const plain = 'var(--blue)';

/** Each name with a colour of its own; `by` = what stands for the name in the palette, such as the use of an output. */
export function seriesOf(
  kind: Coloured | null,
  names: readonly string[],
  by: readonly string[] = names,
): Series[] {
  return huesOf(kind, by).map((hue, i) => ({ name: names[i] ?? '', colour: varOf(hue), dash: hue.dash }));
}

/** The scale of colours of a plot. */
export function scaleOf(series: readonly Series[]) {
  return { domain: series.map(({ name }) => name), range: series.map(({ colour }) => colour) };
}

/** The palette as a style sheet of custom properties: light, and dark where the reader's screen is. */
export function paletteStyle(): string {
  return `<style>:root{${paletteProperties('light')}}@media screen and (prefers-color-scheme:dark){:root{${paletteProperties('dark')}}}</style>`;
}
