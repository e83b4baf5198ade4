import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { StoppedError } from '../../scenarios/errors.ts';
import { specHash, unmeasuredLimit } from '../../scenarios/spectra/synth/card.ts';
import { classCodes } from '../../scenarios/spectra/synth/household.ts';
import { csvToParquet } from '../../scenarios/spectra/synth/parquet.ts';
import { materials } from '../../sim/materials/catalogue.ts';
import { ABSORBERS } from '../../sim/materials/data/optics-bands.ts';
import { emptyFolder } from './command.ts';
import { type Heard, inProcess } from './in-process.ts';

const folder = emptyFolder();
const cwd = folder.path;
afterAll(folder.remove);

/** Runs `looptwin synth ...` in this process; `stopIn` names the task whose first progress is answered with Ctrl-C. */
async function synth(args: string, stopIn?: string): Promise<Heard> {
  const { run, heard } = inProcess(`synth ${args}`, cwd, stopIn);
  if (stopIn === undefined) await run;
  else await expect(run).rejects.toThrow(StoppedError);
  return heard;
}

const spectra = (out: string) =>
  `spectra --classes pet,pp --count 100 --from 1000 --to 1100 --step 10 --out ${out}`;
const read = (name: string) => readFileSync(join(cwd, name));

describe('a set of two tables', () => {
  it.each(['csv', 'parquet'])(
    'keeps finished spectra when it is stopped in the items: %s',
    async (ending) => {
      await synth(spectra(`straight.${ending}`));
      const stopped = await synth(spectra(`set.${ending}`), 'writing items');
      expect(stopped.tasks).toContain('writing spectra');
      expect(stopped.notes.join('\n')).toMatch(
        /128 of 200 rows are kept in .*set\.items\.\w+(\.rows)?\.part/,
      );
      const again = await synth(spectra(`set.${ending}`));
      expect([...again.tasks]).toEqual(['writing items']);
      for (const name of ['', '.items'])
        expect(read(`set${name}.${ending}`).equals(read(`straight${name}.${ending}`))).toBe(true);
      expect(
        readdirSync(cwd)
          .filter((name) => name.startsWith('set.') && name.includes(ending))
          .sort(),
      ).toEqual([`set.${ending}`, `set.${ending}.card.json`, `set.items.${ending}`].sort());
    },
  );

  it('makes a finished table again that was changed since, or that other settings made', async () => {
    await synth(spectra('changed.csv'), 'writing items');
    writeFileSync(join(cwd, 'changed.csv'), 'mine');
    expect((await synth(spectra('changed.csv'))).tasks).toContain('writing spectra');
    await synth(spectra('other.csv'), 'writing items');
    expect((await synth(`${spectra('other.csv')} --seed 2`)).tasks).toContain('writing spectra');
  });

  it('leaves a file of the user beside a Parquet table alone', async () => {
    writeFileSync(join(cwd, 'p.parquet.csv'), 'mine');
    await synth('items --classes pet --count 3 --out p.parquet');
    expect(read('p.parquet.csv').toString()).toBe('mine');
    expect(existsSync(join(cwd, 'p.parquet.rows'))).toBe(false);
  });

  it.each([
    ['f.csv', `${spectra('f.csv')}`],
    ['f.items.csv', `${spectra('f.csv')}`],
    ['f.csv.card.json', 'items --classes pet --count 3 --out f.csv'],
    ['f.parquet', 'items --classes pet --count 3 --out f.parquet'],
    ['f.png', 'frames --materials nylon --states 0 --out f.png'],
  ])(
    'a file of the user that is called %s is refused by name, and written over with --force alone',
    async (name, args) => {
      for (const made of readdirSync(cwd).filter((file) => file.startsWith('f.'))) rmSync(join(cwd, made));
      writeFileSync(join(cwd, name), 'mine');
      await expect(synth(args)).rejects.toThrow(new RegExp(`/${name}: was not written by looptwin.*--force`));
      expect(read(name).toString()).toBe('mine');
      expect(readdirSync(cwd).filter((file) => file.startsWith('f.'))).toEqual([name]);
      await synth(`${args} --force`);
      expect(read(name).toString()).not.toBe('mine');
      await synth(args); // ours by now
    },
  );

  it('puts a Parquet table under its name only when it is whole', async () => {
    writeFileSync(join(cwd, 'few.csv'), 'a,b\n1,2\n');
    writeFileSync(join(cwd, 'few.parquet'), 'the old one');
    mkdirSync(join(cwd, 'few.parquet.tmp'));
    await expect(csvToParquet(join(cwd, 'few.csv'), join(cwd, 'few.parquet'), [])).rejects.toThrow(/EISDIR/);
    expect(read('few.parquet').toString()).toBe('the old one');
  });
});

describe('looptwin synth frames', () => {
  it('writes a PNG, tolerates a trailing comma and refuses other endings and no material', async () => {
    await synth('frames --materials nylon, --states 0 --out sheet.PNG');
    expect(read('sheet.PNG').subarray(1, 4).toString()).toBe('PNG');
    await expect(synth('frames --materials nylon --states 0 --out a.b/sheet.jpg')).rejects.toThrow(
      /^--out: a contact sheet is a PNG file, got "a\.b\/sheet\.jpg"\. For example: --out a\.b\/sheet\.png$/,
    );
    await expect(synth('frames --materials , --out sheet.png')).rejects.toThrow(
      /^--materials: no material given, got ","/,
    );
    await expect(synth('frames --materials nylom --out sheet.png')).rejects.toThrow(/Did you mean nylon\?/);
  });
});

describe('the data card', () => {
  it('names every class of the set that absorbs as nobody measured, and no other', () => {
    expect(unmeasuredLimit(['HDPE', 'PP', 'STEEL'])).toEqual([]);
    expect(unmeasuredLimit(['ABS', 'HDPE', 'PS', 'EVA', 'WOOL'])[0]).toMatch(
      /: ABS \(abs, butadiene\); PS \(butadiene\); EVA \(eva\); WOOL \(keratin\)\.$/,
    );
    // What the tables themselves call unmeasured must be named.
    const said = unmeasuredLimit(classCodes).join();
    for (const { class: code, optics } of materials)
      for (const { id } of optics.bands)
        if (/not measured|estimate|memory/.test(ABSORBERS[id]!.source)) expect(said).toContain(`${code} (`);
  });

  it('names the code that made the rows, and other code does not go on in them', async () => {
    await synth('items --classes pet --count 3 --out card.csv');
    const card = JSON.parse(read('card.csv.card.json').toString()) as { code: string };
    expect(card.code).toMatch(/^[0-9a-f]{16}$/);
    expect(specHash({ count: 3 }, card.code)).toBe(specHash({ count: 3 }));
    expect(specHash({ count: 3 }, '0123456789abcdef')).not.toBe(specHash({ count: 3 }));
  });
});
