import { at, must } from '../../sim/record/must.ts';
import { tQuantile } from './interval.ts';

/**
 * Values measured in clusters: a list for each world (data seed), in it a list for each draw of labels, in it a value for each
 * training. Worlds are drawn anew each time, draws within a world, trainings within a draw.
 */
export type Nested = readonly (readonly (readonly number[])[])[];

/** A mean over nested draws, and what it says of worlds that were not drawn. */
export interface NestedInterval {
  readonly mean: number;
  readonly worlds: number;
  /** The mean of each world. */
  readonly byWorld: readonly number[];
  readonly values: number;
  /** Standard error of the mean, with what worlds, draws and trainings add to it. */
  readonly se: number;
  /** Degrees of freedom by Satterthwaite. */
  readonly df: number;
  /** Infinity for one value, which says nothing of its spread. */
  readonly halfWidth: number;
  readonly lo: number;
  readonly hi: number;
  readonly confidence: number;
  /** Where the mean of one more world, measured by as many draws and trainings, would lie with this confidence. */
  readonly nextLo: number;
  readonly nextHi: number;
  /** Standard deviations of the three levels; what comes out below 0 counts as 0. */
  readonly sd: { readonly world: number; readonly draw: number; readonly training: number };
  /** The least true difference from 0 that would be seen in 80 of 100 such experiments. */
  readonly detectable: number;
}

/** Share of experiments that see a difference as large as `detectable`. */
const POWER = 0.8;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;
const squares = (values: readonly number[], about: number) =>
  sum(values.map((value) => (value - about) * (value - about)));

/**
 * Interval of the mean of a balanced nested design by its analysis of variance, and a prediction interval for the next world
 * (Montgomery, Design and Analysis of Experiments, ch. 14). The mean square of worlds carries the variance of all levels, so
 * with two worlds and more its worlds - 1 degrees of freedom are Satterthwaite's; with one world the draws
 * are the clusters, and the interval says nothing of other worlds. Throws on a design that is not balanced.
 */
export function nestedInterval(nested: Nested, confidence = 0.95): NestedInterval {
  const { worlds, draws, trainings } = balanced(nested);
  const byDraw = nested.map((world) => world.map(mean));
  const byWorld = byDraw.map(mean);
  const grand = mean(byWorld);
  const n = worlds * draws * trainings;
  const msWorld = (draws * trainings * squares(byWorld, grand)) / Math.max(1, worlds - 1);
  const msDraw =
    (trainings * sum(byDraw.map((own, w) => squares(own, at(byWorld, w))))) /
    Math.max(1, worlds * (draws - 1));
  const within = nested.flatMap((world, w) =>
    world.map((own, d) => squares(own, at(must(byDraw[w], 'world'), d))),
  );
  const msTraining = sum(within) / Math.max(1, worlds * draws * (trainings - 1));
  const [ms, df] =
    worlds > 1 ? [msWorld, worlds - 1] : draws > 1 ? [msDraw, draws - 1] : [msTraining, trainings - 1];
  const se = Math.sqrt(ms / n);
  const t = df > 0 ? tQuantile(0.5 + confidence / 2, df) : Infinity;
  const halfWidth = n > 1 ? t * se : Infinity;
  const next = worlds > 1 ? t * Math.sqrt((msWorld / (draws * trainings)) * (1 + 1 / worlds)) : Infinity;
  const root = (variance: number) => Math.sqrt(Math.max(0, variance));
  return {
    ...{ mean: grand, worlds, byWorld, values: n, se, df, confidence },
    ...{
      halfWidth,
      lo: grand - halfWidth,
      hi: grand + halfWidth,
      nextLo: grand - next,
      nextHi: grand + next,
    },
    sd: {
      world: worlds > 1 ? root((msWorld - (draws > 1 ? msDraw : msTraining)) / (draws * trainings)) : 0,
      draw: draws > 1 ? root((msDraw - msTraining) / trainings) : 0,
      training: root(msTraining),
    },
    detectable: df > 0 ? (t + tQuantile(POWER, df)) * se : Infinity,
  };
}

/** How many of each; throws where they are not the same everywhere, or where nothing varies. */
function balanced(nested: Nested): { worlds: number; draws: number; trainings: number } {
  const draws = nested[0]?.length ?? 0;
  const trainings = nested[0]?.[0]?.length ?? 0;
  const alike = nested.every(
    (world) => world.length === draws && world.every((own) => own.length === trainings),
  );
  if (!alike || draws * trainings === 0)
    throw new Error('nestedInterval: needs as many draws in each world and as many trainings in each draw');
  return { worlds: nested.length, draws, trainings };
}
