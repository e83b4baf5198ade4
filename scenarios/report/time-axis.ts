import { sPerHour } from './draw.ts';

/** How time is drawn in the figures of a run. */
export interface TimeAxis {
  readonly label: string;
  /** What the figures are over: `the day`, or `the run` where that is longer. */
  readonly over: string;
  /** Place on the axis of an instant, s since the start. */
  at(timeS: number): number;
  /** Which bin an instant falls into: of each, one value is drawn. */
  binOf(timeS: number): number;
}

/** Bins of a figure: about twice as many as a wide page has pixels would show nothing more (ours). */
const MOST_BINS = 1500;
const FIVE_MINUTES_S = 300;
const DAY_S = 24 * sPerHour;

/** Hours of the day where a run is two days at most, else days since its start; bins of five minutes, wider where these were too many. */
export function timeAxisOf({
  startHour,
  durationS,
}: {
  readonly startHour: number;
  readonly durationS: number;
}): TimeAxis {
  const binS = Math.max(FIVE_MINUTES_S, durationS / MOST_BINS);
  const binOf = (timeS: number) => Math.floor((startHour * sPerHour + timeS) / binS);
  if (durationS <= 2 * DAY_S)
    return {
      ...{ label: 'solar time, h', over: 'the day', binOf },
      at: (timeS) => startHour + timeS / sPerHour,
    };
  return { label: 'days since the start', over: 'the run', binOf, at: (timeS) => timeS / DAY_S };
}
