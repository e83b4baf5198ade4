import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { StoppedError } from '../../scenarios/errors.ts';
import { npyHeader } from '../../scenarios/spectra/dataset/npy.ts';
import { emptyFolder } from './command.ts';
import { inProcess } from './in-process.ts';

const folder = emptyFolder();
const cwd = folder.path;
afterAll(folder.remove);

const small =
  '--materials pet-bottle-clear,cardboard --per-material 70 --states 0..5 --size 16 --background 0.75 --masks';
const dataset = (args: string, stopIn?: string) => inProcess(`synth dataset ${args}`, cwd, stopIn);
const files = [
  'README.md',
  'card.json',
  'labels.csv',
  'mask.npy',
  'spectral.npy',
  'thermal.npy',
  'visual.npy',
];
const read = (set: string, name: string) => readFileSync(join(cwd, set, name));

/** Header text and numbers of an NPY file, read as its documentation says. */
function npy(set: string, name: string): { header: string; data: Buffer } {
  const bytes = read(set, name);
  expect([...bytes.subarray(0, 8)]).toEqual([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]);
  const end = 10 + bytes.readUInt16LE(8);
  expect(end % 64).toBe(0);
  return { header: bytes.subarray(10, end).toString().trim(), data: bytes.subarray(end) };
}

describe('synth dataset', () => {
  it('writes arrays, labels and a card', async () => {
    await dataset(`${small} --workers 1 --out whole`).run;
    expect(readdirSync(join(cwd, 'whole')).sort()).toEqual(files);
    const shapes = {
      visual: "'|u1', 'fortran_order': False, 'shape': (140, 16, 16, 3)",
      mask: "'|u1', 'fortran_order': False, 'shape': (140, 16, 16)",
      thermal: "'<f4', 'fortran_order': False, 'shape': (140, 8, 32, 32)",
      spectral: "'<f4', 'fortran_order': False, 'shape': (140, 128)",
    };
    for (const [name, shape] of Object.entries(shapes))
      expect(npy('whole', `${name}.npy`).header).toBe(`{'descr': ${shape}, }`);
    expect(npy('whole', 'visual.npy').data.length).toBe(140 * 16 * 16 * 3);
    const masks = npy('whole', 'mask.npy').data;
    expect(new Set(masks)).toEqual(new Set([0, 1]));
    const lines = read('whole', 'labels.csv').toString().trim().split('\n');
    expect(lines[0]).toBe('row,material,class,family,state,quality,look,item_id');
    const rows = lines.slice(1).map((line) => line.split(','));
    expect(rows.map(([row]) => Number(row))).toEqual(Array.from({ length: 140 }, (_, i) => i));
    const states = rows.filter(([, id]) => id === 'pet-bottle-clear').map((row) => Number(row[4]));
    for (let state = 0; state <= 5; state++)
      expect(states.filter((s) => s === state).length).toBeGreaterThanOrEqual(11);
    const card = JSON.parse(read('whole', 'card.json').toString());
    expect(card.seed).toBe(1);
    expect(card.camera).toMatch(/^a telephone .* board/);
    expect(read('whole', 'README.md').toString()).toContain('Camera: a telephone');
    expect(card.files.length).toBe(5);
  });

  it('shows the background that was asked for, outside of the mask', async () => {
    const belt = async (reflectance: number) => {
      const out = `belt-${reflectance}`;
      await dataset(
        `--materials cardboard --per-material 20 --senses visual --masks --size 32 --background ${reflectance} --workers 1 --out ${out}`,
      ).run;
      const [frames, masks] = [npy(out, 'visual.npy').data, npy(out, 'mask.npy').data];
      let [sum, n] = [0, 0];
      masks.forEach((inside, pixel) => {
        if (inside) return;
        sum += frames[3 * pixel + 1]!;
        n += 1;
      });
      return sum / n;
    };
    expect((await belt(0.8)) - (await belt(0.1))).toBeGreaterThan(80);
  });

  it('goes on after a stop, with any number of threads, to the same bytes', async () => {
    await dataset(`${small} --workers 1 --out straight`).run;
    await expect(dataset(`${small} --workers 1 --out again`, 'rendering the data set').run).rejects.toThrow(
      StoppedError,
    );
    expect(readdirSync(join(cwd, 'again'))).toContain('visual.npy.part');
    const { run, heard } = dataset(`${small} --workers 2 --out again`);
    await run;
    expect(heard.notes.join('\n')).toContain('1 of 3 blocks are there');
    expect(readdirSync(join(cwd, 'again')).sort()).toEqual(files);
    for (const name of files) expect(read('again', name).equals(read('straight', name)), name).toBe(true);
    const once = dataset(`${small} --workers 1 --out again`);
    await once.run;
    expect([...once.heard.tasks]).toEqual([]);
  });

  it.each([
    ['--materials pet-botle-clear', /unknown material, got "pet-botle-clear".*pet-bottle-clear/],
    ['--states 0..10', /states are whole numbers 0..9/],
    ['--size 0', /--size: must be a whole number at least 16/],
    ['--background 1.5', /--background: must be a number/],
    ['--per-material 0', /--per-material/],
    ['--senses smell', /unknown sense/],
    ['--senses thermal --masks', /masks belong to colour frames/],
    ['--format parquet', /unknown format/],
  ])('refuses %s', async (args, words) => {
    await expect(dataset(`${args} --out refused`).run).rejects.toThrow(words);
    expect(readdirSync(cwd)).not.toContain('refused');
  });

  it('leaves files of others and sets of other settings alone', async () => {
    mkdirSync(join(cwd, 'mine'));
    writeFileSync(join(cwd, 'mine', 'visual.npy'), 'mine');
    await expect(dataset(`${small} --out mine`).run).rejects.toThrow(/holds files that are no part.*--force/);
    expect(read('mine', 'visual.npy').toString()).toBe('mine');
    await dataset(`${small} --workers 1 --out own`).run;
    await expect(dataset(`${small} --seed 2 --out own`).run).rejects.toThrow(/other settings/);
    writeFileSync(join(cwd, 'own', 'notes.txt'), 'mine');
    await dataset(`${small} --seed 2 --workers 1 --force --out own`).run;
    expect(read('own', 'notes.txt').toString()).toBe('mine');
  });

  it('writes the header of a vector as NumPy does', () => {
    expect(
      Buffer.from(npyHeader('<f4', [3]))
        .toString('latin1')
        .slice(10),
    ).toMatch(/'shape': \(3,\), \} *\n$/);
  });
});
