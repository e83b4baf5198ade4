import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError, StoppedError } from '../../scenarios/errors.ts';
import { emptyFolder } from './command.ts';
import { type Heard, inProcess } from './in-process.ts';

const folder = emptyFolder();
const cwd = folder.path;
afterAll(folder.remove);

const example = fileURLToPath(new URL('../../docs/senses/led-board.yaml', import.meta.url));
const write = (name: string, text: string) => writeFileSync(join(cwd, name), text);
const read = (name: string) => readFileSync(join(cwd, name));

/** Runs `looptwin synth spectra --instrument led ...` in this process. */
async function synth(args: string, stopIn?: string): Promise<Heard> {
  const line = `synth spectra --classes pet,pp --count 70 --instrument led ${args}`;
  const { run, heard } = inProcess(line, cwd, stopIn);
  if (stopIn === undefined) await run;
  else await expect(run).rejects.toThrow(StoppedError);
  return heard;
}

/** What a command line is refused with. */
async function refusal(args: string): Promise<string> {
  const error = await inProcess(`synth spectra --classes pet ${args} --out no.csv`, cwd).run.catch((e) => e);
  expect(error).toBeInstanceOf(InputError);
  return (error as Error).message;
}

describe('synth spectra --instrument led', () => {
  it('writes one column an LED, the items beside it, and the board in the data card', async () => {
    await synth('--out leds.csv');
    const [header, ...rows] = read('leds.csv').toString().trim().split('\n');
    expect(header).toBe('material,class,nm_850,nm_940,nm_1050,nm_1200,nm_1300,nm_1450,nm_1550,nm_1650');
    expect(rows.length).toBe(140);
    const cells = rows.flatMap((row) => row.split(',').slice(2));
    expect(cells.length).toBe(1120);
    expect(cells.every((cell) => /^[01]\.\d{5}$/.test(cell) && Number(cell) <= 1)).toBe(true);
    const items = read('leds.items.csv').toString().trim().split('\n').slice(1);
    expect(items.map((item) => item.split(',').slice(2, 4))).toEqual(
      rows.map((row) => row.split(',').slice(0, 2)),
    );
    const card = JSON.parse(read('leds.csv.card.json').toString()) as {
      spec: { board: { centresNm: number[] } };
      limits: string[];
    };
    expect(card.spec.board.centresNm[0]).toBe(850);
    expect(card.limits.join()).toMatch(/no board has been measured/);
  });

  it('goes on after a stop, ends in the same bytes, and says the same as Parquet', async () => {
    await synth('--out straight.csv');
    await synth('--out stopped.csv', 'writing spectra');
    await synth('--out stopped.csv');
    expect(read('stopped.csv').equals(read('straight.csv'))).toBe(true);
    await synth('--out leds.parquet');
    const { buffer, byteOffset, byteLength } = read('leds.parquet');
    const rows = await parquetReadObjects({
      file: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer,
    });
    const first = read('straight.csv').toString().split('\n')[1]!.split(',');
    expect(rows.length).toBe(140);
    expect(rows[0]!.nm_850).toBeCloseTo(Number(first[2]), 6);
  });

  it('takes the pieces of the spectrometer: same seed, same rows', async () => {
    await synth('--seed 7 --out a.csv');
    const line = 'synth spectra --classes pet,pp --count 70 --seed 7 --step 50 --out b.csv';
    await inProcess(line, cwd).run;
    expect(read('a.items.csv').equals(read('b.items.csv'))).toBe(true);
    await synth('--seed 8 --out c.csv');
    expect(read('c.csv').equals(read('a.csv'))).toBe(false);
  });

  it('reads with the board of a file: the example of the docs, YAML or JSON', async () => {
    write(
      'four.json',
      '{"centresNm": [1050, 1200, 1450, 1650.5], "widthsNm": [55, 70, 100, 120],\n "powersMw": [8, 6, 5, 3], "currentsMa": [100, 100, 100, 100]}',
    );
    await synth('--leds four.json --out four.csv');
    expect(read('four.csv').toString()).toMatch(/^material,class,nm_1050,nm_1200,nm_1450,nm_1650\.5\n/);
    await synth(`--leds ${example} --out example.csv`);
    expect(read('example.csv').toString()).toMatch(/^material,class,nm_850,nm_950,/);
    await synth('--out default.csv');
    expect(read('example.csv').equals(read('default.csv'))).toBe(false);
  });

  it.each<[string, string, RegExp[]]>([
    [
      'key.yaml',
      'averages: 4\ncentreNm: [850]\n',
      [/key\.yaml:2 centreNm: unknown key/, /Did you mean centresNm/],
    ],
    [
      'length.yaml',
      '# mine\nwidthsNm: [40]\n',
      [/length\.yaml:2 widthsNm: must have one entry for each of the 8 LEDs/],
    ],
    [
      'range.yaml',
      'centresNm: [850, 940, 1050, 1200, 1300, 1450, 1550, 2100]\n',
      [/range\.yaml:1 centresNm: LED 7 lies outside the photodiode's range/, /got 2100/, /Take out this LED/],
    ],
    [
      'number.json',
      '{\n"averages": 0,\n"adcBits": 12.5}',
      [/json:2 averages: must be >= 1, got 0/, /json:3 adcBits: must be an integer/],
    ],
    ['text.yaml', 'supplyV: high\n', [/text\.yaml:1 supplyV: must be a number, not text/]],
    ['empty.yaml', '', [/empty\.yaml: the file is empty\. .*docs\/senses\/led\.md/]],
    ['broken.yaml', 'centresNm: [850\n', [/broken\.yaml:\d+: broken YAML/]],
    ['proto.yaml', '__proto__: 1\n', [/proto\.yaml:1 __proto__: the key __proto__ is not allowed/]],
  ])('refuses %s by line before any work', async (name, text, words) => {
    write(name, text);
    const message = await refusal(`--instrument led --leds ${name}`);
    for (const word of words) expect(message).toMatch(word);
  });

  it('refuses what does not belong together, and a file that is not there', async () => {
    expect(await refusal('--leds x.yaml')).toMatch(
      /--leds: does not belong to this instrument, got "extended"/,
    );
    expect(await refusal('--instrument led --step 5')).toMatch(/--step: does not belong.*Leave it out/);
    expect(await refusal('--instrument led --leds gone.yaml')).toMatch(
      /gone\.yaml: cannot read the board file \(ENOENT\)/,
    );
    expect(await refusal('--instrument lad')).toMatch(/unknown instrument, got "lad"\. Did you mean led\?/);
  });

  it('is refused by validate in words: readings of LEDs are no spectrum', async () => {
    await synth('--out measured.csv');
    const validate = inProcess('validate spectra measured.csv', cwd).run;
    await expect(validate).rejects.toThrow(
      /measured\.csv:1: needs at least 18 bands.*few LEDs are no spectrum/,
    );
    await synth('--leds four.json --out few.csv');
    await expect(inProcess('validate spectra few.csv', cwd).run).rejects.toThrow(
      /at least 8 bands are needed, got 4/,
    );
  });
});
