import { afterAll, describe, expect, it } from 'vitest';
import { emptyFolder } from '../scenarios/command.ts';
import { fuzz, subjects } from './fuzz.ts';

const folder = emptyFolder();
afterAll(folder.remove);

/** The long tier reads twenty times as many: `fuzz-input.long.test.ts`. */
const mutants = 500;

describe(`${mutants} mutants: the right result, or exit 2 with the place`, () => {
  it.each(subjects)('$name', async (subject) => {
    const tally = await fuzz(subject, Math.round(mutants * subject.share), 1, folder.path);
    expect(tally.faults).toEqual([]);
    expect(tally.taken).toBeGreaterThan(0);
  });
});
