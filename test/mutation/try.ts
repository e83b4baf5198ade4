import { join } from 'node:path';
import type { SourceFile } from '../architecture/sources.ts';
import { type Mutation, mutated } from './operators.ts';
import type { Reach } from './reach.ts';
import type { Result } from './results.ts';
import type { Suite } from './suite.ts';
import type { Tree } from './tree.ts';

/** What mutants are tried on. */
export interface Bench {
  readonly tree: Tree;
  readonly suite: Suite;
  /** Test files are run until their times on sound sources add up to this. */
  readonly budgetMs: number;
}

/** A file that takes this much longer than on sound sources does not end (other work may share the machine). */
const limitOf = (ms: number): number => 60_000 + 8 * ms;

/** A name for a mutant that stays the same while its line stays where it is. */
export function idOf({ operator, path, start, text }: Mutation, { ast }: SourceFile): string {
  const { line, character } = ast.getLineAndCharacterOfPosition(start);
  return `${path}:${line + 1}:${character + 1} ${operator} ${text.split('\n')[0]}`.trim();
}

/** The lines that a fault changes, before and after. */
function linesOf(mutation: Mutation, { text }: SourceFile): { before: string; after: string } {
  const begin = text.lastIndexOf('\n', mutation.start) + 1;
  const next = text.indexOf('\n', mutation.end);
  const end = next < 0 ? text.length : next;
  const after = text.slice(begin, mutation.start) + mutation.text + text.slice(mutation.end, end);
  const short = (lines: string): string => lines.trim().replace(/\s+/g, ' ').slice(0, 200);
  return { before: short(text.slice(begin, end)), after: short(after) };
}

/** What is known of a mutant before any test ran. */
export function describeMutant(
  mutation: Mutation,
  file: SourceFile,
): Pick<Result, 'id' | 'path' | 'line' | 'before' | 'after'> {
  const line = file.ast.getLineAndCharacterOfPosition(mutation.start).line + 1;
  return { id: idOf(mutation, file), path: mutation.path, line, ...linesOf(mutation, file) };
}

/** Puts one fault into the copied tree, runs its tests until one fails, and takes it out again. */
export async function tryMutant(
  mutation: Mutation,
  file: SourceFile,
  tests: readonly Reach[],
  { tree, suite, budgetMs }: Bench,
): Promise<Result> {
  const begin = performance.now();
  const { path } = mutation;
  const source = join(tree.root, path);
  tree.write(path, mutated(file.text, mutation));
  suite.changed(source);
  let spentMs = 0;
  let tried = 0;
  let caught: Pick<Result, 'outcome' | 'by' | 'failure'> = { outcome: 'survived' };
  for (const { test, ms } of tests) {
    if (spentMs + ms > budgetMs) continue;
    const { failure, late } = await suite.run(test, limitOf(ms));
    spentMs += ms;
    tried++;
    if (failure === undefined) continue;
    caught = {
      outcome: late ? 'endless' : 'caught',
      by: test,
      failure: failure.replace(/\s+/g, ' ').slice(0, 200),
    };
    break;
  }
  tree.write(path, file.text);
  tree.sweep();
  suite.changed(source);
  const seconds = Math.round((performance.now() - begin) / 100) / 10;
  const untried = caught.by === undefined ? tests.length - tried : 0;
  return { ...describeMutant(mutation, file), ...caught, tried, untried, seconds };
}
