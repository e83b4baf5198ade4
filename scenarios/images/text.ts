import type { PhotoClass } from './folder.ts';
import type { Score } from './judge.ts';

/** What `validate images` found. */
export interface ImageReport {
  readonly classes: readonly PhotoClass[];
  readonly toPhotographs: Score;
  readonly toRenders: Score;
  readonly ceiling: Score;
  readonly domain: number;
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** The findings as text. */
export function imageText({ classes, toPhotographs, toRenders, ceiling, domain }: ImageReport): string {
  const names = classes.map(({ name }) => name);
  const line = (what: string, { accuracy, balanced }: Score) =>
    `${what.padEnd(46)} ${percent(accuracy).padStart(8)} ${percent(balanced).padStart(9)}`;
  const wide = Math.max(...names.map((name) => name.length), 6);
  const rows = toPhotographs.confusion.map((counts, i) =>
    [names[i]?.padEnd(wide), ...counts.map((count) => String(count).padStart(wide))].join(' '),
  );
  return [
    `${'a network trained on'.padEnd(46)} accuracy  balanced`,
    line('renders alone, tested on the photographs', toPhotographs),
    line('renders alone, tested on other renders', toRenders),
    line('photographs, tested on others (ceiling)', ceiling),
    `telling photographs from renders: ${percent(domain)} (50 % = it cannot)`,
    '',
    'photographs, by class and by what they were called:',
    [''.padEnd(wide), ...names.map((name) => name.padStart(wide))].join(' '),
    ...rows,
  ].join('\n');
}
