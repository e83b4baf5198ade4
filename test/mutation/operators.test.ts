import { describe, expect, it } from 'vitest';
import { parseSource } from '../architecture/sources.ts';
import { mutated, mutationsOf } from './operators.ts';

/** Every text that the operators make of a line of code. */
function faultsIn(code: string): string[] {
  const file = parseSource('sim/a.ts', code);
  return mutationsOf(file).map((mutation) => mutated(code, mutation));
}

describe('fixed operators', () => {
  it.each([
    ['const a = b + c;', ['const a = b - c;']],
    ['a *= b;', [';', 'a /= b;']],
    ['const a = b < c;', ['const a = b <= c;']],
    ['const a = b >= c;', ['const a = b > c;']],
    ['const a = b === c;', ['const a = b !== c;']],
    ['const a = b && c;', ['const a = b || c;']],
    ['const a = 3;', ['const a = (10 * 3);', 'const a = (-3);']],
    ['const a = 0;', ['const a = 1;']],
    ['const a = -b;', ['const a = b;']],
    ['const a = !b;', ['const a = b;']],
    ['const a = b[i];', ['const a = b[i + 1];']],
    ['const a = b[0];', ['const a = b[0 + 1];']],
    ['const a = Math.min(b, c);', ['const a = Math.max(b, c);']],
    ['const a = Math.abs(b);', ['const a = (b);']],
    ['const a = true;', ['const a = false;']],
    ['if (a) b();', ['if (!(a)) b();', 'if (a) ;']],
    ['const a = b ? c : d;', ['const a = !(b) ? c : d;']],
    [
      'function f() { if (a === b) return; }',
      ['function f() { if (!(a === b)) return; }', 'function f() { if (a === b) ; }'],
    ],
  ])('%s', (code, faults) => expect(faultsIn(code)).toEqual(faults));

  it.each([
    'type A = 3 | true;',
    "import { a } from './a.ts';",
    'throw new Error(1 + 2);',
    "const a = b['key'];",
    'const a = b[name];',
    "const a = 'x' + b;",
    'const { a } = b;',
    'return a;',
  ])('leaves alone: %s', (code) => expect(faultsIn(code)).toEqual([]));
});
