import { rmSync } from 'node:fs';
import type { Cli } from '../../cli/terminal/context.ts';
import { StoppedError } from '../../errors.ts';
import type { CardFile } from './card.ts';
import { finishedHash, forgetFinished, markFinished, rowsOf } from './finished.ts';
import { csvToParquet } from './parquet.ts';
import { type RowStream, streamRows } from './stream.ts';

/** One table of a set, as CSV or as Parquet. */
export interface Table extends RowStream {
  readonly format: 'csv' | 'parquet';
  /** Columns that hold text. */
  readonly text: readonly string[];
}

type Hooks = Pick<Cli, 'signal' | 'progress' | 'note'>;

/**
 * Writes a table, or finds it finished by an earlier call that was stopped in another table of the set. The finished
 * table keeps a mark until the whole set is there (`forgetFinished`).
 */
export async function writeTable(table: Table, hooks: Hooks): Promise<CardFile> {
  const { out, specHash, task } = table;
  let sha256 = await finishedHash(out, specHash);
  if (sha256 !== undefined) hooks.note(`${task}: already finished`);
  else {
    if (table.format === 'parquet') await writeParquet(table, hooks);
    else await writeRows(table, hooks);
    sha256 = await markFinished(out, specHash);
    forgetRows(out);
  }
  const names = table.header.split(',');
  const columns = names.length > 80 ? `${names.slice(0, 4).join(',')},...,${names.at(-1)}` : table.header;
  return { path: out, rows: table.rows, sha256, columns };
}

/** Parquet goes through rows of text, because those can be continued after a stop. */
async function writeParquet(table: Table, hooks: Hooks): Promise<void> {
  const rows = rowsOf(table.out);
  if ((await finishedHash(rows, table.specHash)) === undefined) {
    await writeRows({ ...table, out: rows }, hooks);
    await markFinished(rows, table.specHash);
  }
  await csvToParquet(rows, table.out, table.text);
}

/** Takes the rows of text away once the Parquet table is marked: until then their mark says that the table is ours. */
function forgetRows(out: string): void {
  rmSync(rowsOf(out), { force: true });
  forgetFinished(rowsOf(out));
}

async function writeRows(stream: RowStream, hooks: Hooks): Promise<void> {
  try {
    const kept = await streamRows(stream, hooks);
    if (kept > 0) hooks.note(`${stream.task}: resumed after ${kept} rows`);
  } catch (error) {
    if (error instanceof StoppedError) hooks.note(`${stream.task}: ${error.kept}`);
    throw error;
  }
}
