import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isGolden } from './choose.ts';
import { folderOf } from './sites.ts';

/** `endless`: caught because a test did not end; `survived`: every test that reaches it passed. */
export type Outcome = 'caught' | 'endless' | 'survived';

/** One line of the results. */
export interface Result {
  readonly id: string;
  readonly path: string;
  readonly line: number;
  readonly before: string;
  readonly after: string;
  readonly outcome: Outcome;
  /** The test file that caught it, and its first failure. */
  readonly by?: string;
  readonly failure?: string;
  /** Test files tried, and those that reach the place but did not fit the time. */
  readonly tried: number;
  readonly untried: number;
  readonly seconds: number;
  /** Written by hand: why a survivor is no gap, or what the gap is. */
  readonly why?: string;
}

export function readResults(path: string): Result[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Result);
}

export function writeResults(path: string, results: readonly Result[]): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.part`, results.map((result) => `${JSON.stringify(result)}\n`).join(''));
  renameSync(`${path}.part`, path);
}

const COLUMNS = ['folder', 'made', 'caught', 'by golden', 'endless', 'survived', 'explained'] as const;

function row(folder: string, results: readonly Result[]): (string | number)[] {
  const count = (is: (result: Result) => boolean): number => results.filter(is).length;
  const survived = count(({ outcome }) => outcome === 'survived');
  return [
    folder,
    results.length,
    results.length - survived,
    count(({ by }) => by !== undefined && isGolden(by)),
    count(({ outcome }) => outcome === 'endless'),
    survived,
    count(({ outcome, why }) => outcome === 'survived' && why !== undefined),
  ];
}

/** Results by folder with their sum, as a table of text. */
export function tableOf(results: readonly Result[]): string {
  const folders = [...new Set(results.map(({ path }) => folderOf(path)))].sort();
  const rows = [
    [...COLUMNS],
    ...folders.map((folder) =>
      row(
        folder,
        results.filter(({ path }) => folderOf(path) === folder),
      ),
    ),
    row('all', results),
  ];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((cells) => String(cells[column]).length)));
  const line = (cells: readonly (string | number)[]): string =>
    cells
      .map((cell, column) =>
        column === 0 ? String(cell).padEnd(widths[0] ?? 0) : String(cell).padStart(widths[column] ?? 0),
      )
      .join('  ');
  return rows.map(line).join('\n');
}
