import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { canonicalJson } from '../../../sim/record/canonical.ts';
import type { JsonValue } from '../../../sim/record/json.ts';
import { shardFormat } from '../../record/experiment-schema.ts';
import { inRunFolder } from '../../record/run-folder.ts';
import { wallFacts } from '../day/manifest.ts';
import { withExecution } from '../day/with-execution.ts';
import { type CellRow, cellsOfShard, type FailedCell, type Shard } from './cell.ts';
import { type CellCost, costsOf, sumOfCosts } from './cost.ts';
import { playHere } from './play.ts';
import { type Recipe, recipeOf } from './recipe.ts';
import { type ExperimentOptions, type StudyHead, studyOf } from './study.ts';

export const shardName = 'shard.json';

/** What a shard leaves: enough to put the document together without the plan. */
export interface ShardFile {
  readonly format: string;
  readonly shard: Shard;
  readonly recipe: Recipe;
  readonly head: StudyHead;
  readonly rows: readonly CellRow[];
}

/** The same with the hash of all of it, by which an edited or damaged one is known. */
export interface SealedShard extends ShardFile {
  readonly sha256: string;
  /** What each row took on the machine that played it: outside the hash, for equal shards may differ in it. */
  readonly costs: readonly CellCost[];
}

export interface ShardOptions extends ExperimentOptions {
  /** The shard's folder; default `runs/<name>-shard-<i>-of-<n>` in the working folder. */
  readonly out?: string;
}

export interface ShardResult {
  readonly folder: string;
  readonly head: StudyHead;
  readonly cells: number;
  /** Of all shards. */
  readonly allCells: number;
  readonly failures: readonly FailedCell[];
}

export function hashOfShard({ format, shard, recipe, head, rows }: ShardFile): string {
  const plain = JSON.parse(JSON.stringify({ format, shard, recipe, head, rows })) as JsonValue;
  return createHash('sha256').update(canonicalJson(plain)).digest('hex');
}

/** Plays one part of an experiment and leaves its rows in a folder that `mergeShards` reads. Errors as for `experiment`. */
export async function playShard(
  nameOrPath: string,
  shard: Shard,
  options: ShardOptions = {},
): Promise<ShardResult> {
  const study = studyOf(nameOrPath, options);
  const { head } = study;
  const name = `${head.scenario}-shard-${shard.index}-of-${shard.of}`;
  const target = resolve(options.cwd ?? process.cwd(), options.out ?? join('runs', name));
  const cells = cellsOfShard(head, shard);
  const recipe = recipeOf(study);
  const subject = `${recipe.study} ${shard.index}/${shard.of}`;
  const startedMs = Date.now();
  return inRunFolder(target, { ...options, subject }, async (folder) => {
    const { rows, costs } = await withExecution(options, async (execution, shop) => {
      const played = await playHere(study, cells, execution, shop);
      return { rows: played, costs: costsOf(study, played, shop.store) };
    });
    const file: ShardFile = { format: shardFormat, shard, recipe, head, rows };
    const sealed: SealedShard = { ...file, sha256: hashOfShard(file), costs };
    folder.write(shardName, `${JSON.stringify(sealed)}\n`);
    const failures = rows.filter((row) => row.status === 'failed');
    folder.finish(undefined, {
      ...{ kind: 'shard', scenario: head.scenario, seed: head.seed, fingerprint: sealed.sha256 },
      headline: `${cells.length} cells of shard ${shard.index}/${shard.of}`,
      ...wallFacts(startedMs),
      ...{ costS: sumOfCosts(costs), failed: failures.length, subject },
      command: `${head.command} --shard ${shard.index}/${shard.of}`,
    });
    const allCells = head.points.length * head.replications.to;
    return { folder: folder.target, head, cells: cells.length, allCells, failures };
  });
}
