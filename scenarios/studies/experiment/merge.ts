import { join, resolve } from 'node:path';
import { z } from 'zod';
import { must } from '../../../sim/record/must.ts';
import { InputError } from '../../errors.ts';
import { readJsonFile } from '../../read-file.ts';
import { isShardFormat, shardFormat } from '../../record/experiment-schema.ts';
import { type CellRow, cellsOfShard } from './cell.ts';
import type { Played } from './experiment.ts';
import { hashOfShard, type SealedShard, shardName } from './shard.ts';

/** A shard with where it was read. */
interface Read {
  readonly file: SealedShard;
  readonly where: string;
}

/** Only the frame is looked at: the hash says that everything inside is as it was written. */
const frame = z.looseObject({
  format: z.literal(shardFormat),
  shard: z.object({ index: z.int().min(1), of: z.int().min(1) }),
  recipe: z.object({ subject: z.string(), study: z.string(), code: z.string() }),
  head: z.looseObject({ points: z.array(z.unknown()), scenario: z.string(), command: z.string() }),
  rows: z.array(z.unknown()),
  sha256: z.string(),
  costs: z.array(z.array(z.number()).nullable()),
});

/** The command line that plays a part of the experiment that a shard is of. */
function again({ head }: SealedShard, { index, of }: SealedShard['shard']): string {
  return `${head.command} --shard ${index}/${of}`;
}

function readShard(folder: string, cwd: string): Read {
  const where = join(folder, shardName);
  const cure = 'Give folders that looptwin experiment --shard i/n left';
  const value = readJsonFile(resolve(cwd, where), { what: 'shard', where, cure });
  const { format } = Object(value) as { readonly format?: unknown };
  if (isShardFormat(format) && format !== shardFormat)
    throw new InputError({
      what: `was left by another version of looptwin; this one merges ${shardFormat}`,
      got: format,
      where,
      cure: 'Merge it with the looptwin that played it, or play all shards again',
    });
  const parsed = frame.safeParse(value);
  if (!parsed.success) throw new InputError({ what: 'not a shard of an experiment', where, cure });
  // The frame is checked, and the hash covers the rest.
  const file = value as SealedShard;
  if (hashOfShard(file) === file.sha256) return { file, where };
  throw new InputError({
    what: 'was edited or damaged since it was played',
    where,
    cure: `Play it again: ${again(file, file.shard)}`,
  });
}

const wordShard = ({ file: { shard, head } }: Read) => `shard ${shard.index}/${shard.of} of ${head.scenario}`;

/** Refuses shards that do not belong to the first. */
function checkAlike(first: Read, other: Read): void {
  const refuse = (what: string, got: string, cure: string) => {
    throw new InputError({ what: `${what} than ${first.where}`, got, where: other.where, cure });
  };
  const [a, b] = [first.file, other.file];
  if (a.recipe.study !== b.recipe.study)
    refuse('is of another plan, or of other settings,', wordShard(other), 'Merge shards of one command only');
  if (a.recipe.code !== b.recipe.code)
    refuse(
      'was played by other code or with other networks',
      wordShard(other),
      `Play it again on the same code: ${again(b, b.shard)}`,
    );
  if (a.shard.of !== b.shard.of)
    refuse(
      'is part of another division',
      wordShard(other),
      `Play all parts of one division: --shard i/${a.shard.of}`,
    );
}

/** One shard of each number. Two equal ones are one; two unequal ones cannot both be right. */
function uniqueShards(shards: readonly Read[], note: (text: string) => void): Map<number, Read> {
  const byIndex = new Map<number, Read>();
  for (const shard of shards) {
    const { index } = shard.file.shard;
    const earlier = byIndex.get(index);
    if (earlier === undefined) byIndex.set(index, shard);
    else if (earlier.file.sha256 === shard.file.sha256)
      note(`${shard.where} is equal to ${earlier.where}: used once`);
    else
      throw new InputError({
        what: `${wordShard(shard)} is there twice, with different results, first in ${earlier.where}`,
        got: differing(earlier.file.rows, shard.file.rows),
        where: shard.where,
        cure: `Find out which is right: ${again(shard.file, shard.file.shard)}, without the cache (--no-cache)`,
      });
  }
  return byIndex;
}

function differing(a: readonly CellRow[], b: readonly CellRow[]): string {
  const place = a.findIndex((row, index) => JSON.stringify(row) !== JSON.stringify(b[index]));
  const row = a[place] ?? b[0];
  return row === undefined ? 'other rows' : `another point ${row.point}, day ${row.replication}`;
}

function checkComplete(byIndex: ReadonlyMap<number, Read>, { file }: Read): void {
  const { of } = file.shard;
  const missing = Array.from({ length: of }, (_, i) => i + 1).filter((index) => !byIndex.has(index));
  if (missing.length > 0)
    throw new InputError({
      what: `shard ${missing.map((index) => `${index}/${of}`).join(', ')} of ${file.head.scenario} is missing`,
      got: [...byIndex.keys()]
        .sort((a, b) => a - b)
        .map((index) => `${index}/${of}`)
        .join(', '),
      cure: `Play it: ${again(file, { index: must(missing[0], 'missing shard'), of })}`,
    });
  for (const { file: shard, where } of byIndex.values()) {
    const cells = cellsOfShard(shard.head, shard.shard);
    const whole = cells.every(
      ({ point, replication }, i) =>
        shard.rows[i]?.point === point && shard.rows[i]?.replication === replication,
    );
    if (!whole || cells.length !== shard.rows.length)
      throw new InputError({
        what: 'does not hold the cells of its part',
        where,
        cure: `Play it again: ${again(shard, shard.shard)}`,
      });
  }
}

export interface MergeOptions {
  readonly cwd?: string;
  readonly note?: (text: string) => void;
}

/**
 * An experiment from the folders of all its shards: its document is the same as that of one machine. Throws InputError for
 * shards that are missing, edited, doubled with different rows, or of other code, plans or divisions.
 */
export function mergeShards(
  folders: readonly string[],
  { cwd = process.cwd(), note = () => {} }: MergeOptions = {},
): Played {
  const shards = folders.map((folder) => readShard(folder, cwd));
  const first = must(shards[0], 'shard');
  for (const shard of shards) checkAlike(first, shard);
  const byIndex = uniqueShards(shards, note);
  checkComplete(byIndex, first);
  const files = [...byIndex.values()].map(({ file }) => file);
  const { head, recipe } = first.file;
  return {
    ...{ head, recipe },
    rows: files.flatMap(({ rows }) => rows),
    costs: files.flatMap(({ rows, costs }) => rows.map((_, index) => costs[index] ?? null)),
  };
}
