import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bandReport } from '../../scenarios/spectra/validate/band-report.ts';
import {
  angleReport,
  classifyAll,
  onGrid,
  syntheticSpectra,
} from '../../scenarios/spectra/validate/compare.ts';
import {
  comparableGrid,
  gridFor,
  interpolate,
  medianOf,
  resample,
} from '../../scenarios/spectra/validate/grid.ts';
import { validationPage } from '../../scenarios/spectra/validate/plots.ts';
import { readSpectra } from '../../scenarios/spectra/validate/read.ts';
import { validationTables } from '../../scenarios/spectra/validate/tables.ts';
import { emptyFolder } from './command.ts';
import { inProcess } from './in-process.ts';

const nm = Array.from({ length: 181 }, (_, i) => 1000 + 5 * i);
const header = ['material', 'class', ...nm.map((n) => `nm_${n}`)].join(',');
const good = `cup,pp,${nm.map((n) => (0.55 + 0.04 * Math.sin(n / 80)).toFixed(4)).join(',')}`;

/** A file with one spectrum at `count` wavelengths. */
const flat = (from: number, step: number, count: number) => {
  const axis = Array.from({ length: count }, (_, i) => `nm_${Number((from + i * step).toFixed(3))}`);
  return `material,class,${axis.join(',')}\ncup,pp,${axis.map(() => '0.5').join(',')}\n`;
};

it('refuses a folder that holds what looptwin did not write; --force leaves that alone', async () => {
  const { path, remove } = emptyFolder();
  await inProcess('synth spectra --classes pet,pp --count 8 --out s.csv', path).run;
  const validate = (more: string) => inProcess(`validate spectra s.csv --count 5 --out v ${more}`, path).run;
  await validate('');
  await validate('');
  const page = readFileSync(join(path, 'v/validation.html'));
  writeFileSync(join(path, 'v/note.txt'), 'mine');
  await expect(validate('')).rejects.toThrow(/v: holds files that looptwin did not write: note\.txt/);
  await validate('--force');
  expect(readFileSync(join(path, 'v/validation.html')).equals(page)).toBe(true);
  mkdirSync(join(path, 'w'));
  writeFileSync(join(path, 'w/validation.txt'), 'mine');
  await expect(inProcess('validate spectra s.csv --count 5 --out w --force', path).run).rejects.toThrow(
    /w: holds files that looptwin did not write: validation\.txt/,
  );
  expect(readFileSync(join(path, 'w/validation.txt'), 'utf8')).toBe('mine');
  remove();
});

describe('reading measured spectra', () => {
  it('takes the header of looptwin synth spectra, with or without a byte-order mark', () => {
    const measured = readSpectra(`\uFEFF${header}\r\n${good}\r\n`, 'm.csv');
    expect(measured.classes).toEqual(['PP']);
    expect(measured.wavelengthsNm[1]).toBe(1005);
    expect(measured.spectra[0]!.length).toBe(181);
  });

  it.each([
    [
      'missing bands',
      `${header}\n${good.split(',').slice(0, 100).join(',')}`,
      /m.csv:2: a row must have 183 cells.*got 100.*nm_1490/,
    ],
    [
      'text in numbers',
      `${header}\n${good.replace(/0\.5\d+/, 'n.a.')}`,
      /m.csv:2 column 3 \(nm_1000\).*must be a number, got "n.a."/,
    ],
    ['an empty cell', `${header}\n${good.replace(/,0\.5\d+/, ',')}`, /m.csv:2 column 3.*got ""/],
    [
      'percent',
      `${header}\n${good.replace(/0\.5\d+/, '52.3')}`,
      /m.csv:2 column 3.*fraction 0..1, got 52.3.*percent: divide by 100/,
    ],
    [
      'descending wavelengths',
      `material,class,${[...nm]
        .reverse()
        .map((n) => `nm_${n}`)
        .join(',')}\n${good}`,
      /m.csv:1 column 4: wavelengths must ascend, got "nm_1900 before nm_1895"/,
    ],
    ['another header', `id,class,${nm.join(',')}\n${good}`, /must begin with material,class, got "id,class"/],
    ['a bare wavelength', `material,class,${nm.join(',')}\n${good}`, /named nm_<wavelength>, got "1000"/],
    ['nothing', `${header}\n`, /no spectra/],
    [
      'wavelengths beyond the tables',
      flat(2600, 5, 181),
      /^m.csv:1: wavelengths must overlap 900-2450 nm, got "2600-3500". Measure in that range; give nm, not um$/,
    ],
    ['visible light alone', flat(450, 5, 63), /must overlap 900-2450 nm, got "450-760"/],
    ['micrometres', flat(0.9, 0.005, 201), /must overlap 900-2450 nm, got "0.9-1.9".*not um/],
    [
      'eight bands',
      flat(1000, 5, 8),
      /m.csv:1: needs at least 18 bands, 5 nm apart.*, got 8\. Measure a wider/,
    ],
    ['few bands in range', flat(700, 50, 12), /at least 18 bands, 50 nm apart.*, got 8/],
  ])('says what, got, where and cure for %s', (_, text, message) => {
    expect(() => comparableGrid(readSpectra(text, 'm.csv').wavelengthsNm, 'm.csv')).toThrow(message);
  });

  it('lists every problem, not only the first', () => {
    const bad = good.replaceAll('0.5', 'x');
    expect(() => readSpectra(`${header}\n${bad}\n${bad}`, 'm.csv')).toThrow(/more problems/);
  });
});

describe('grids', () => {
  it('takes the measured range, at 5 nm or the measured step', () => {
    expect(gridFor([1001, 1002, 1003, 1004, 1012])).toEqual({ fromNm: 1005, toNm: 1010, stepNm: 5 });
    expect(gridFor([950, 960, 970, 980])).toEqual({ fromNm: 950, toNm: 980, stepNm: 10 });
  });
  it('interpolates', () => {
    expect(interpolate([1, 2, 4], [10, 20, 40], 3)).toBe(30);
    expect(interpolate([1, 2, 4], [10, 20, 40], 9)).toBe(40);
    const line = Float64Array.from({ length: 101 }, (_, i) => i);
    expect(
      resample(
        line.map((i) => 1000 + i),
        line,
        { fromNm: 1010, toNm: 1020, stepNm: 5 },
      ),
    ).toEqual(Float64Array.of(10, 15, 20));
    expect(medianOf([3, 1, 2, 10])).toBe(2.5);
  });

  it('leaves a spike alone on an equal grid and takes the mean over a step of a finer one', () => {
    const grid = { fromNm: 1000, toNm: 1020, stepNm: 5 };
    const spikeAt = (middle: number, step: number) => {
      const axis = Float64Array.from({ length: 20 / step + 1 }, (_, i) => 1000 + i * step);
      return resample(
        axis,
        axis.map((x) => (x === middle ? 1 : 0)),
        grid,
      );
    };
    expect(spikeAt(1010, 5)).toEqual(Float64Array.of(0, 0, 1, 0, 0));
    expect(spikeAt(1000, 5)).toEqual(Float64Array.of(1, 0, 0, 0, 0));
    expect(spikeAt(1010, 1)).toEqual(Float64Array.of(0, 0, 0.2, 0, 0));
    expect(spikeAt(1015, 10)).toEqual(Float64Array.of(0, 0, 0, 0, 0));
    expect(spikeAt(1010, 10)).toEqual(Float64Array.of(0, 0.5, 1, 0.5, 0));
  });

  it('keeps the axis where the samples are uneven', () => {
    const axis = Float64Array.of(1000, 1001, 1004, 1006, 1009, 1010, 1012, 1017, 1020);
    const line = resample(axis, axis, { fromNm: 1000, toNm: 1020, stepNm: 5 });
    line.forEach((value, i) => {
      expect(value).toBeCloseTo(1000 + 5 * i, 9);
    });
  });
});

describe('scoring the generator', () => {
  it('knows its own spectra of another seed, and notices bands that are 10 nm off', () => {
    const grid = { fromNm: 1000, toNm: 1750, stepNm: 5 };
    const classes = ['PET', 'PP', 'PS'];
    const of = (seed: number, count: number) =>
      syntheticSpectra({ classes, seed, states: [0], rinsedShare: 1 }, count, grid);
    const training = of(1, 120);
    const own = of(2, 30);
    const asked = onGrid(
      {
        wavelengthsNm: Float64Array.from({ length: 151 }, (_, i) => 1000 + 5 * i),
        classes: own.labels,
        spectra: own.reflectance,
      },
      grid,
    );
    const results = classifyAll(training, asked);
    const lda = (set: typeof results) =>
      set.find((r) => r.classifier === 'LDA' && r.preprocessing === 'snv-d1')!.light;
    expect(lda(results).accuracy).toBeGreaterThan(0.95);
    const report = angleReport(training, asked);
    expect(report.map((r) => r.code)).toEqual(classes);
    for (const one of report) expect(one.angleRad).toBeLessThan(0.35);
    const bands = bandReport(asked, training, grid);
    const off = bands.filter((b) => Math.abs(b.syntheticNm - b.measuredNm) > 5);
    expect(bands.length).toBeGreaterThan(6);
    expect(off.length).toBeLessThan(bands.length / 4);
    const shifted = {
      labels: asked.labels,
      reflectance: asked.reflectance.map((r) => r.map((_, i) => r[Math.max(i - 2, 0)]!)),
    };
    const moved = bandReport(shifted, training, grid).filter(
      (b) => Math.abs(b.syntheticNm - b.measuredNm) > 5,
    );
    expect(moved.length).toBeGreaterThan(off.length + 3);
    const text = validationTables(report, results, bands);
    expect(text).toMatch(/LDA on snv-d1 +\d+\.\d % +\d+\.\d %/);
    const page = validationPage('try', asked, training, grid, results[0]!, text);
    expect(page).toContain('<svg');
    expect(page).toContain('PP');
    const evil = '<IMG SRC=X ONERROR="hacked">';
    const called = { ...asked, labels: asked.labels.map((label) => (label === 'PP' ? evil : label)) };
    const hostile = validationPage(evil, called, training, grid, results[0]!, evil);
    expect(hostile).not.toMatch(/<img/i);
    expect(hostile.match(/&lt;IMG SRC=X/g)!.length).toBeGreaterThan(3);
  });
});
