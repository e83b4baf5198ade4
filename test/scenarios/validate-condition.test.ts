import { afterAll, describe, expect, it } from 'vitest';
import { untilNothingMore } from '../../scenarios/spectra/condition/networks.ts';
import { combined, kernelOf, leaveOneOut } from '../../scenarios/spectra/condition/regression.ts';
import { Noise } from '../../sim/kernel/random/noise.ts';
import { emptyFolder } from './command.ts';
import { inProcess } from './in-process.ts';

const folder = emptyFolder();
afterAll(folder.remove);

const random = new Noise(7);
const states = Array.from({ length: 60 }, (_, i) => i % 10);
const told = states.map((state) => [state + 0.3 * random.gaussian(), random.gaussian()]);
const silent = states.map(() => [random.gaussian(), random.gaussian()]);
const errorOf = (answers: readonly number[]) =>
  answers.reduce((sum, answer, i) => sum + Math.abs(answer - states[i]!), 0) / states.length;

describe('the regression', () => {
  it('reads a state that is in the features, and nothing from noise', () => {
    expect(errorOf(leaveOneOut(kernelOf(told), states, 4.5))).toBeLessThan(0.9);
    expect(errorOf(leaveOneOut(kernelOf(silent), states, 4.5))).toBeGreaterThan(2.3);
  });

  it('takes the sense that says something and leaves the one that does not', () => {
    const [one, other] = [told, silent].map((rows) => leaveOneOut(kernelOf(rows), states, 4.5));
    expect(errorOf(combined([one!, other!], states))).toBeLessThan(1.05 * errorOf(combined([one!], states)));
    expect(errorOf(combined([other!], states))).toBeLessThan(2.7);
  });

  it('answers for each item what a fit without it would', () => {
    const kernel = kernelOf(told);
    const n = states.length;
    const without = (left: number) => {
      // An item that is like no other cannot help the others: its row and column of similarities are taken away.
      const cut = kernel.map((k, place) => {
        const [i, j] = [Math.floor(place / n), place % n];
        return i !== j && (i === left || j === left) ? 0 : k;
      });
      const others = states.map((state, i) => (i === left ? 4.5 : state));
      return { cut, others };
    };
    const all = leaveOneOut(kernel, states, 4.5);
    for (const left of [0, 17, 42]) {
      const changed = states.map((state, i) => (i === left ? state + 5 : state));
      expect(leaveOneOut(kernel, changed, 4.5)[left]).toBeCloseTo(all[left]!, 6);
      const { cut, others } = without(left);
      expect(leaveOneOut(cut, others, 4.5)[left]).toBeCloseTo(4.5, 6);
    }
  });
});

describe('validate condition', () => {
  const validate = (args: string) => inProcess(`validate condition ${args}`, folder.path);

  it('says by material and sense how well the state shows, and counts', async () => {
    const { run, heard } = validate('--materials wood-pine,ceramic-plate --per-state 6 --json');
    await run;
    const { materials, counts, constantError, sentence } = JSON.parse(heard.out.join(''));
    expect(constantError).toBe(2.5);
    const [plate, wood] = materials;
    expect(wood.errors.spectral).toBeLessThan(1.5);
    expect(wood.seenBy).toContain('spectral');
    expect(plate.seenBy).not.toContain('thermal');
    expect(counts.any).toBeGreaterThanOrEqual(1);
    expect(sentence).toMatch(/a constant has 2\.50.*of 2 materials/);
  });

  it('prints a table and a sentence', async () => {
    const { run, heard } = validate('--materials wood-pine --per-state 2 --senses spectral');
    await run;
    expect(heard.out.join('\n')).toMatch(/material +class +spectral[\s\S]*wood-pine[\s\S]*Observable/);
  });

  it('trains networks that are told no material, and keeps what it has looked at', async () => {
    const ask =
      '--materials wood-pine,copper-pipe --per-state 10 --networks 2 --per-material 100 --steps 60 --json';
    const first = validate(ask);
    await first.run;
    const { networks } = JSON.parse(first.heard.out.join(''));
    expect(networks.all.shares).toHaveLength(2);
    expect(networks.all.interval.mean).toBeLessThan(0.9);
    expect(networks.all.interval.lo).toBeLessThan(networks.all.interval.mean);
    expect(networks.byMaterial.all.map(({ name }: { name: string }) => name)).toContain('wood-pine');
    expect(networks).toMatchObject({ steps: 60, plateau: false, tried: [{ steps: 60 }] });
    expect(networks.sentence).toMatch(/over 2 trainings.*camera alone.*60 steps .*more were not allowed/);
    const again = validate(ask);
    await again.run;
    expect(again.heard.out).toEqual(first.heard.out);
  }, 120_000);

  it.each([
    [[0.7, 0.6, 0.595, 0.5], 50_000, [3000, 6000, 12_000], 6000, true],
    [[0.7, 0.6, 0.61], 50_000, [3000, 6000, 12_000], 6000, true],
    [[0.7, 0.6, 0.5], 13_000, [3000, 6000, 12_000], 12_000, false],
    [[0.7, 0.6], 1000, [1000], 1000, false],
  ])('doubles the steps while errors go %j, up to %d', async (errors, most, tried, steps, plateau) => {
    let at = 0;
    const found = await untilNothingMore(most, () => Promise.resolve({ validation: errors[at++]! }));
    expect(found.tried.map((one) => one.steps)).toEqual(tried);
    expect(found).toMatchObject({ steps, plateau });
  });

  it.each([
    ['--materials wood-pine --networks 2', /needs two materials/],
    ['--materials wod-pine', /unknown material.*wood-pine/],
    ['--per-state 1', /--per-state/],
    ['--senses smell', /unknown sense/],
  ])('refuses %s', async (args, words) => {
    await expect(validate(args).run).rejects.toThrow(words);
  });
});
