import { join } from 'node:path';
import { must } from '../../../../sim/record/must.ts';
import { InputError } from '../../../errors.ts';
import { daysName } from '../../../record/ownership.ts';
import { loadScenario } from '../../../schema/load.ts';
import { runLoaded } from '../../day/day.ts';
import { type Cell, cellsOf } from '../cell.ts';
import type { ExperimentDocument } from '../document.ts';
import type { ExperimentOptions, StudyHead } from '../study.ts';
import { dayKey } from '../ways/day-key.ts';

/** Which days of an experiment are kept as run folders. */
export interface DaysKept {
  /** Texts `[point:]day`: the point by its name or by its number from 1 on, left out = the first. */
  readonly day?: readonly string[];
  /** All of them. */
  readonly keepDays?: boolean;
}

/** The cell that a text names; throws InputError where there is none. */
export function cellNamed(text: string, { points, replications }: StudyHead): Cell {
  const colon = text.lastIndexOf(':');
  const [name, day] = [text.slice(0, Math.max(colon, 0)), text.slice(colon + 1)];
  const byName = points.findIndex((point) => point.name === name);
  const byNumber = /^\d{1,6}$/.test(name) && points[Number(name) - 1] ? Number(name) - 1 : -1;
  const point = colon < 0 ? 0 : byName >= 0 ? byName : byNumber;
  if (point >= 0 && /^\d{1,7}$/.test(day) && Number(day) < replications.to)
    return { point, replication: Number(day) };
  const known = points.slice(0, 5).map((one, index) => `${index + 1} = ${one.name}`);
  const more = points.length > 5 ? `, ... ${points.length}` : '';
  throw new InputError({
    what: 'names no day of this experiment',
    got: text,
    where: '--day',
    cure: `Write point:day with a day from 0 to ${replications.to - 1}; points: ${known.join(', ')}${more}`,
  });
}

/** The cells whose days are kept: the named ones, or all that were played. */
export function cellsKept(
  head: StudyHead,
  { day = [], keepDays }: DaysKept,
  played: ExperimentDocument,
): Cell[] {
  if (!keepDays) return day.map((text) => cellNamed(text, head));
  const days = new Set(played.rows.map(({ point, replication }) => JSON.stringify([point, replication])));
  return cellsOf(head, head.replications.to).filter(({ point, replication }) =>
    days.has(JSON.stringify([must(head.points[point], 'point').name, replication])),
  );
}

/** Where the day of a cell is kept, from the folder of its experiment. */
export const dayFolder = ({ point, replication }: Cell) =>
  join(daysName, `point-${point + 1}-day-${replication}`);

/**
 * Plays the days of cells once more, recorded, each into a run folder of its own inside that of the experiment; returns these.
 * Networks and beliefs come from the cache, so it takes about as long as the days alone.
 */
export async function keepDays(
  head: StudyHead,
  cells: readonly Cell[],
  folder: string,
  options: ExperimentOptions,
): Promise<string[]> {
  const { replications: _r, subject: _t, ...settings } = options;
  const folders: string[] = [];
  for (const cell of cells) {
    const { set } = must(head.points[cell.point], 'point');
    const scenario = loadScenario(head.source, set, options.cwd, options.cacheDir);
    const out = join(folder, dayFolder(cell));
    const key = dayKey(head, cell.replication);
    folders.push((await runLoaded(scenario, head.source, { ...settings, ...key, set, out })).folder);
  }
  return folders;
}
