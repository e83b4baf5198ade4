import colours from './palette.json' with { type: 'json' };

/** Colours of the site, and accents of its robots: hues that colour-blind people tell apart (Okabe and Ito 2008). */
export const palette = colours.site;

/** Accent of the n-th robot. */
export function accentOf(index: number): string {
  const { accents } = colours;
  return accents[index % accents.length] ?? palette.shell;
}
