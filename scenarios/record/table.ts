import { parquetWriteBuffer } from 'hyparquet-writer';

export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

export interface Column {
  readonly name: string;
  readonly type: 'STRING' | 'DOUBLE' | 'BOOLEAN';
  readonly cells: readonly Cell[];
}

/** Columns of equal length; units are in their names. Plain data, crosses threads. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Number of rows. */
  readonly length: number;
}

function typeOf(cells: readonly Cell[]): Column['type'] {
  const first = cells.find((cell) => cell !== null);
  if (typeof first === 'number') return 'DOUBLE';
  return typeof first === 'boolean' ? 'BOOLEAN' : 'STRING';
}

/** A table that grows row by row. Its columns are the keys of its rows, in the order in which they first appear. */
export class TableBuilder {
  private readonly columns = new Map<string, Cell[]>();
  private length = 0;

  constructor(private readonly name: string) {}

  add(row: Row): void {
    for (const key in row) {
      let cells = this.columns.get(key);
      if (cells === undefined) {
        cells = [];
        this.columns.set(key, cells);
      }
      while (cells.length < this.length) cells.push(null);
      cells.push(row[key] ?? null);
    }
    this.length += 1;
  }

  /** The rows so far; cells that a row did not have are null. */
  table(): Table {
    const { name, length } = this;
    const columns = [...this.columns].map(([column, cells]): Column => {
      while (cells.length < length) cells.push(null);
      return { name: column, type: typeOf(cells), cells };
    });
    return { name, columns, length };
  }
}

/** A table of rows that are there already. */
export function tableOf(name: string, rows: readonly Row[]): Table {
  const builder = new TableBuilder(name);
  for (const row of rows) builder.add(row);
  return builder.table();
}

/** The rows of a table, for those who draw from it. */
export function rowsOf({ columns, length }: Table): Row[] {
  return Array.from({ length }, (_, i) =>
    Object.fromEntries(columns.map(({ name, cells }) => [name, cells[i] ?? null])),
  );
}

/** How a text begins that a spreadsheet would take for a formula, or that is guarded already. */
const formula = /^'*[=+\-@\t\r\n]/;

function csvCell(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  const shown = typeof cell === 'string' && formula.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}

/** RFC 4180 with a head line; missing cells are empty; text that a spreadsheet would run gets an apostrophe. */
export function toCsv({ columns, length }: Table): string {
  const head = columns.map((c) => csvCell(c.name)).join(',');
  const written = columns.map(({ cells }) => cells.map((x) => (typeof x === 'number' ? x : csvCell(x))));
  let text = `${head}\r\n`;
  for (let i = 0; i < length; i++) text += `${written.map((cells) => cells[i]).join(',')}\r\n`;
  return text;
}

/** Parquet with equal bytes for equal tables; columns may hold nulls. */
export function toParquet({ columns }: Table): Uint8Array {
  return new Uint8Array(
    parquetWriteBuffer({
      createdBy: 'looptwin',
      columnData: columns.map(({ name, type, cells }) => ({ name, type, nullable: true, data: [...cells] })),
    }),
  );
}
