/** Colours of the site. Robots use two hues that colour-blind people tell apart (Okabe and Ito 2008). */
export const palette = {
  graphite: '#2f353c',
  rubber: '#23272b',
  steel: '#9aa4ad',
  aluminium: '#c9d0d6',
  shell: '#eef1f3',
  floorLine: '#e8b93c',
  binBody: '#5d6872',
  hiVis: '#f07c1a',
  skin: '#c99b7a',
  trousers: '#2c3a55',
} as const;

/** Accent of the n-th robot: blue, vermilion, bluish green, reddish purple, orange, sky blue. */
const accents = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'] as const;

export function accentOf(index: number): string {
  return accents[index % accents.length] ?? accents[0];
}
