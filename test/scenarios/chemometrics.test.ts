import { describe, expect, it } from 'vitest';
import { bandMinima, removeHull } from '../../scenarios/spectra/chemometrics/bands.ts';
import { score, type Trainer } from '../../scenarios/spectra/chemometrics/classifier.ts';
import { discriminantAnalysis, ridgeClassifier } from '../../scenarios/spectra/chemometrics/linear.ts';
import { nearestNeighbours } from '../../scenarios/spectra/chemometrics/nearest-neighbours.ts';
import {
  absorbance,
  matrixOf,
  preprocess,
  savitzkyGolay,
  snv,
  spectralAngle,
} from '../../scenarios/spectra/chemometrics/preprocess.ts';
import { stream } from '../../sim/kernel/random/random.ts';

/** Five points, derivative 0 to 2, of sin i + i i / 10. */
const smoothed: readonly (readonly [0 | 1 | 2, readonly number[]])[] = [
  [
    0,
    [
      1.2434158758964, 1.2434158758964, 1.2434158758964, 1.0308954052799, 0.8980303027042, 1.6105529025231,
      3.3408290618668, 5.5093857865022, 7.317676029354, 8.4822591628975, 8.4822591628975, 8.4822591628975,
    ],
  ],
  [
    1,
    [
      0.1786044032636, 0.1786044032636, 0.1786044032636, 0.0733109558924, 0.4522529867228, 1.1509120178427,
      1.7108232357245, 1.8010859264632, 1.5225920661142, 1.3152667031948, 1.3152667031948, 1.3152667031948,
    ],
  ],
  [
    2,
    [
      -0.4163986910193, -0.4163986910193, -0.4163986910193, 0.1043369246646, 0.7130247306389, 0.8500399651986,
      0.3894114535676, -0.2453610749578, -0.4706706850548, -0.0793687602688, -0.0793687602688,
      -0.0793687602688,
    ],
  ],
];

const rng = stream({ seed: 4, replication: 0, path: 'test/chemometrics', purpose: 'clouds' });
const gauss = () => Math.sqrt(-2 * Math.log(1 - rng.next())) * Math.cos(2 * Math.PI * rng.next());

describe('preprocessing', () => {
  it('Savitzky-Golay is exact on parabolas: value, slope and curvature', () => {
    const parabola = Float64Array.from({ length: 31 }, (_, i) => 2 + 0.3 * i + 0.05 * i * i);
    expect(savitzkyGolay(parabola, 9, 0)[15]).toBeCloseTo(parabola[15]!, 9);
    expect(savitzkyGolay(parabola, 9, 1)[15]).toBeCloseTo(0.3 + 0.1 * 15, 9);
    expect(savitzkyGolay(parabola, 9, 2)[15]).toBeCloseTo(0.1, 9);
  });
  it('Savitzky-Golay keeps its figures, at the ends too: there the nearest full window stands in', () => {
    const wave = Float64Array.from({ length: 12 }, (_, i) => Math.sin(i) + 0.1 * i * i);
    for (const [derivative, wanted] of smoothed) {
      const out = savitzkyGolay(wave, 5, derivative);
      expect(out).toHaveLength(12);
      wanted.forEach((value, i) => {
        expect(out[i], `${derivative} at ${i}`).toBeCloseTo(value, 12);
      });
    }
  });
  it('SNV removes offset and gain, the derivative also a slope', () => {
    const r = Float64Array.from({ length: 60 }, (_, i) => 0.5 - 0.2 * Math.exp(-((i - 30) * (i - 30)) / 50));
    const a = absorbance(r);
    expect(spectralAngle(snv(a), snv(a.map((v) => 3 * v + 0.7)))).toBeLessThan(1e-6);
    const sloped = r.map((v, i) => v * Math.exp(-0.01 * i));
    expect(spectralAngle(preprocess(r, 'snv-d1'), preprocess(sloped, 'snv-d1'))).toBeLessThan(1e-6);
    expect(spectralAngle(preprocess(r, 'snv'), preprocess(sloped, 'snv'))).toBeGreaterThan(0.1);
  });
});

describe('bands', () => {
  it('the hull touches the spectrum and never lies below it', () => {
    const r = Float64Array.from({ length: 200 }, (_, i) => 0.6 + 0.1 * Math.sin(i / 9) - 0.001 * i);
    const ratio = removeHull(r);
    expect(Math.max(...ratio)).toBeCloseTo(1, 12);
    expect(Math.min(...ratio)).toBeGreaterThan(0);
    expect(ratio[0]).toBe(1);
  });
  it('finds a band where it is, with its depth', () => {
    const r = Float64Array.from(
      { length: 400 },
      (_, i) => 0.7 * (1 - 0.3 * Math.exp(-0.5 * ((i - 203.3) / 12) ** 2)),
    );
    const [band, ...more] = bandMinima(r, 1000);
    expect(more).toEqual([]);
    expect(band!.nm).toBeCloseTo(1203.3, 0);
    expect(band!.depth).toBeCloseTo(0.29, 1);
  });
});

/** What each classifier answered to the blurred clouds before it was solved by a library. */
const answered: Record<string, string> = {
  'k-NN':
    'aabaaccbcbacabcaacaacaccbacacbbbcaaabababcacccbcabcabcaccbcbbacabbaccabbaaccbbbacaabbaccbcaacabbabcaaccacabcaabbccaccbac',
  LDA: 'aababcbbcaacaacabcaacabcaacaaaabcaabacbabbacbbccaccabbabcaccbacabcbccabcaabbccabcabbabccbcabcaccacccacaabaccabbaccaccabc',
  linear:
    'aaaaacaccaacaacaacaacabcaacaaaaccaacaccabcaccaccaccaccaacaccaacaacaccaccaacaccaacabcaaccccaacaccacccacaacaccaacaccaccaac',
};

describe('every classifier', () => {
  const trainers: [string, Trainer][] = [
    ['k-NN', nearestNeighbours(5)],
    ['LDA', discriminantAnalysis],
    ['linear', ridgeClassifier],
  ];
  const clouds = (count: number) => {
    const labels: string[] = [];
    const rows = Array.from({ length: count }, (_, i) => {
      const label = 'abc'[i % 3]!;
      labels.push(label);
      const centre = { a: [0, 0], b: [6, 0], c: [0, 6] }[label]!;
      return [centre[0]! + gauss(), centre[1]! + gauss(), gauss()];
    });
    return { labels, matrix: matrixOf(rows) };
  };
  /** Clouds that overlap, in seven correlated bands. */
  const blurred = (count: number, replication: number) => {
    const draws = stream({ seed: 5, replication, path: 'test/chemometrics', purpose: 'blurred' });
    const labels = Array.from({ length: count }, (_, i) => 'abc'[i % 3]!);
    const rows = labels.map((label) => {
      const [u, v] = [draws.next(), draws.next()];
      const centre = 'abc'.indexOf(label);
      return Array.from({ length: 7 }, (_, k) => u + k * v + draws.next() + 0.2 * centre * (k % 3));
    });
    return { labels, matrix: matrixOf(rows) };
  };
  it.each(trainers)('%s tells three clouds apart and stays at chance on noise', (_, train) => {
    const [training, asked] = [clouds(300), clouds(300)];
    const good = score(asked.labels, train(training.matrix, training.labels).predict(asked.matrix));
    expect(good.accuracy).toBeGreaterThan(0.97);
    const mixed = training.labels.map((_, i) => 'abc'[(i * 7 + Math.floor(i / 3)) % 3]!);
    const lost = score(asked.labels, train(training.matrix, mixed).predict(asked.matrix));
    expect(lost.accuracy).toBeLessThan(0.7);
  });
  it.each(trainers)('%s answers overlapping clouds as it always did', (name, train) => {
    const [training, asked] = [blurred(240, 1), blurred(120, 2)];
    const answers = train(training.matrix, training.labels).predict(asked.matrix).join('');
    expect(answers).toBe(answered[name]);
  });
  it('balanced accuracy weighs classes, accuracy weighs pieces', () => {
    const result = score(['a', 'a', 'a', 'b'], ['a', 'a', 'a', 'a']);
    expect(result).toEqual({ count: 4, accuracy: 0.75, balanced: 0.5 });
  });
});
