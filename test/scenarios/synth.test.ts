import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contactSheet } from '../../scenarios/spectra/synth/frames.ts';
import {
  classesFrom,
  type Household,
  materialsOf,
  pieceAt,
  splitOf,
} from '../../scenarios/spectra/synth/household.ts';
import { itemsHeader, itemsRows, itemsTextColumns } from '../../scenarios/spectra/synth/items.ts';
import { numberFrom, statesFrom } from '../../scenarios/spectra/synth/options.ts';
import { csvToParquet } from '../../scenarios/spectra/synth/parquet.ts';
import type { Sheet } from '../../scenarios/spectra/synth/sheet.ts';
import { headerOf, rowsOf, type SpectraSpec, spectraRows } from '../../scenarios/spectra/synth/spectra.ts';
import { streamRows } from '../../scenarios/spectra/synth/stream.ts';
import { materialById } from '../../sim/materials/catalogue.ts';

const NINE = ['PET', 'HDPE', 'LDPE', 'PP', 'PS', 'PVC', 'ABS', 'PC', 'PMMA'];
const household: Household = { classes: NINE, seed: 1, states: null, rinsedShare: 0.7 };
const spec: SpectraSpec = {
  household,
  count: 20,
  instrument: 'extended',
  fromNm: 1000,
  toNm: 1900,
  stepNm: 5,
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'synth-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const streamOf = (out: string, rows = rowsOf(spec)) => ({
  out: join(folder, out),
  specHash: 'a',
  header: headerOf(spec),
  rows,
  rowAt: spectraRows(spec),
  task: 'spectra',
});

describe('household', () => {
  it('has every class once in a block, several materials a class, and no pattern in the rows', () => {
    const codes = Array.from({ length: 900 }, (_, row) => materialById(pieceAt(household, row).materialId));
    for (let block = 0; block < 100; block++) {
      expect(
        codes
          .slice(9 * block, 9 * block + 9)
          .map((m) => m.class)
          .sort(),
      ).toEqual([...NINE].sort());
    }
    for (const code of NINE) {
      const seen = new Set(codes.filter((m) => m.class === code).map((m) => m.id));
      expect(materialsOf(code).length).toBeGreaterThanOrEqual(4);
      expect(seen.size).toBe(materialsOf(code).length);
      expect(
        [...seen].some((id) => /black/.test(id)),
        `${code} has a black piece`,
      ).toBe(true);
    }
    const first = codes.filter((_, row) => row % 9 === 0).map((m) => m.class);
    expect(new Set(first).size).toBe(9);
  });

  it('splits by piece, worn-out pieces apart', () => {
    const splits = Array.from({ length: 2000 }, (_, row) => splitOf(household, pieceAt(household, row)));
    const share = (name: string) => splits.filter((s) => s === name).length / splits.length;
    expect(share('ood')).toBeGreaterThan(0);
    expect(share('train')).toBeGreaterThan(0.6);
    expect(share('test')).toBeGreaterThan(0.1);
    for (let row = 0; row < 2000; row++) {
      if (splits[row] === 'ood') expect(pieceAt(household, row).damage).toBeGreaterThanOrEqual(0.8);
    }
  });

  it('names classes in any case and says the nearest one', () => {
    expect(classesFrom('pet, Pp,PET')).toEqual(['PET', 'PP']);
    expect(() => classesFrom('pett')).toThrow(/unknown class, got "pett".*Did you mean PET/);
    expect(() => classesFrom(' , ')).toThrow(/names no class/);
  });
});

describe('looptwin synth spectra', () => {
  it('writes material,class,nm_1000,nm_1005,... with count rows a class and reflectance 0..1', async () => {
    await streamRows(streamOf('plain.csv'));
    const [header = '', ...rows] = readFileSync(join(folder, 'plain.csv'), 'utf8').trim().split('\n');
    expect(header.split(',').slice(0, 4)).toEqual(['material', 'class', 'nm_1000', 'nm_1005']);
    expect(header.split(',').at(-1)).toBe('nm_1900');
    expect(rows.length).toBe(180);
    for (const code of NINE) expect(rows.filter((row) => row.split(',')[1] === code).length).toBe(20);
    for (const row of rows) {
      const [material = '', code = '', ...cells] = row.split(',');
      expect(materialById(material).class).toBe(code);
      expect(cells.length).toBe(181);
      expect(cells.every((cell) => Number(cell) >= 0 && Number(cell) <= 1)).toBe(true);
    }
  });

  it('goes on after a stop and ends in the same bytes', async () => {
    const stop = new AbortController();
    const stopped = streamRows(streamOf('resumed.csv'), {
      signal: stop.signal,
      progress: () => stop.abort(),
    });
    await expect(stopped).rejects.toThrow(/stopped/);
    expect(existsSync(join(folder, 'resumed.csv'))).toBe(false);
    expect(statSync(join(folder, 'resumed.csv.part')).size).toBeGreaterThan(1000);
    const kept = await streamRows(streamOf('resumed.csv'));
    expect(kept).toBe(128);
    expect(readFileSync(join(folder, 'resumed.csv')).equals(readFileSync(join(folder, 'plain.csv')))).toBe(
      true,
    );
    expect(existsSync(join(folder, 'resumed.csv.part'))).toBe(false);
  });

  it('begins again when a power cut took rows that the mark counts', async () => {
    const stop = new AbortController();
    const stopped = streamRows(streamOf('cut.csv'), { signal: stop.signal, progress: () => stop.abort() });
    await expect(stopped).rejects.toThrow(/stopped/);
    truncateSync(join(folder, 'cut.csv.part'), 5000);
    expect(await streamRows(streamOf('cut.csv'))).toBe(0);
    expect(readFileSync(join(folder, 'cut.csv')).equals(readFileSync(join(folder, 'plain.csv')))).toBe(true);
  });

  it('does not continue a part that other settings made', async () => {
    const stop = new AbortController();
    await streamRows(streamOf('other.csv'), { signal: stop.signal, progress: () => stop.abort() }).catch(
      () => {},
    );
    expect(await streamRows({ ...streamOf('other.csv'), specHash: 'b' })).toBe(0);
  });

  it('writes the same table as Parquet, in row groups', async () => {
    await csvToParquet(join(folder, 'plain.csv'), join(folder, 'plain.parquet'), ['material', 'class']);
    const bytes = readFileSync(join(folder, 'plain.parquet'));
    const rows = await parquetReadObjects({
      file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
    });
    const csv = readFileSync(join(folder, 'plain.csv'), 'utf8').split('\n')[3]!.split(',');
    expect(rows.length).toBe(180);
    expect(rows[2]!.material).toBe(csv[0]);
    expect(rows[2]!.nm_1005 as number).toBeCloseTo(Number(csv[3]), 6);
  });

  it('refuses ranges that cannot be measured', () => {
    const bad = (change: Partial<SpectraSpec>) => () => headerOf({ ...spec, ...change });
    expect(bad({ instrument: 'ingaas-1.7' })).toThrow(/measures 900-1700 nm.*extended/);
    expect(bad({ stepNm: 7 })).toThrow(/divide the range/);
    expect(bad({ fromNm: 1900, toNm: 1000 })).toThrow(/ascend/);
    expect(bad({ stepNm: 1e-7 })).toThrow(
      /at least 0.1 nm, got 1e-7. The tables are 1 nm; use --step 1 or more/,
    );
    expect(bad({ stepNm: 1000 })).toThrow(
      /larger than the range, got "900 nm by 1000 nm". Use --step 900 or/,
    );
    // What the cures say is accepted.
    expect(bad({ stepNm: 7 })).toThrow(/End at 1896 nm/);
    for (const cured of [{ stepNm: 1 }, { stepNm: 900 }, { stepNm: 7, toNm: 1896 }])
      expect(bad(cured)).not.toThrow();
  });
});

/** How often each colour comes in a square of 64 pixels. */
function coloursIn({ width, data }: Sheet, x: number, y: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let row = y; row < y + 64; row++) {
    for (let column = x; column < x + 64; column++) {
      const at = 3 * (row * width + column);
      const colour = data.subarray(at, at + 3).join();
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  return counts;
}

describe('looptwin synth items and frames', () => {
  it('the item table holds labels, split and hidden state of the same pieces', () => {
    const header = itemsHeader(household).split(',');
    const cells = itemsRows(household)(17).split(',');
    const item = pieceAt(household, 17);
    expect(cells.length).toBe(header.length);
    expect(cells[header.indexOf('material')]).toBe(item.materialId);
    expect(Number(cells[header.indexOf('thicknessM')])).toBe(item.thicknessM);
    expect(itemsTextColumns(household)).toContain('soilType');
    expect(header).toContain('chainRatio');
  });

  it('draws a contact sheet with a cell for each material and state', () => {
    const senses = ['visual', 'thermal', 'spectral'];
    const small = contactSheet({
      senses,
      materials: ['pet-bottle-clear'],
      states: [0],
      seed: 1,
      lookCoupling: 1,
    });
    const large = contactSheet({
      senses,
      materials: ['pet-bottle-clear', 'cardboard'],
      states: [0, 4, 9],
      seed: 1,
      lookCoupling: 1,
    });
    expect(large.width).toBeGreaterThan(small.width);
    expect(large.height).toBeGreaterThan(small.height);
    expect(new Set(large.data).size).toBeGreaterThan(50);
    // A cell: colour picture, thermal picture, box with the curve, 64 px high each, 4 px apart.
    const [cellWidth, cellHeight] = [216, 72];
    for (let row = 0; row < 2; row++) {
      for (let column = 0; column < 3; column++) {
        const [x, y] = [200 + column * cellWidth + 4, 24 + row * cellHeight + 4];
        const [colour, thermal, curve] = [0, 68, 136].map((left) => coloursIn(large, x + left, y));
        for (const picture of [colour!, thermal!]) {
          expect(picture.size).toBeGreaterThan(3);
          expect(picture.get('250,250,247') ?? 0).toBeLessThan(64);
        }
        // One pixel a column at least is drawn by the curve.
        expect(curve!.get('20,90,160') ?? 0).toBeGreaterThanOrEqual(64);
      }
    }
  });

  it('reads options strictly', () => {
    expect(statesFrom('0..2,7')).toEqual([0, 1, 2, 7]);
    expect(() => statesFrom('3..12')).toThrow(/0..9, got "3..12"/);
    expect(() => numberFrom('--count', 'many', { whole: true })).toThrow(
      /--count: must be a whole number, got "many"/,
    );
  });
});
