import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { parseSource } from '../architecture/sources.ts';
import { functionAt, traced } from './trace.ts';

const CODE = `const k = 1;
function outer(a) { const inner = (b) => b + a; return inner(a); }
const nested = (a) => (b) => ({ sum: a + b });
class Box { #v = 2; get v() { return this.#v; } never() { return 0; } }
[outer(1), nested(1)(2).sum, new Box().v];`;
const file = parseSource('sim/a.js', CODE);

describe('which functions were called', () => {
  it('is noted without changing what they answer', () => {
    const marks: number[] = [];
    Object.assign(globalThis, { reached: marks });
    const answer = runInThisContext(traced(file, 10)) as number[];
    Object.assign(globalThis, { reached: undefined });
    expect(answer).toEqual([2, 3, 2]);
    expect(Object.keys(marks).map(Number)).toEqual([10, 11, 12, 13, 14]);
  });

  it('is asked for the innermost function around a place', () => {
    expect(functionAt(file, CODE.indexOf('k = 1'))).toBe(-1);
    expect(functionAt(file, CODE.indexOf('return inner'))).toBe(0);
    expect(functionAt(file, CODE.indexOf('b + a'))).toBe(1);
    expect(functionAt(file, CODE.indexOf('a + b'))).toBe(3);
    expect(functionAt(file, CODE.indexOf('return 0'))).toBe(5);
  });
});
