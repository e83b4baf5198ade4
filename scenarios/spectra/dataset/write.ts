import { closeSync, ftruncateSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { FrameValues } from '../../../sim/record/frames.ts';
import { must } from '../../../sim/record/must.ts';
import type { Cli } from '../../cli/terminal/context.ts';
import { StoppedError } from '../../errors.ts';
import { explainDisk, writeAtomic } from '../../store/atomic.ts';
import { WorkerPool } from '../../threads/worker-pool.ts';
import { type Column, columnsOf, numbersOf, shapeOf } from './columns.ts';
import { labelsOf, missingBlocks, PARTS, partOf } from './folder.ts';
import { bytesOf, npyHeader } from './npy.ts';
import { type Block, type BlockOrder, LABELS, renderBlock } from './render.ts';
import { rowsOf, type SetSpec } from './spec.ts';

/** Rows that are rendered and written at once: less than a second of work, so that a stop is noticed soon. */
const BLOCK_ROWS = 64;
const WORKER = 'scenarios/spectra/dataset/block.worker.ts';
const TASK = 'rendering the data set';

type Renderer = (order: BlockOrder) => Promise<Block>;
type Hooks = Pick<Cli, 'signal' | 'progress' | 'note' | 'cacheDir'>;

/** An array on disk that is being filled, in any order of its rows. */
class ArrayFile {
  readonly #file: number;
  readonly #header: Uint8Array;

  constructor(
    readonly path: string,
    spec: SetSpec,
    readonly column: Column,
  ) {
    this.#header = npyHeader(column.type, shapeOf(spec, column));
    const size = this.#header.length + rowsOf(spec) * numbersOf(column) * bytesOf(column.type);
    try {
      this.#file = openSync(path, 'a+');
      closeSync(this.#file);
      this.#file = openSync(path, 'r+');
      ftruncateSync(this.#file, size);
      writeSync(this.#file, this.#header, 0, this.#header.length, 0);
    } catch (error) {
      explainDisk(error, path);
    }
  }

  write(values: FrameValues, row: number): void {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    const at = this.#header.length + row * numbersOf(this.column) * bytesOf(this.column.type);
    try {
      // One write to a disk that is nearly full takes a part of it without a word.
      for (let done = 0; done < bytes.length; )
        done += writeSync(this.#file, bytes, done, bytes.length - done, at + done);
    } catch (error) {
      explainDisk(error, this.path);
    }
  }

  close(): void {
    closeSync(this.#file);
  }
}

/**
 * Fills the arrays and the label table of a set in the folder `out`, which `enterFolder` made ready; what an earlier call finished
 * stays. Rows have fixed places, so any number of threads gives the same bytes. Throws StoppedError when stopped.
 */
export async function writeSet(spec: SetSpec, out: string, workers: number | undefined, hooks: Hooks) {
  const rows = rowsOf(spec);
  const blocks = Math.ceil(rows / BLOCK_ROWS);
  const missing = missingBlocks(out, blocks);
  if (missing.length < blocks)
    hooks.note(`${TASK}: ${blocks - missing.length} of ${blocks} blocks are there`);
  const columns = columnsOf(spec);
  const files = columns.map((column) => new ArrayFile(join(out, partOf(`${column.name}.npy`)), spec, column));
  try {
    await renderAll(missing, workers, hooks, async (block, render) => {
      const from = block * BLOCK_ROWS;
      const { values, labels } = await render({ spec, from, to: Math.min(rows, from + BLOCK_ROWS) });
      files.forEach((file, i) => {
        file.write(must(values[i], file.column.name), from);
      });
      writeAtomic(labelsOf(out, block), labels);
    });
  } finally {
    for (const file of files) file.close();
  }
  const labels = Array.from({ length: blocks }, (_, block) => readFileSync(labelsOf(out, block), 'utf8'));
  writeAtomic(join(out, 'labels.csv'), `${LABELS}\n${labels.join('')}`);
  for (const { name } of columns) renameSync(join(out, partOf(`${name}.npy`)), join(out, `${name}.npy`));
}

/** Takes away what only a set in work needs. */
export function forgetParts(out: string): void {
  rmSync(join(out, PARTS), { recursive: true, force: true });
}

/** Does `one` for each block: on this thread if there is to be one worker, else on a pool of them. */
async function renderAll(
  blocks: readonly number[],
  workers: number | undefined,
  hooks: Hooks,
  one: (block: number, render: Renderer) => Promise<void>,
): Promise<void> {
  let done = 0;
  const next = blocks.values();
  const lane = async (render: Renderer) => {
    for (const block of next) {
      await one(block, render);
      done += 1;
      hooks.progress({ task: TASK, done, total: blocks.length });
      await setImmediate();
      if (hooks.signal.aborted) throw new StoppedError('the same command goes on where it stopped');
    }
  };
  if (blocks.length === 0) return;
  if (workers === 1) return lane(async (order) => renderBlock(order));
  const pool = await WorkerPool.open(WORKER, hooks.cacheDir, hooks.signal, workers);
  const render: Renderer = (order) => pool.run<Block>(order, () => undefined);
  try {
    await Promise.all(Array.from({ length: pool.workers }, () => lane(render)));
  } finally {
    await pool.close();
  }
}
