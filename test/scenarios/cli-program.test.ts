import { describe, expect, it } from 'vitest';
import { InputError } from '../../scenarios/errors.ts';
import { inProcess } from './in-process.ts';

describe('a command that cannot be understood', () => {
  it.each([
    [
      'synth',
      /^looptwin synth needs a command, got nothing\. Known: spectra, items, frames, dataset\. See looptwin synth --help/,
    ],
    ['validate', /^looptwin validate needs a command, .*Known: images, condition, spectra\./],
    ['', /^looptwin needs a command, .*Known: run, .*, doctor\. See looptwin --help/],
    [
      'synth foo',
      /^unknown command of looptwin synth, got "foo"\. Known: spectra, items, frames, dataset\. See looptwin synth --help/,
    ],
    ['synth itmes', /got "itmes"\. Did you mean items\?/],
    ['frobnicate', /^unknown command, got "frobnicate"\. Known: run, .*\. See looptwin --help/],
    ['synth spectra', /'--classes <codes>'.*See looptwin synth spectra --help/],
    [
      'synth frames --materials nylon --out a.png --sates 1',
      /Did you mean --states\? See looptwin synth frames --help/,
    ],
    ['run --sede 1', /Did you mean --seed\? See looptwin run --help/],
    ['materials nope', /^unknown material, got "nope"\. Nearest: .*; looptwin materials lists/],
  ])('"%s" is answered by its own name, its own verbs and its own help', async (args, message) => {
    const { run } = inProcess(args, '.');
    await expect(run).rejects.toThrow(InputError);
    await expect(run).rejects.toThrow(message);
  });
});
