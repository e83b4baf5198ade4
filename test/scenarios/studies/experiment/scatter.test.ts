import { describe, expect, it } from 'vitest';
import { latinHypercube } from '../../../../scenarios/stats/design/latin-hypercube.ts';
import { meanInterval } from '../../../../scenarios/stats/interval.ts';
import { withScatter } from '../../../../scenarios/stats/scatter.ts';
import type { Design } from '../../../../scenarios/studies/experiment/design.ts';
import { contrastsOf, effectByDay, scatterAbout } from '../../../../scenarios/studies/experiment/effects.ts';
import { normal } from '../../../../sim/kernel/random/distributions.ts';
import { stream } from '../../../../sim/kernel/random/random.ts';

const names = ['bent', 'plain', 'idle'];
const factors = names.map((name) => ({ name, paths: [name], levels: [0, 1] }));
const designOf = (values: number[][]): Design => ({
  ...{ kind: 'latin-hypercube', factors, values, fraction: null },
});
const squares = (weights: readonly number[]) => weights.reduce((sum, w) => sum + w * w, 0);

describe('the scatter of points about a line', () => {
  it('is nothing where the line is the truth', () => {
    const values = latinHypercube(
      8,
      3,
      stream({ seed: 1, replication: 0, path: 'test', purpose: 'scatter' }),
    );
    const series = values.map(([a, b]) => [2 + a! - 3 * b!, 5 + a! - 3 * b!]);
    const line = contrastsOf(designOf(values), [0, 1, 2, 3, 4, 5, 6, 7]);
    expect(scatterAbout(line, series).variance).toBeCloseTo(0, 20);
  });

  it('is that of ordinary least squares: by hand for one factor', () => {
    const values = [[0], [0.25], [0.5], [1]];
    const ys = [1, 2, 1.5, 4];
    const design: Design = { ...designOf(values), factors: factors.slice(0, 1) };
    const [slope] = contrastsOf(design, [0, 1, 2, 3]);
    const { variance, df } = scatterAbout(
      [slope!],
      ys.map((y) => [y]),
    );
    // x - mean: -.4375, -.1875, .0625, .5625; sum of squares .546875; slope 1.53125 / .546875.
    const b = 1.53125 / 0.546875;
    const rest = ys.map((y, i) => y - 2.125 - b * (values[i]![0]! - 0.4375));
    expect(
      effectByDay(
        slope!,
        ys.map((y) => [y]),
      )[0],
    ).toBeCloseTo(b, 12);
    expect([variance, df]).toEqual([expect.closeTo(squares(rest) / 2, 12), 2]);
    expect(variance * squares(slope!.weights)).toBeCloseTo(squares(rest) / 2 / 0.546875, 12);
  });

  it('widens an interval as both variances add up, by the days alone where there is none', () => {
    const days = meanInterval([1, 2, 3, 4, 5]);
    expect(withScatter(days, { variance: 0, df: 3 })).toBe(days);
    const wide = withScatter(days, { variance: 0.5, df: 4 });
    // 0.5 of each: 1 in all, with 4 + 4 degrees of freedom.
    expect(wide.hi - 3).toBeCloseTo(2.306, 3);
    expect(wide.scatterShare).toBeCloseTo(0.5, 12);
  });

  it('leaves out what a day does to one point alone, which an interval over days has', () => {
    const random = stream({ seed: 3, replication: 0, path: 'test', purpose: 'scatter' });
    let covered = 0;
    const studies = 400;
    for (let study = 0; study < studies; study++) {
      const values = latinHypercube(24, 3, random);
      const series = values.map(() => Array.from({ length: 6 }, () => normal(random, 0, 1)));
      const line = contrastsOf(
        designOf(values),
        values.map((_, i) => i),
      );
      const idle = line[2]!;
      const { variance, df } = scatterAbout(line, series);
      const days = meanInterval(effectByDay(idle, series));
      const { lo, hi } = withScatter(days, { variance: variance * squares(idle.weights), df });
      if (lo <= 0 && hi >= 0) covered += 1;
    }
    expect(covered / studies).toBeGreaterThan(0.92);
    expect(covered / studies).toBeLessThan(0.985);
  });

  it('an interval with it covers what an idle factor does, where one over days alone does not', () => {
    const random = stream({ seed: 7, replication: 0, path: 'test', purpose: 'scatter' });
    let [covered, byDays] = [0, 0];
    const studies = 400;
    for (let study = 0; study < studies; study++) {
      const values = latinHypercube(24, 3, random);
      const days = Array.from({ length: 6 }, () => normal(random, 0, 0.5));
      const series = values.map(([bent, plain]) =>
        days.map((day) => day + (bent! > 0.7 ? -1 : bent!) + 0.4 * plain! + normal(random, 0, 0.02)),
      );
      const line = contrastsOf(
        designOf(values),
        values.map((_, i) => i),
      );
      const idle = line[2]!;
      const alone = meanInterval(effectByDay(idle, series));
      const { variance, df } = scatterAbout(line, series);
      const both = withScatter(alone, { variance: variance * squares(idle.weights), df });
      if (alone.lo <= 0 && alone.hi >= 0) byDays += 1;
      if (both.lo <= 0 && both.hi >= 0) covered += 1;
    }
    expect(covered / studies).toBeGreaterThan(0.92);
    expect(covered / studies).toBeLessThan(0.98);
    expect(byDays / studies).toBeLessThan(0.2);
  });
});
