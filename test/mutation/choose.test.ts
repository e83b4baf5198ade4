import { describe, expect, it } from 'vitest';
import { parseSource } from '../architecture/sources.ts';
import { testsFor } from './choose.ts';
import { closureOf, modulesOf } from './modules.ts';
import type { Mutation } from './operators.ts';
import type { Reach } from './reach.ts';
import { type Result, tableOf } from './results.ts';

const source = parseSource('sim/plant/parts/a.ts', 'export const k = 3;\nexport function f() { return k; }');
const place = (code: string): Mutation => {
  const start = source.text.indexOf(code);
  return { operator: 'constant', path: source.path, start, end: start + code.length, text: '1' };
};
/** What a test file calls: function 0 of the source, or nothing of it. */
const reach = (test: string, ms: number, calls: boolean, failure?: string): Reach => ({
  ...{ test, of: '', ms, called: calls ? { [source.path]: [0] } : {} },
  ...(failure === undefined ? {} : { failure }),
});
const tests = [
  reach('test/sim/run/slow.test.ts', 9000, true),
  reach('test/sim/run/other.test.ts', 10, true),
  reach('test/sim/run/golden.test.ts', 900, true),
  reach('test/sim/plant/own.test.ts', 800, true),
  reach('test/sim/plant/loads-only.test.ts', 5, false),
  reach('test/sim/plant/broken.test.ts', 5, true, 'fails on sound sources'),
];
const modules = new Map(tests.map(({ test }) => [test, [source.path]]));
const chosen = (code: string) =>
  testsFor(place(code), source, tests, modules).map(({ test }) => test.replace(/^test\/sim\//, ''));

describe('tests of a mutant', () => {
  it('call its function: of its folder or one above, then to the bit, then elsewhere, slow ones last', () =>
    expect(chosen('return k')).toEqual([
      'plant/own.test.ts',
      'run/golden.test.ts',
      'run/other.test.ts',
      'run/slow.test.ts',
    ]));

  it('load its file, where the code runs at loading', () =>
    expect(chosen('3')).toContain('plant/loads-only.test.ts'));
});

describe('what a file loads', () => {
  it('is followed through imports that are left at run time, with the shortest way', () => {
    const found = modulesOf(new URL('../..', import.meta.url).pathname, [
      parseSource(
        'test/a.test.ts',
        "import { x } from './architecture/sources.ts';\nimport type { T } from './ports.ts';",
      ),
      parseSource('test/architecture/sources.ts', ''),
    ]);
    expect([...closureOf(found, 'test/a.test.ts')]).toEqual([
      ['test/a.test.ts', 0],
      ['test/architecture/sources.ts', 1],
    ]);
  });
});

describe('the table', () => {
  it('counts by folder and sums up', () => {
    const line = (path: string, change: Partial<Result>): Result => ({
      ...{ id: path, path, line: 1, before: '', after: '', outcome: 'caught', by: 'test/a.test.ts' },
      ...{ tried: 1, untried: 0, seconds: 1 },
      ...change,
    });
    const { by: _, ...survivor } = line('sim/b/y.ts', { outcome: 'survived', why: 'the same' });
    const table = tableOf([
      line('sim/a/x.ts', {}),
      line('sim/a/x.ts', { outcome: 'endless' }),
      line('sim/b/x.ts', { by: 'test/sim/golden.test.ts' }),
      survivor,
    ]);
    const rows = table.split('\n').map((row) => row.split(/ {2,}/));
    expect(rows).toEqual([
      ['folder', 'made', 'caught', 'by golden', 'endless', 'survived', 'explained'],
      ['sim/a', '2', '2', '0', '1', '0', '0'],
      ['sim/b', '2', '1', '1', '0', '1', '1'],
      ['all', '4', '3', '1', '1', '1', '1'],
    ]);
  });
});
