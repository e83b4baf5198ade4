import { describe, expect, test } from 'vitest';
import {
  beta,
  bounded,
  erlang,
  exponential,
  gamma,
  hyperexponential,
  lognormal,
  normal,
  triangular,
  uniform,
  weibull,
} from '../../../sim/kernel/random/distributions.ts';
import {
  bernoulli,
  discrete,
  empirical,
  geometric,
  poisson,
  uniformInt,
} from '../../../sim/kernel/random/distributions-discrete.ts';
import { type RandomStream, stream } from '../../../sim/kernel/random/random.ts';
import { Tally } from '../../../sim/kernel/statistics/tally.ts';
import { chiSquare, gammaP, ksDistance, logGamma, normalCdf } from './special-functions.ts';

const N = 20_000;
/** Kolmogorov-Smirnov at 0.1 %: 1.949 / sqrt(n); the seed is fixed, so a failure is a fault. */
const KS_LIMIT = 1.949 / Math.sqrt(N);

function sample(name: string, draw: (rng: RandomStream) => number): number[] {
  const rng = stream({ seed: 1, replication: 0, path: 'distributions', purpose: name });
  return Array.from({ length: N }, () => draw(rng));
}

interface Continuous {
  readonly name: string;
  readonly mean: number;
  readonly variance: number;
  draw(rng: RandomStream): number;
  cdf(x: number): number;
}

const logVariance = Math.log(1.25);
const weibullMean = Math.exp(logGamma(1.5));
const share = 0.5 * (1 + Math.sqrt(3 / 5));
const truncated = (x: number): number => (normalCdf(x) - normalCdf(-1)) / (normalCdf(2) - normalCdf(-1));

const continuous: readonly Continuous[] = [
  { name: 'uniform', mean: 4, variance: 4 / 3, draw: (r) => uniform(r, 2, 6), cdf: (x) => (x - 2) / 4 },
  {
    name: 'exponential',
    mean: 3,
    variance: 9,
    draw: (r) => exponential(r, 3),
    cdf: (x) => 1 - Math.exp(-x / 3),
  },
  { name: 'normal', mean: 5, variance: 4, draw: (r) => normal(r, 5, 2), cdf: (x) => normalCdf((x - 5) / 2) },
  {
    name: 'lognormal',
    mean: 10,
    variance: 25,
    draw: (r) => lognormal(r, 10, 5),
    cdf: (x) => normalCdf((Math.log(x / 10) + logVariance / 2) / Math.sqrt(logVariance)),
  },
  {
    name: 'triangular',
    mean: 4,
    variance: (1 + 36 + 25 - 6 - 5 - 30) / 18,
    draw: (r) => triangular(r, 1, 5, 6),
    cdf: (x) => (x < 5 ? ((x - 1) * (x - 1)) / 20 : 1 - ((6 - x) * (6 - x)) / 5),
  },
  {
    name: 'weibull',
    mean: 2 * weibullMean,
    variance: 4 * (1 - weibullMean * weibullMean),
    draw: (r) => weibull(r, 2, 2),
    cdf: (x) => 1 - Math.exp(-(x * x) / 4),
  },
  { name: 'gamma 2.5', mean: 5, variance: 10, draw: (r) => gamma(r, 2.5, 2), cdf: (x) => gammaP(2.5, x / 2) },
  { name: 'gamma 0.5', mean: 1, variance: 2, draw: (r) => gamma(r, 0.5, 2), cdf: (x) => gammaP(0.5, x / 2) },
  { name: 'erlang', mean: 6, variance: 12, draw: (r) => erlang(r, 3, 6), cdf: (x) => gammaP(3, x / 2) },
  {
    name: 'beta',
    mean: 0.4,
    variance: 0.04,
    draw: (r) => beta(r, 2, 3),
    cdf: (x) => x * x * (6 - 8 * x + 3 * x * x),
  },
  {
    name: 'hyperexponential',
    mean: 2,
    variance: 16,
    draw: (r) => hyperexponential(r, 2, 4),
    cdf: (x) => share * (1 - Math.exp(-x * share)) + (1 - share) * (1 - Math.exp(-x * (1 - share))),
  },
  {
    name: 'bounded normal',
    mean: 0.2296,
    variance: 0.5199,
    draw: (r) => bounded(() => normal(r, 0, 1), -1, 2),
    cdf: truncated,
  },
  {
    name: 'empirical',
    mean: (0.5 + 2.5) / 2,
    variance: (1 / 3 + 19 / 3) / 2 - 2.25,
    draw: empirical([0, 1, 4]),
    cdf: (x) => (x < 1 ? x / 2 : 0.5 + (x - 1) / 6),
  },
];

describe('continuous distributions', () => {
  test.each(continuous.filter(({ name }) => name !== 'empirical'))('$name: moments and fit', (one) => {
    const values = sample(one.name, one.draw);
    const tally = new Tally();
    for (const value of values) tally.add(value);
    const standardError = Math.sqrt(one.variance / N);
    expect(Math.abs(tally.mean - one.mean)).toBeLessThan(3.3 * standardError);
    expect(Math.abs(tally.variance / one.variance - 1)).toBeLessThan(0.12);
    expect(ksDistance(values, one.cdf)).toBeLessThan(KS_LIMIT);
  });

  test('empirical: linear between the sorted data', () => {
    const { draw, cdf } = continuous.at(-1)!;
    const values = sample('empirical', draw);
    expect(ksDistance(values, cdf)).toBeLessThan(KS_LIMIT);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThanOrEqual(4);
  });

  test('one uniform each where the inverse is known', () => {
    let used = 0;
    const rng = {
      next: () => {
        used += 1;
        return 0.3;
      },
    };
    exponential(rng, 1);
    normal(rng, 0, 1);
    lognormal(rng, 1, 1);
    triangular(rng, 0, 1, 2);
    weibull(rng, 2, 1);
    expect(used).toBe(5);
  });
});

/** Chi-square limits at 0.1 % for 1 .. 12 degrees of freedom; from memory, in every table. */
const CHI_LIMIT = [0, 10.83, 13.82, 16.27, 18.47, 20.52, 22.46, 24.32, 26.12, 27.88, 29.59, 31.26, 32.91];

function expectFit(values: readonly number[], probabilities: readonly number[]): void {
  const last = probabilities.length;
  const counts = new Array<number>(last + 1).fill(0);
  for (const value of values) counts[Math.min(value, last)]! += 1;
  const rest = 1 - probabilities.reduce((a, b) => a + b, 0);
  const hasRest = rest > 1e-9;
  const used = hasRest ? counts : counts.slice(0, last);
  expect(chiSquare(used, hasRest ? [...probabilities, rest] : probabilities)).toBeLessThan(
    CHI_LIMIT[used.length - 1]!,
  );
}

const poissonP = (mean: number, k: number): number => Math.exp(k * Math.log(mean) - mean - logGamma(k + 1));

describe('discrete distributions', () => {
  test('uniformInt, bernoulli, geometric, discrete', () => {
    expectFit(
      sample('uniformInt', (r) => uniformInt(r, 0, 5)),
      new Array<number>(6).fill(1 / 6),
    );
    expectFit(
      sample('bernoulli', (r) => (bernoulli(r, 0.3) ? 1 : 0)),
      [0.7, 0.3],
    );
    expectFit(
      sample('geometric', (r) => geometric(r, 0.25)),
      Array.from({ length: 8 }, (_, k) => 0.25 * Math.exp(k * Math.log(0.75))),
    );
    expectFit(
      sample('discrete', discrete([1, 0, 3, 4])),
      [0.125, 0, 0.375, 0.5].map((p) => p || 1e-300),
    );
  });

  test('poisson by inversion (mean 3) and by rejection (mean 50)', () => {
    expectFit(
      sample('poisson 3', (r) => poisson(r, 3)),
      Array.from({ length: 9 }, (_, k) => poissonP(3, k)),
    );
    const values = sample('poisson 50', (r) => poisson(r, 50));
    const bands = Array.from({ length: 10 }, () => 0);
    const bandOf = (k: number): number => Math.max(0, Math.min(9, Math.floor((k - 36) / 3)));
    for (let k = 0; k < 200; k++) bands[bandOf(k)]! += poissonP(50, k);
    expectFit(values.map(bandOf), bands);
  });
});

test('parameters that no draw can use are refused with what was got', () => {
  const rng = { next: () => 0.5 };
  expect(() => exponential(rng, 0)).toThrow('exponential: mean must be > 0, got 0');
  expect(() => normal(rng, 0, -1)).toThrow(/sd must be >= 0, got -1/);
  expect(() => triangular(rng, 0, 5, 2)).toThrow(/triangular/);
  expect(() => poisson(rng, Number.NaN)).toThrow(/poisson/);
  expect(() => discrete([1, -1])).toThrow(/weights\[1\]/);
  expect(() => bounded(() => 5, 0, 1)).toThrow(/10,000 draws/);
});
