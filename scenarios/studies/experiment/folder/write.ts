import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { InputError } from '../../../errors.ts';
import { experimentSchemaName } from '../../../record/experiment-schema.ts';
import type { StudyFacts } from '../../../record/facts.ts';
import { contentsOf, lockName } from '../../../record/ownership.ts';
import { type FolderOptions, inRunFolder, type OutputFile, RunFolder } from '../../../record/run-folder.ts';
import { holderOf } from '../../../store/lock.ts';
import { engineFacts, hostFacts, randomFacts, wallFacts } from '../../day/manifest.ts';
import { sumOfCosts } from '../cost.ts';
import type { ExperimentDocument } from '../document.ts';
import type { Played } from '../experiment.ts';
import type { Recipe } from '../recipe.ts';
import { replicationTable } from './table.ts';

export const documentName = 'experiment.json';

/** What is written into the folder: the document with what it takes to get it again. */
export interface WrittenDocument extends ExperimentDocument {
  readonly schema: string;
  /** Equal hashes of `study` and `code` promise an equal fingerprint. */
  readonly recipe: Recipe;
}

/** Draws what people read, each file of `reportNames`, into the folder where the rest of the experiment lies. */
export type ReportWriter = (document: WrittenDocument, folder: string) => Promise<void> | void;

const reportNames = ['report.html', 'report.md'] as const;

export interface ExperimentFolderOptions extends FolderOptions {
  readonly report?: ReportWriter;
  /** The folder; default `runs/<name>-experiment` in the working folder. */
  readonly out?: string;
  readonly cwd?: string;
}

/** Tries again for so long where another process writes the same folder at this moment, s. */
const PATIENCE_S = 30;

/** Calls `work` once more as long as somebody else holds the lock of the folder: that takes moments, not hours. */
async function patiently<T>(folder: string, work: () => T | Promise<T>): Promise<T> {
  for (let waitedS = 0; ; waitedS += 0.2) {
    try {
      return await work();
    } catch (error) {
      const held = holderOf(join(folder, lockName)) !== undefined;
      if (!(error instanceof InputError) || !held || waitedS > PATIENCE_S) throw error;
      await after(200);
    }
  }
}

/** True where what lies there is of another experiment, or no experiment at all: the usual name is taken. */
function isTaken(folder: string, subject: string): boolean {
  const { finished, facts } = contentsOf(folder);
  return finished && facts?.subject !== subject;
}

/**
 * The folder of an experiment: the named one, else the usual one, else, where that holds another experiment, one with the hash
 * of this one. Throws InputError, before anything is played, where it cannot be written or would replace something else.
 */
export async function folderFor(
  scenario: string,
  { subject }: Pick<Recipe, 'subject'>,
  options: ExperimentFolderOptions,
): Promise<string> {
  const { out, cwd = process.cwd(), force, note } = options;
  if (out?.endsWith('.json') && !existsSync(resolve(cwd, out)))
    throw new InputError({
      what: 'an experiment is written into a folder, not into one file',
      got: out,
      where: '--out',
      cure: `Name a folder: --out ${out.slice(0, -'.json'.length)} leaves ${documentName} in it; or print the document: --json > ${out}`,
    });
  const usual = resolve(cwd, join('runs', `${scenario}-experiment`));
  const free = force || !isTaken(usual, subject) ? usual : `${usual}-${subject.slice(0, 8)}`;
  const target = out === undefined ? free : resolve(cwd, out);
  if (out === undefined && free !== usual) note?.(`${usual} holds another run: this one goes to ${free}`);
  // Opened and let go: whatever stands in the way is found now, not after hours.
  await patiently(target, () => RunFolder.open(target, { force: force ?? false, subject }).discard());
  return target;
}

/** What is not the experiment itself: who played it where, and what it left. */
function manifestOf(
  { head, recipe, costs }: Played,
  document: ExperimentDocument,
  outputs: readonly OutputFile[],
  startedMs: number,
) {
  const { kind, scenario, command, seed, replications, settings, design, points } = head;
  return {
    schema: experimentSchemaName,
    finished: true,
    ...{ fingerprint: document.fingerprint, command, recipe, engine: engineFacts(), random: randomFacts() },
    ...{ kind, seed, replications, quantity: head.quantity },
    scenario: { name: scenario, values: settings },
    points: points.map(({ name, levels, set }) => ({ name, levels, set })),
    factors: design?.factors ?? [],
    ...{ cells: document.cells, failed: document.failures.length, costS: sumOfCosts(costs) },
    outputs,
    host: hostFacts(startedMs),
  };
}

/** What a listing says of an experiment. */
function factsOf(
  { head, recipe, costs }: Played,
  document: ExperimentDocument,
  startedMs: number,
): StudyFacts {
  return {
    ...{ kind: 'experiment', scenario: head.scenario, seed: head.seed, fingerprint: document.fingerprint },
    ...{ headline: document.answer, ...wallFacts(startedMs), costS: sumOfCosts(costs) },
    ...{ failed: document.failures.length, subject: recipe.subject, command: head.command },
  };
}

/** Says what a reader of the earlier result should know: that one is replaced now. */
function noteReplaced(
  folder: string,
  { fingerprint }: ExperimentDocument,
  note: FolderOptions['note'],
): void {
  const earlier = contentsOf(folder).facts;
  if (earlier === undefined || earlier.fingerprint === fingerprint) return;
  note?.(
    `replaces the result of ${earlier.finishedAt} (fingerprint ${earlier.fingerprint.slice(0, 12)}), which was another one`,
  );
}

/**
 * Leaves a played experiment in `target`: the document, a row for each day and arm as Parquet and CSV, what `report` draws, and
 * the manifest. The same experiment that lay there is replaced as a whole.
 */
export function writeExperiment(
  played: Played,
  document: ExperimentDocument,
  target: string,
  options: ExperimentFolderOptions & { readonly startedMs: number },
): Promise<void> {
  const { startedMs, force = false, report, note } = options;
  const { recipe } = played;
  return patiently(target, () =>
    inRunFolder(target, { force, subject: recipe.subject }, async (folder) => {
      noteReplaced(target, document, note);
      const written: WrittenDocument = { schema: experimentSchemaName, ...document, recipe };
      const outputs = [folder.write(documentName, `${JSON.stringify(written, null, 2)}\n`)];
      outputs.push(...folder.writeTable(replicationTable(played, document)));
      if (report !== undefined) {
        for (const name of reportNames) folder.claim(name);
        await report(written, folder.path);
        outputs.push(...reportNames.map((name) => folder.describe(name)));
      }
      const manifest = manifestOf(played, document, outputs, startedMs);
      folder.finish(`${JSON.stringify(manifest, null, 2)}\n`, factsOf(played, document, startedMs));
    }),
  );
}
