import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SourceFile } from '../architecture/sources.ts';
import { openSuite } from './suite.ts';
import { functionsOf, traced } from './trace.ts';
import type { Tree } from './tree.ts';

/** What a test file did on sources without a fault. */
export interface Reach {
  readonly test: string;
  /** Hash of the sources and the test file: another one is measured anew. */
  readonly of: string;
  readonly ms: number;
  readonly failure?: string;
  /** Numbers of the functions called, by source file. */
  readonly called: Readonly<Record<string, readonly number[]>>;
}

/** Longer files are left out, with a word. */
export const LONGEST_TEST_MS = 120_000;

const FILE = '.looptwin/mutation/reach.jsonl';

function digest(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex').slice(0, 16);
}

function known(path: string): Map<string, Reach> {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
  return new Map(lines.map((line) => JSON.parse(line) as Reach).map((one) => [`${one.test} ${one.of}`, one]));
}

/** First number of every file's functions, and how many there are. */
function numbering(sources: readonly SourceFile[]): { first: Map<string, number>; count: number } {
  const first = new Map<string, number>();
  let count = 0;
  for (const file of sources) {
    first.set(file.path, count);
    count += functionsOf(file).length;
  }
  return { first, count };
}

function calledIn(
  marks: Uint8Array,
  sources: readonly SourceFile[],
  first: ReadonlyMap<string, number>,
): Reach['called'] {
  const called: Record<string, number[]> = {};
  for (const { path, ast, text } of sources) {
    const begin = first.get(path) ?? 0;
    const end = begin + functionsOf({ path, ast, text }).length;
    const numbers = [...marks.subarray(begin, end)].flatMap((mark, number) => (mark ? [number] : []));
    if (numbers.length > 0) called[path] = numbers;
  }
  return called;
}

/**
 * Runs every test file once on sources that note which function is called, and keeps the answers in the cache folder.
 * The sources differ in every byte offset from the checkout's, so a test that merely notices an edit fails here and is
 * never counted as one that catches a fault.
 */
export async function measureReach(
  checkout: string,
  tree: Tree,
  sources: readonly SourceFile[],
  tests: readonly SourceFile[],
  say: (line: string) => void,
): Promise<Reach[]> {
  const path = join(checkout, FILE);
  const kept = known(path);
  const world = digest(sources.map(({ text }) => text));
  const keyed = tests.map((test) => ({ test: test.path, of: digest([world, test.text]) }));
  const missing = keyed.filter(({ test, of }) => !kept.has(`${test} ${of}`));
  if (missing.length > 0) {
    mkdirSync(dirname(path), { recursive: true });
    const { first, count } = numbering(sources);
    for (const file of sources) tree.write(file.path, traced(file, first.get(file.path) ?? 0));
    const marksFile = join(tree.root, 'reached.bin');
    const suite = openSuite(tree.root, { LOOPTWIN_REACHED: marksFile, LOOPTWIN_FUNCTIONS: String(count) });
    for (const { test, of } of missing) {
      tree.write('reached.bin', '');
      const { ms, failure } = await suite.run(test, LONGEST_TEST_MS);
      const called = calledIn(new Uint8Array(readFileSync(marksFile)), sources, first);
      const reach: Reach = { test, of, ms, called, ...(failure === undefined ? {} : { failure }) };
      kept.set(`${test} ${of}`, reach);
      appendFileSync(path, `${JSON.stringify(reach)}\n`);
      say(`${test}: ${ms} ms${failure === undefined ? '' : `, left out: ${failure.split('\n')[0]}`}`);
      tree.sweep();
    }
    suite.close();
    for (const file of sources) tree.write(file.path, file.text);
  }
  return keyed.flatMap(({ test, of }) => kept.get(`${test} ${of}`) ?? []);
}
