import { materialById } from '../../../sim/materials/catalogue.ts';
import { Spectrometer } from '../../../sim/senses/spectral/spectrometer.ts';
import { unitOf } from '../../../sim/senses/spectral/units.ts';
import { labelsIn, type Score, score, type Trainer } from '../chemometrics/classifier.ts';
import { discriminantAnalysis, plainDiscriminant, ridgeClassifier } from '../chemometrics/linear.ts';
import { nearestNeighbours } from '../chemometrics/nearest-neighbours.ts';
import {
  type Matrix,
  matrixOf,
  type Preprocessing,
  preprocess,
  rowOf,
  spectralAngle,
} from '../chemometrics/preprocess.ts';
import { type Household, pieceAt } from '../synth/household.ts';
import { nominalSpectrometer } from '../synth/spectra.ts';
import { type Grid, medianOf, resample } from './grid.ts';
import type { MeasuredSpectra } from './read.ts';

/** Mean reflectance below which a piece counts as dark: carbon black leaves 0.01 to 0.1 (USGS splib07). */
export const DARK_REFLECTANCE = 0.1;

/** Spectra on one grid with their labels; rows of `reflectance` are pieces. */
export interface LabelledSpectra {
  readonly labels: readonly string[];
  readonly reflectance: readonly Float64Array[];
}

/** Synthetic spectra of the given household on a grid, one look a piece. */
export function syntheticSpectra(household: Household, count: number, grid: Grid): LabelledSpectra {
  const nominal = nominalSpectrometer({ household, count, instrument: 'extended', ...grid });
  const rows = count * household.classes.length;
  const labels: string[] = [];
  const spectrometer = new Spectrometer(household.seed);
  const reflectance = Array.from({ length: rows }, (_, row) => {
    const item = pieceAt(household, row);
    labels.push(materialById(item.materialId).class);
    return Float64Array.from(spectrometer.render(item, unitOf(nominal, household.seed, row)));
  });
  return { labels, reflectance };
}

/** Measured spectra brought to the grid: means where they are finer, linear interpolation elsewhere. */
export function onGrid(measured: MeasuredSpectra, grid: Grid): LabelledSpectra {
  return {
    labels: measured.classes,
    reflectance: measured.spectra.map((spectrum) => resample(measured.wavelengthsNm, spectrum, grid)),
  };
}

export interface ClassifierResult {
  readonly preprocessing: Preprocessing;
  readonly classifier: string;
  readonly light: Score;
  readonly dark: Score;
  /** Answers for all rows, in their order. */
  readonly answers: readonly string[];
}

const PREPROCESSINGS: readonly Preprocessing[] = ['raw', 'snv', 'snv-d1', 'snv-d2'];
const TRAINERS: readonly Trainer[] = [
  nearestNeighbours(5),
  discriminantAnalysis,
  plainDiscriminant,
  ridgeClassifier,
];

/**
 * Trains k-NN, LDA with and without shrinkage and a linear classifier on the first set alone and asks them about the second, after
 * each of some preprocessings; dark pieces apart.
 */
export function classifyAll(
  training: LabelledSpectra,
  asked: LabelledSpectra,
  sameAs: (label: string) => string = (label) => label,
  preprocessings: readonly Preprocessing[] = PREPROCESSINGS,
): ClassifierResult[] {
  const dark = asked.reflectance.map(isDark);
  return preprocessings.flatMap((preprocessing) => {
    const known = prepared(training, preprocessing);
    const unknown = prepared(asked, preprocessing);
    return TRAINERS.map((train) => {
      const classifier = train(known, training.labels);
      const answers = classifier.predict(unknown);
      const scoreOf = (wanted: boolean) => {
        const ofRows = (labels: readonly string[]) => labels.filter((_, i) => dark[i] === wanted).map(sameAs);
        return score(ofRows(asked.labels), ofRows(answers));
      };
      return {
        preprocessing,
        classifier: classifier.name,
        light: scoreOf(false),
        dark: scoreOf(true),
        answers,
      };
    });
  });
}

export function isDark(reflectance: ArrayLike<number>): boolean {
  const sum = Array.from(reflectance).reduce((total, r) => total + r, 0);
  return sum / reflectance.length < DARK_REFLECTANCE;
}

export function prepared(set: LabelledSpectra, preprocessing: Preprocessing): Matrix {
  return matrixOf(set.reflectance.map((r) => preprocess(r, preprocessing)));
}

export interface ClassReport {
  readonly code: string;
  readonly count: number;
  readonly dark: number;
  /** Share of light pieces whose nearest synthetic class (smallest angle after SNV of the derivative) is their own. */
  readonly nearestRight: number;
  /** Angle to the nearest synthetic spectrum of the own class, radians: median over light pieces. */
  readonly angleRad: number;
}

/** Nearest class and spectral angle of each class, by SNV of the first derivative. */
export function angleReport(training: LabelledSpectra, asked: LabelledSpectra): ClassReport[] {
  const known = prepared(training, 'snv-d1');
  const unknown = prepared(asked, 'snv-d1');
  const pieces = asked.reflectance.map((reflectance, i) => ({
    label: asked.labels[i],
    light: !isDark(reflectance),
    nearest: nearestByClass(rowOf(unknown, i), known, training.labels),
  }));
  return labelsIn(asked.labels).map((code) => {
    const rows = pieces.filter(({ label }) => label === code);
    const light = rows.filter((piece) => piece.light);
    const right = light.filter(({ nearest }) => smallest(nearest) === code);
    return {
      code,
      count: rows.length,
      dark: rows.length - light.length,
      nearestRight: light.length ? right.length / light.length : Number.NaN,
      angleRad: medianOf(light.map(({ nearest }) => nearest.get(code) ?? Number.NaN)),
    };
  });
}

function nearestByClass(row: Float64Array, known: Matrix, labels: readonly string[]): Map<string, number> {
  const best = new Map<string, number>();
  labels.forEach((label, j) => {
    const angle = spectralAngle(row, rowOf(known, j));
    if (angle < (best.get(label) ?? Number.POSITIVE_INFINITY)) best.set(label, angle);
  });
  return best;
}

function smallest(angles: ReadonlyMap<string, number>): string {
  let code = '';
  let least = Number.POSITIVE_INFINITY;
  for (const [label, angle] of angles) if (angle < least) [code, least] = [label, angle];
  return code;
}
