import type { SourceFile } from '../architecture/sources.ts';
import { closureOf, type Modules } from './modules.ts';
import type { Mutation } from './operators.ts';
import type { Reach } from './reach.ts';
import { folderOf } from './sites.ts';
import { functionAt } from './trace.ts';

const PROGRAMS = ['test/scenarios/command.ts', 'test/viewer/browser.ts'];

/** Whether a test starts programs or a browser: slow, and what those call is not seen, so they may reach anything. */
export function startsPrograms(modules: Modules, test: string): boolean {
  const loads = closureOf(modules, test);
  return PROGRAMS.some((path) => loads.has(path));
}

/** Above this a test file waits until all quicker ones have passed. */
const QUICK_MS = 5000;

interface Candidate {
  readonly reach: Reach;
  readonly slow: boolean;
  readonly elsewhere: boolean;
  readonly hops: number;
}

/**
 * The test files that execute the place of a fault: those that called its function, or, for what runs when a module is
 * loaded, those that load it. Quick ones of the same folder or one above first, because they say what is wrong; then those that hold whole
 * outcomes to the bit; then quick ones of other folders by imports on the way; slow ones last.
 */
export function testsFor(
  { path, start }: Mutation,
  file: SourceFile,
  reaches: readonly Reach[],
  modules: Modules,
): Reach[] {
  const number = path.includes('/assembly/') ? -1 : functionAt(file, start);
  const found = reaches.flatMap((reach): Candidate[] => {
    if (reach.failure !== undefined) return [];
    const loads = closureOf(modules, reach.test);
    const hops = loads.get(path);
    const blind = startsPrograms(modules, reach.test);
    const calls = number < 0 ? hops !== undefined : reach.called[path]?.includes(number);
    if (!calls && !blind) return [];
    return [
      {
        reach,
        slow: reach.ms > QUICK_MS || !calls,
        elsewhere: !`test/${path}`.startsWith(`${folderOf(reach.test)}/`),
        hops: hops ?? Number.POSITIVE_INFINITY,
      },
    ];
  });
  return found.sort(nearestFirst).map(({ reach }) => reach);
}

export const isGolden = (test: string): boolean => test.endsWith('/golden.test.ts');

function nearestFirst(a: Candidate, b: Candidate): number {
  const rank = ({ reach, slow, elsewhere }: Candidate): number =>
    isGolden(reach.test) ? 1 : slow ? 3 : elsewhere ? 2 : 0;
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  return (a.slow ? 0 : a.hops - b.hops) || a.reach.ms - b.reach.ms;
}
