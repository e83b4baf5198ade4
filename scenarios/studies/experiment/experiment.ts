import type { ContentStore } from '../../store/store.ts';
import { withExecution } from '../day/with-execution.ts';
import { type Cell, type CellRow, cellsOf } from './cell.ts';
import { type CellCost, costsOf } from './cost.ts';
import { countedDays } from './counted.ts';
import { documentOf, type ExperimentDocument } from './document.ts';
import { playHere } from './play.ts';
import { printed } from './quantities.ts';
import { type Recipe, recipeOf } from './recipe.ts';
import { type ExperimentOptions, type Study, type StudyHead, studyOf } from './study.ts';

/** Days that are added at once while an interval is too wide; a part of it may turn out not to be needed. */
const DAYS_MORE = 5;

/** What is promised before the first day is played. */
export function rangeText({ replications, quantity, points }: StudyHead): string | undefined {
  const { from, to, halfWidth, quantity: asked = quantity } = replications;
  if (halfWidth === undefined) return undefined;
  const { text, scale } = printed[asked];
  const cells = points.length * to;
  return `plays ${from} days of each point at least and ${to} at most (${cells} cells), until half of each interval is ${halfWidth * scale} ${text} or less`;
}

/** A study with the rows of its cells, wherever they were played. */
export interface Played {
  readonly head: StudyHead;
  readonly recipe: Recipe;
  readonly rows: readonly CellRow[];
  /** What each row took, as `costsOf` gives it. */
  readonly costs: readonly CellCost[];
}

/** Plays days until every interval is narrow enough, or the upper bound is reached; a given number is played at once. */
export async function playDays(
  head: StudyHead,
  play: (cells: readonly Cell[]) => Promise<readonly CellRow[]>,
): Promise<CellRow[]> {
  const { from, to } = head.replications;
  const rows = [...(await play(cellsOf(head, from)))];
  for (let days = from; days < to && countedDays(head, rows).stopping?.reached === false; ) {
    const next = Math.min(to, days + DAYS_MORE);
    rows.push(...(await play(cellsOf(head, next, days))));
    days = next;
  }
  return rows;
}

/** Plays a study, wherever its cells are played. Throws InputError for input that cannot be used. */
export type PlayStudy = (study: Study, options: ExperimentOptions) => Promise<Played>;

/** What was played, with what the store knows of its costs. */
export function playedOf(study: Study, rows: readonly CellRow[], store: ContentStore): Played {
  return { head: study.head, recipe: recipeOf(study), rows, costs: costsOf(study, rows, store) };
}

/** Plays a study on the threads of this machine. */
export const play: PlayStudy = (study, options) => {
  const { head } = study;
  const range = rangeText(head);
  if (range !== undefined) options.note?.(range);
  return withExecution(options, async (execution, shop) => {
    const rows = await playDays(head, (cells) => playHere(study, cells, execution, shop));
    return playedOf(study, rows, shop.store);
  });
};

/**
 * Plays many days of a scenario, under each of its arms where it has some, or the points of a plan, and estimates every figure
 * and every difference with its interval. Days that were played before come from the cache, so a stopped experiment goes on
 * where it was. A day that fails is listed with the command that repeats it, and the others go on. Throws InputError for input
 * that cannot be used, and GateError where no day is left to compare.
 */
export async function experiment(
  nameOrPath = 'quickstart',
  options: ExperimentOptions = {},
): Promise<ExperimentDocument> {
  const { head, rows } = await play(studyOf(nameOrPath, options), options);
  return documentOf(head, rows);
}
