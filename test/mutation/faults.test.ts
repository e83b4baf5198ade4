import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseSource, readSources } from '../architecture/sources.ts';
import { NAMED_FAULTS, placeOf } from './faults.ts';
import { mutated } from './operators.ts';

const fault = { name: 'upside down', from: 'a / b', to: 'b / a' };

describe('named faults', () => {
  it('are all found in the sources as they are, and change them', () => {
    const sources = readSources(fileURLToPath(new URL('../..', import.meta.url)), ['sim', 'models']);
    for (const one of NAMED_FAULTS) {
      const place = placeOf(one, sources);
      const text = sources.find(({ path }) => path === place.path)?.text ?? '';
      expect(mutated(text, place), one.name).not.toBe(text);
    }
  });

  it('are found by code, however it is broken into lines', () => {
    const file = parseSource('sim/x.ts', 'const c =\n  a /\n  b;');
    expect(mutated(file.text, placeOf(fault, [file]))).toBe('const c =\n  b / a;');
  });

  it('are an error if the code is gone or stands twice', () => {
    expect(() => placeOf(fault, [parseSource('sim/x.ts', 'a * b')])).toThrow('in no file');
    expect(() => placeOf(fault, [parseSource('sim/x.ts', 'a / b + a / b')])).toThrow('sim/x.ts, sim/x.ts');
  });
});
