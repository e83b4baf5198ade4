import { createReadStream, renameSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';

/** Rows of one row group: what is held in memory at a time. */
const GROUP_ROWS = 2000;

/**
 * Rewrites a CSV (no quoted cells) as Parquet, one row group at a time: the named columns are text, all others numbers.
 * Goes through `<parquet>.tmp`, so that a stop never leaves half a table under the final name.
 */
export async function csvToParquet(
  csv: string,
  parquet: string,
  textColumns: readonly string[],
): Promise<void> {
  const lines = createInterface({ input: createReadStream(csv), crlfDelay: Number.POSITIVE_INFINITY });
  const aside = `${parquet}.tmp`;
  let names: string[] = [];
  let rows: string[][] = [];
  let writer: ParquetWriter | undefined;
  const flush = () => {
    const columnData = names.map((name, c) => {
      const text = textColumns.includes(name);
      const cells = rows.map((row) => row[c] ?? '');
      return text
        ? { name, type: 'STRING' as const, nullable: false, data: cells }
        : { name, type: 'FLOAT' as const, nullable: false, data: Float32Array.from(cells, Number) };
    });
    writer ??= new ParquetWriter({
      writer: fileWriter(aside),
      schema: schemaFromColumnData({ columnData }),
      createdBy: 'looptwin',
    });
    writer.write({
      columnData: columnData.map(({ name, data }) => ({ name, data })),
      rowGroupSize: GROUP_ROWS,
    });
    rows = [];
  };
  for await (const line of lines) {
    if (names.length === 0) names = line.split(',');
    else rows.push(line.split(','));
    if (rows.length === GROUP_ROWS) flush();
  }
  if (rows.length > 0 || writer === undefined) flush();
  writer?.finish();
  renameSync(aside, parquet);
}
