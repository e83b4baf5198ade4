import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { expect, it } from 'vitest';
import { rowsOf, tableOf, toCsv, toParquet } from '../../../scenarios/record/table.ts';
import { readTables } from '../../../scenarios/studies/day/read.ts';

const rows = [
  { timeS: 0.1, name: 'a "quoted", name', ok: true, massKg: null },
  { timeS: 1 / 3, name: 'two\nlines', ok: false, massKg: 2 },
  { timeS: -1e-300, name: '', ok: null, massKg: 3 },
];
const table = tableOf('t', rows);

it('takes its columns from the rows', () =>
  expect(table.columns.map(({ name, type }) => ({ name, type }))).toEqual([
    { name: 'timeS', type: 'DOUBLE' },
    { name: 'name', type: 'STRING' },
    { name: 'ok', type: 'BOOLEAN' },
    { name: 'massKg', type: 'DOUBLE' },
  ]));

it('Parquet keeps every value, nulls and every bit of a number', async () => {
  const bytes = toParquet(table);
  const read = await parquetReadObjects({ file: bytes.buffer as ArrayBuffer });
  expect(read).toEqual(rows);
});

it('Parquet bytes are equal for equal tables', () =>
  expect(Buffer.from(toParquet(table)).equals(Buffer.from(toParquet(tableOf('t', rows))))).toBe(true));

it('CSV is read back by a parser that knows RFC 4180', () => {
  const text = toCsv(table);
  expect(text.startsWith('timeS,name,ok,massKg\r\n')).toBe(true);
  expect(parse(text, { columns: true })).toEqual([
    { timeS: '0.1', name: 'a "quoted", name', ok: 'true', massKg: '' },
    { timeS: String(1 / 3), name: 'two\nlines', ok: 'false', massKg: '2' },
    { timeS: '-1e-300', name: '', ok: '', massKg: '3' },
  ]);
});

it('gives a report the same rows from memory as from the Parquet file', async () => {
  const grown = tableOf('t', [{ a: 1 }, { b: 'x' }, { a: 2, b: '', c: false }]);
  expect(rowsOf(grown)).toEqual([
    { a: 1, b: null, c: null },
    { a: null, b: 'x', c: null },
    { a: 2, b: '', c: false },
  ]);
  expect(await parquetReadObjects({ file: toParquet(grown).buffer as ArrayBuffer })).toEqual(rowsOf(grown));
});

const formulas = [
  '=1+1',
  '+cmd',
  '-3.2',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  "'=1",
  "''@x",
  '=HYPERLINK("http://x";"y")',
];

it('CSV shows text that a spreadsheet would run as text; numbers stay numbers', () => {
  const text = toCsv(tableOf('t', [{ '=name': '=1+1', shift: -3.2, rate: 1e21, sign: '-3.2' }]));
  expect(text).toBe("'=name,shift,rate,sign\r\n'=1+1,-3.2,1e+21,'-3.2\r\n");
  for (const name of formulas) {
    const [row] = parse(toCsv(tableOf('t', [{ name }])), { columns: true }) as { name: string }[];
    expect(row!.name, name).toBe(`'${name}`);
  }
});

it('our own reader knows no apostrophe: it reads the Parquet file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'looptwin-table-'));
  const words = [...formulas, "'tis", 'plain', '-', "'"].map((word) => ({ '=word': word, number: -3.2 }));
  const bytes = toParquet(tableOf('words', words));
  const output = {
    path: 'words.parquet',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: 0,
  };
  writeFileSync(join(folder, 'words.parquet'), bytes);
  expect((await readTables(folder, [output]))('words')).toEqual(words);
  writeFileSync(join(folder, 'words.parquet'), bytes.fill(255, 40, 60));
  const changed = readTables(folder, [output]);
  await expect(changed).rejects.toThrow(
    /words\.parquet: not the table that manifest\.json lists: it has been changed/,
  );
  rmSync(folder, { recursive: true });
});
