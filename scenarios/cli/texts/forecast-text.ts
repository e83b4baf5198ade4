import type { Forecast } from '../../studies/experiment/forecast.ts';
import { table } from '../terminal/table.ts';

/** More points than this are counted instead of printed; `--json` has all. */
const MOST_LINES = 40;

/** A length of time as a person says it. */
export function wordSeconds(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 5400) return `${Math.ceil(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}

/** What an experiment would do, printed. */
export function forecastText(forecast: Forecast): string {
  const { title, points, cells, cached, networks, networksCached, coreSeconds, timedCells, replications } =
    forecast;
  const rows = points.map((point) => [
    point.name,
    ...[point.cells, point.cached, point.cells - point.cached].map(String),
  ]);
  const more = points.length - MOST_LINES;
  const { from, to, halfWidth } = replications;
  const source =
    timedCells > 0
      ? `by ${timedCells} cells of it that were played here`
      : 'by rough default seconds of days, bounds and trainings: nothing of it was timed here yet';
  return [
    `${title}: nothing is played (--dry-run)`,
    '',
    table(['point', 'cells', 'cached', 'to play'], rows.slice(0, MOST_LINES)),
    ...(more > 0 ? [`(${more} more points: --json has all)`] : []),
    '',
    `${cells} cells, ${cached} cached, ${cells - cached} to play` +
      (halfWidth === undefined
        ? ''
        : `; ${to} days of each point is the upper bound, it may stop from ${from} on`),
    `${networks} networks, ${networksCached} cached, ${networks - networksCached} to train`,
    `about ${wordSeconds(coreSeconds)} of one core, ${source}`,
  ].join('\n');
}
