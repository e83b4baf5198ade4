import { parquetWriteBuffer } from 'hyparquet-writer';

export type Cell = string | number | boolean | null;

/** Rows of plain records under fixed columns; units are in the column names. */
export interface Table {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: 'STRING' | 'DOUBLE' | 'BOOLEAN' }[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

type ColumnType = Table['columns'][number]['type'];

function typeOf(cells: readonly (Cell | undefined)[]): ColumnType {
  const first = cells.find((cell) => cell !== null && cell !== undefined);
  if (typeof first === 'number') return 'DOUBLE';
  return typeof first === 'boolean' ? 'BOOLEAN' : 'STRING';
}

/** A table whose columns are the keys of its rows, in the order in which they first appear. */
export function tableOf(name: string, rows: readonly Readonly<Record<string, Cell>>[]): Table {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names.map((column) => ({ name: column, type: typeOf(rows.map((row) => row[column])) }));
  return { name, columns, rows };
}

/** How a text begins that a spreadsheet would take for a formula, or that a guarded one begins with. */
const formula = /^'*[=+\-@\t\r\n]/;

/** Text as it was before `toCsv` put an apostrophe before it to keep spreadsheets from running it. */
export function unguarded(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
}

function csvCell(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  const shown = typeof cell === 'string' && formula.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}

/** RFC 4180 with a head line; missing cells are empty; text that a spreadsheet would run gets an apostrophe (see `unguarded`). */
export function toCsv({ columns, rows }: Table): string {
  const head = columns.map((c) => csvCell(c.name)).join(',');
  const body = rows.map((row) => columns.map((c) => csvCell(row[c.name])).join(','));
  return `${[head, ...body].join('\r\n')}\r\n`;
}

/** Parquet with equal bytes for equal tables; columns may hold nulls. */
export function toParquet({ columns, rows }: Table): Uint8Array {
  return new Uint8Array(
    parquetWriteBuffer({
      createdBy: 'looptwin',
      columnData: columns.map(({ name, type }) => ({
        name,
        type,
        nullable: true,
        data: rows.map((row) => row[name] ?? null),
      })),
    }),
  );
}
