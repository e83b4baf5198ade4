import { solveBound } from './bound.ts';
import { type DayPlayer, playDay } from './day.ts';
import type { CellStep, DayOutcome, PlayedCell } from './steps.ts';

/** Plays the days of a cell one after the other, then solves its bound if that is asked for; reports how much of the whole is done. */
export async function playCell({ days, bound }: CellStep, player: DayPlayer): Promise<PlayedCell> {
  const played: DayOutcome[] = [];
  for (const day of days) {
    const report: DayPlayer['report'] = (record) => {
      const share = record.done / record.total;
      player.report({ ...record, done: played.length + share, total: days.length + 1 });
    };
    played.push(await playDay(day, { ...player, report }));
  }
  return { days: played, bound: bound && (await solveBound(bound, player.arrivals)) };
}
