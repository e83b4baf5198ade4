import { existsSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../errors.ts';
import { readJsonFile } from '../../read-file.ts';
import { makeFolder, writeAtomic } from '../../store/atomic.ts';

/** Where the labels of finished blocks wait until the set is whole; it stands there only as long as the set is in work. */
export const PARTS = 'parts';
const MARK = 'spec.json';
export const CARD = 'card.json';

/** What an earlier call left in a folder. */
export type Found = 'nothing' | 'part' | 'whole';

/** The hash of the spec that a file of ours names; undefined for what is no such file. */
function hashIn(path: string): string | undefined {
  try {
    const text = readJsonFile(path, { what: 'mark', where: path, cure: '' }) as { specHash?: unknown };
    return typeof text.specHash === 'string' ? text.specHash : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Looks at the folder of a set and makes it ready. Throws InputError where it is no folder, where it holds other things, or a set
 * that other settings or other code made; with `force` such a set is written over and other things are left alone.
 */
export function enterFolder(out: string, specHash: string, names: readonly string[], force: boolean): Found {
  const stats = lstatSync(out, { throwIfNoEntry: false });
  if (stats?.isFile()) {
    throw new InputError({
      what: 'is a file, not a folder',
      where: out,
      cure: 'Give another name with --out',
    });
  }
  makeFolder(out);
  const there = readdirSync(out);
  const [card, mark] = [hashIn(join(out, CARD)), hashIn(join(out, PARTS, MARK))];
  const ours = card !== undefined || mark !== undefined;
  const own = new Set([PARTS, CARD, ...names, ...names.map(partOf)]);
  const foreign = there.filter((name) => !ours || !(own.has(name) || /\.npy(\.part)?$/.test(name)));
  if (foreign.length > 0 && !force) throw notEmpty(out, foreign);
  if (mark === specHash) return 'part';
  if (card === specHash) return 'whole';
  if (ours && !force) throw otherSet(out);
  for (const name of [PARTS, CARD, ...names, ...names.map(partOf)])
    rmSync(join(out, name), { recursive: true, force: true });
  makeFolder(join(out, PARTS));
  writeAtomic(join(out, PARTS, MARK), JSON.stringify({ specHash }));
  return 'nothing';
}

/** Name of a file that is not whole yet. */
export const partOf = (name: string) => `${name}.part`;

/** Where the labels of a block wait; that the file is there says that all of the block is on disk. */
export const labelsOf = (out: string, block: number) =>
  join(out, PARTS, `${String(block).padStart(8, '0')}.csv`);

/** Blocks of `count` that are not on disk yet. */
export function missingBlocks(out: string, count: number): number[] {
  return Array.from({ length: count }, (_, i) => i).filter((block) => !existsSync(labelsOf(out, block)));
}

function notEmpty(out: string, foreign: readonly string[]): InputError {
  const [first = '', ...rest] = foreign;
  return new InputError({
    what: 'the folder holds files that are no part of a data set of looptwin',
    got: rest.length > 0 ? `${first} and ${rest.length} more` : first,
    where: out,
    cure: 'Give another folder with --out, or use --force: it leaves other files alone',
  });
}

function otherSet(out: string): InputError {
  return new InputError({
    what: 'the folder holds a data set that other settings or another version made',
    where: out,
    cure: 'Give another folder with --out, or use --force: it writes over that set',
  });
}
