import { describe, expect, it } from 'vitest';
import { InputError } from '../../scenarios/errors.ts';
import { inProcess } from './in-process.ts';

describe('a command that cannot be understood', () => {
  it.each([
    [
      'synth',
      /^a verb must follow looptwin synth, got nothing\. Known: spectra, items, frames; looptwin synth --help/,
    ],
    ['validate', /^a verb must follow looptwin validate, .*Known: spectra;/],
    ['', /^a verb must follow looptwin, .*Known: run, .*, doctor; looptwin --help/],
    [
      'synth foo',
      /^unknown verb of looptwin synth, got "foo"\. Known: spectra, items, frames; looptwin synth --help/,
    ],
    ['synth itmes', /got "itmes"\. Did you mean items\?/],
    ['frobnicate', /^unknown verb, got "frobnicate"\. Known: run, .*; looptwin --help/],
    ['synth spectra', /'--classes <codes>'.*looptwin synth spectra --help shows/],
    [
      'synth frames --materials nylon --out a.png --sates 1',
      /Did you mean --states\? looptwin synth frames --help shows/,
    ],
    ['run --sede 1', /Did you mean --seed\? looptwin run --help shows/],
    ['materials nope', /^unknown material, got "nope"\. Nearest: .*; looptwin materials lists/],
  ])('"%s" is answered by its own name, its own verbs and its own help', async (args, message) => {
    const { run } = inProcess(args, '.');
    await expect(run).rejects.toThrow(InputError);
    await expect(run).rejects.toThrow(message);
  });
});
