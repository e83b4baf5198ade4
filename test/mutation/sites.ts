import { stream } from '../../sim/kernel/random/random.ts';
import type { Mutation } from './operators.ts';

/** How many mutants at which seed, and the least of every folder. */
export interface Draw {
  readonly seed: number;
  readonly count: number;
  readonly leastEach: number;
}

/** Tables of data are looked at by few mutants: a figure in them stands for hundreds of its kind. */
const isTable = (folder: string): boolean => folder.endsWith('/data');

export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** The mutations of every folder, folders in the order of their names. */
export function byFolder(mutations: readonly Mutation[]): Map<string, Mutation[]> {
  const groups = new Map<string, Mutation[]>();
  for (const mutation of mutations) {
    const folder = folderOf(mutation.path);
    const group = groups.get(folder);
    if (group) group.push(mutation);
    else groups.set(folder, [mutation]);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** How many mutants each folder gets: the least, and of the rest its share of all sites, rounded up. */
export function shares(sizes: ReadonlyMap<string, number>, { count, leastEach }: Draw): Map<string, number> {
  const code = [...sizes].filter(([folder]) => !isTable(folder));
  const sites = code.reduce((sum, [, size]) => sum + size, 0);
  const rest = Math.max(0, count - leastEach * sizes.size);
  const share = (folder: string, size: number): number =>
    Math.min(size, leastEach + (isTable(folder) ? 0 : Math.ceil((rest * size) / sites)));
  return new Map([...sizes].map(([folder, size]) => [folder, share(folder, size)]));
}

/** Some of a list without order, by the folder's own stream; never two faults at one place. */
function some(mutations: readonly Mutation[], count: number, seed: number, folder: string): Mutation[] {
  const random = stream({ seed, replication: 0, path: folder, purpose: 'mutants' });
  const left = [...mutations];
  const places = new Set<string>();
  const drawn: Mutation[] = [];
  while (drawn.length < count && left.length > 0) {
    const [mutation] = left.splice(Math.floor(random.next() * left.length), 1);
    if (mutation === undefined) break;
    const place = `${mutation.path}:${mutation.start}`;
    if (places.has(place)) continue;
    places.add(place);
    drawn.push(mutation);
  }
  return drawn;
}

/** The mutants of a seed, equal for equal sources: one folder's draws do not depend on another's code. */
export function drawSites(mutations: readonly Mutation[], draw: Draw): Mutation[] {
  const groups = byFolder(mutations);
  const counts = shares(new Map([...groups].map(([folder, group]) => [folder, group.length])), draw);
  return [...groups].flatMap(([folder, group]) => some(group, counts.get(folder) ?? 0, draw.seed, folder));
}
