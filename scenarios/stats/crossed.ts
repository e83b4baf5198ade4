import { at, must } from '../../sim/record/must.ts';
import { type Interval, meanInterval, tQuantile } from './interval.ts';

/** Values by training, then by day: every training meets the same days. */
export type Crossed = readonly (readonly number[])[];

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const squares = (values: readonly number[], about: number) =>
  values.reduce((sum, value) => sum + (value - about) * (value - about), 0);

/**
 * The first minus the second on the same days: training by training, or against the one row of what needs no training. Of
 * unequal numbers of trainings those count that both have.
 */
export function crossedMinus(a: Crossed, b: Crossed): Crossed {
  const rows = a.length === 1 || b.length === 1 ? Math.max(a.length, b.length) : Math.min(a.length, b.length);
  return Array.from({ length: rows }, (_, t) => {
    const minus = must(b[b.length === 1 ? 0 : t], 'training');
    const own = must(a[a.length === 1 ? 0 : t], 'training');
    return own.map((value, day) => value - at(minus, day));
  });
}

/**
 * What each day adds to a share of all that came: their mean is the share over all days, sum of share times weight over the sum of
 * weights, and their scatter is that of this ratio (linearised; Cochran, Sampling Techniques, ch. 6). A day of weight 0 says nothing.
 */
export function weighed(shares: Crossed, weights: Crossed): Crossed {
  const all = mean(weights.map(mean));
  if (all === 0) return shares;
  const products = shares.map((days, t) =>
    days.map((share, day) => share * at(must(weights[t], 'training'), day)),
  );
  const ratio = mean(products.map(mean)) / all;
  return shares.map((days, t) =>
    days.map((share, day) => ratio + (at(must(weights[t], 'training'), day) / all) * (share - ratio)),
  );
}

/** One value a day: the mean over the trainings. */
export function dayMeans(values: Crossed): number[] {
  const [first = [], ...others] = values;
  if (others.length === 0) return [...first];
  return first.map((_, day) => mean(values.map((one) => at(one, day))));
}

/**
 * Interval of the mean of trainings crossed with days, both drawn anew each time (two-way random effects, one value in each
 * cell; Montgomery, Design and Analysis of Experiments, ch. 13). The variance of the mean has a part of each: the sum of
 * their mean squares less that of the rest, never less than the larger one; its degrees of freedom are Satterthwaite's, never fewer than
 * those of the fewer of the two. One
 * training alone gives the interval over the days. Throws where trainings have unequal numbers of days, or none.
 */
export function crossedInterval(values: Crossed, confidence = 0.95): Interval {
  const days = checked(values);
  const trainings = values.length;
  if (trainings === 1) return meanInterval(must(values[0], 'training'), confidence);
  const byDay = dayMeans(values);
  const byTraining = values.map(mean);
  const grand = mean(byTraining);
  const n = trainings * days;
  if (days === 1) {
    const crossed = { trainings, df: 0, sd: { training: 0, day: 0, rest: 0 }, trainingShare: 0 };
    return {
      mean: grand,
      sd: 0,
      n: 1,
      halfWidth: Infinity,
      lo: -Infinity,
      hi: Infinity,
      confidence,
      crossed,
    };
  }
  const msTraining = (days * squares(byTraining, grand)) / (trainings - 1);
  const msDay = (trainings * squares(byDay, grand)) / (days - 1);
  const rest = values.map((own, t) =>
    own.map((value, day) => value - at(byTraining, t) - at(byDay, day) + grand),
  );
  const msRest = squares(rest.flat(), 0) / ((trainings - 1) * (days - 1));
  const total = Math.max(msTraining + msDay - msRest, msTraining, msDay);
  const variance = total / n;
  const least = Math.min(trainings, days) - 1;
  const parts = [
    [msTraining, trainings - 1],
    [msDay, days - 1],
    [msRest, (trainings - 1) * (days - 1)],
  ] as const;
  const below = parts.reduce((sum, [ms, df]) => sum + (ms * ms) / df, 0);
  const df = total === 0 ? least : Math.max(least, (total * total) / below);
  const halfWidth = tQuantile(0.5 + confidence / 2, df) * Math.sqrt(variance);
  const above = (ms: number) => Math.max(0, ms - msRest);
  return {
    ...{ mean: grand, sd: Math.sqrt(squares(byDay, grand) / (days - 1)), n: days },
    ...{ halfWidth, lo: grand - halfWidth, hi: grand + halfWidth, confidence },
    crossed: {
      ...{ trainings, df },
      sd: {
        training: Math.sqrt(above(msTraining) / days),
        day: Math.sqrt(above(msDay) / trainings),
        rest: Math.sqrt(msRest),
      },
      trainingShare: variance === 0 ? 0 : above(msTraining) / n / variance,
    },
  };
}

/** Days of each training; throws where they are not as many everywhere. */
function checked(values: Crossed): number {
  const days = values[0]?.length ?? 0;
  const bad = values.find((own) => own.length !== days || own.some((value) => !Number.isFinite(value)));
  if (days === 0 || bad !== undefined)
    throw new Error('crossedInterval: needs at least one training, and as many finite values in each');
  return days;
}
