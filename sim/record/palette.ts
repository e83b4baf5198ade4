import palette from './palette.json' with { type: 'json' };

/** One colour of the palette, with what tells it apart for whoever does not see it. */
export interface Hue {
  readonly name: HueName;
  /** On a light page. */
  readonly light: string;
  /** On a dark page. */
  readonly dark: string;
  /** Dashes of a line, as SVG has them; empty = solid. */
  readonly dash: string;
}

export type HueName = keyof typeof palette.hues;

/** What is coloured by name. */
export type Coloured = keyof typeof palette.names;

/** All hues, in the order in which series without a colour of their own take them. */
export const hues: readonly Hue[] = Object.entries(palette.hues).map(([name, hue]) => ({
  name: name as HueName,
  ...hue,
}));

/** Dashes of the second round, where there are more series than hues. */
const AGAIN = '10 3 2 3';

/** The colour that a thing has by its name, wherever it is drawn; undefined if it has none of its own. */
export function hueOf(kind: Coloured, name: string): Hue | undefined {
  const known: Readonly<Record<string, string>> = palette.names[kind];
  const own = Object.hasOwn(known, name) ? known[name] : undefined;
  return hues.find((hue) => hue.name === own);
}

/**
 * A colour for each name, all different up to as many as there are hues: names of the palette keep their own, the others take
 * those that are free, in order. `kind` null: none of the names has one of its own.
 */
export function huesOf(kind: Coloured | null, names: readonly string[]): Hue[] {
  const taken = new Set<Hue>();
  const keep = (hue: Hue | undefined) => {
    if (hue === undefined || taken.has(hue)) return undefined;
    taken.add(hue);
    return hue;
  };
  const own = names.map((name) => (kind === null ? undefined : keep(hueOf(kind, name))));
  const free = hues.filter((hue) => !taken.has(hue));
  let next = 0;
  return own.map((hue) => {
    if (hue !== undefined) return hue;
    const place = next++;
    const other = free[place] ?? hues[(place - free.length) % hues.length];
    if (other === undefined) throw new Error('huesOf: the palette is empty');
    return place < free.length ? other : { ...other, dash: AGAIN };
  });
}

export type Theme = 'light' | 'dark';

/** A tone of the page itself, where a style sheet cannot be asked: on a canvas. */
export const toneOf = (name: keyof typeof palette.page, theme: Theme): string => palette.page[name][theme];

/** All colours as custom properties of a style sheet, `--blue:...;--ink:...`, on a light or a dark page. */
export function paletteProperties(theme: Theme): string {
  const all = [...Object.entries(palette.hues), ...Object.entries(palette.page)];
  return all.map(([name, colour]) => `--${name}:${colour[theme]}`).join(';');
}

/** The custom property of a hue, which knows light and dark. */
export const varOf = ({ name }: Hue): string => `var(--${name})`;

/** The colour of a name as a custom property; that of the text around it where it has none of its own. */
export function colourOf(kind: Coloured, name: string): string {
  const hue = hueOf(kind, name);
  return hue === undefined ? 'currentColor' : varOf(hue);
}
