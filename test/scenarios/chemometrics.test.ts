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

const rng = stream({ seed: 4, replication: 0, path: 'test/chemometrics', purpose: 'clouds' });
const gauss = () => Math.sqrt(-2 * Math.log(1 - rng.next())) * Math.cos(2 * Math.PI * rng.next());

describe('preprocessing', () => {
  it('Savitzky-Golay is exact on parabolas: value, slope and curvature', () => {
    const parabola = Float64Array.from({ length: 31 }, (_, i) => 2 + 0.3 * i + 0.05 * i * i);
    expect(savitzkyGolay(parabola, 9, 0)[15]).toBeCloseTo(parabola[15]!, 9);
    expect(savitzkyGolay(parabola, 9, 1)[15]).toBeCloseTo(0.3 + 0.1 * 15, 9);
    expect(savitzkyGolay(parabola, 9, 2)[15]).toBeCloseTo(0.1, 9);
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
  it.each(trainers)('%s tells three clouds apart and stays at chance on noise', (_, train) => {
    const [training, asked] = [clouds(300), clouds(300)];
    const good = score(asked.labels, train(training.matrix, training.labels).predict(asked.matrix));
    expect(good.accuracy).toBeGreaterThan(0.97);
    const mixed = training.labels.map((_, i) => 'abc'[(i * 7 + Math.floor(i / 3)) % 3]!);
    const lost = score(asked.labels, train(training.matrix, mixed).predict(asked.matrix));
    expect(lost.accuracy).toBeLessThan(0.7);
  });
  it('balanced accuracy weighs classes, accuracy weighs pieces', () => {
    const result = score(['a', 'a', 'a', 'b'], ['a', 'a', 'a', 'a']);
    expect(result).toEqual({ count: 4, accuracy: 0.75, balanced: 0.5 });
  });
});
