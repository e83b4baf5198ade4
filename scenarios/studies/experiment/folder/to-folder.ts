import { documentOf, type ExperimentDocument } from '../document.ts';
import { type Played, type PlayStudy, play } from '../experiment.ts';
import { type MergeOptions, mergeShards } from '../merge.ts';
import { recipeOf } from '../recipe.ts';
import { type ExperimentOptions, type StudyHead, studyOf } from '../study.ts';
import { cellNamed, cellsKept, type DaysKept, keepDays } from './days.ts';
import { type ExperimentFolderOptions, folderFor, writeExperiment } from './write.ts';

export interface ExperimentResult {
  readonly document: ExperimentDocument;
  readonly head: StudyHead;
  readonly folder: string;
  /** Run folders of single days that were asked for. */
  readonly days: readonly string[];
}

type FolderWishes = ExperimentFolderOptions & DaysKept;

/** Leaves what was played in its folder, with the days that are to be looked at. */
async function leave(
  played: Played,
  folder: string,
  startedMs: number,
  options: FolderWishes & ExperimentOptions,
): Promise<ExperimentResult> {
  const { head, rows } = played;
  const document = documentOf(head, rows);
  // Drawing needs a large library that no refused input should wait for.
  const { writeExperimentReport: report } = await import('../../experiment-report/write.ts');
  await writeExperiment(played, document, folder, { report, ...options, startedMs });
  const days = await keepDays(head, cellsKept(head, options, document), folder, options);
  return { document, head, folder, days };
}

/**
 * Plays an experiment and leaves it in a folder. Errors as for `experiment`; InputError, before anything is played, also for a
 * folder that holds something else and for days that there are none of.
 */
export async function experimentToFolder(
  nameOrPath: string,
  options: FolderWishes & ExperimentOptions,
  playStudy: PlayStudy = play,
): Promise<ExperimentResult> {
  const startedMs = Date.now();
  const study = studyOf(nameOrPath, options);
  for (const text of options.day ?? []) cellNamed(text, study.head);
  const folder = await folderFor(study.head.scenario, recipeOf(study), options);
  return leave(await playStudy(study, options), folder, startedMs, options);
}

/** The shards of an experiment put together, in the folder that one machine would have left. Errors as for `mergeShards`. */
export async function mergeToFolder(
  shards: readonly string[],
  options: FolderWishes & MergeOptions & ExperimentOptions,
): Promise<ExperimentResult> {
  const startedMs = Date.now();
  const played = mergeShards(shards, options);
  for (const text of options.day ?? []) cellNamed(text, played.head);
  const folder = await folderFor(played.head.scenario, played.recipe, options);
  return leave(played, folder, startedMs, options);
}
