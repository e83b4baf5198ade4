import { expect, it } from 'vitest';
import { score, type Trainer } from '../../scenarios/spectra/chemometrics/classifier.ts';
import { discriminantAnalysis } from '../../scenarios/spectra/chemometrics/linear.ts';
import { nearestNeighbours } from '../../scenarios/spectra/chemometrics/nearest-neighbours.ts';
import { matrixOf, preprocess } from '../../scenarios/spectra/chemometrics/preprocess.ts';
import type { Household } from '../../scenarios/spectra/synth/household.ts';
import { boardFrom } from '../../scenarios/spectra/synth/led-board.ts';
import { ledRows } from '../../scenarios/spectra/synth/leds.ts';
import { spectraRows } from '../../scenarios/spectra/synth/spectra.ts';

/** The plastics of a household bin that are told apart by near infrared. */
const PLASTICS = ['PET', 'HDPE', 'PP', 'PS', 'PVC'];
const household: Household = { classes: PLASTICS, seed: 1, states: [0, 1, 2, 3], rinsedShare: 1 };
const [trained, asked] = [900, 450];

/** Balanced accuracy of each trainer on SNV of absorbance: trained on the first rows, asked about the later ones. */
function accuracies(rowAt: (row: number) => string): number[] {
  const rows = Array.from({ length: trained + asked }, (_, row) => rowAt(row).split(','));
  const set = (part: typeof rows) => ({
    x: matrixOf(part.map((cells) => preprocess(Float64Array.from(cells.slice(2), Number), 'snv'))),
    y: part.map(([, code = '']) => code),
  });
  const [known, unknown] = [set(rows.slice(0, trained)), set(rows.slice(trained))];
  return TRAINERS.map((train) => score(unknown.y, train(known.x, known.y).predict(unknown.x)).balanced);
}

const TRAINERS: readonly Trainer[] = [discriminantAnalysis, nearestNeighbours(5)];

it('tells plastics apart with eight LEDs, worse than a spectrometer does on the same pieces', () => {
  const board = boardFrom(undefined, process.cwd());
  const byLeds = accuracies(ledRows({ household, count: 1, instrument: 'led', board }));
  // 128 bands.
  const grid = { fromNm: 900, toNm: 1662, stepNm: 6 };
  const byBands = accuracies(spectraRows({ household, count: 1, instrument: 'ingaas-1.7', ...grid }));
  // The figures of docs/senses/led.md.
  const stated = { leds: [0.68, 0.72], bands: [0.87, 0.87] };
  TRAINERS.forEach((_, i) => {
    expect(Math.abs(byLeds[i]! - stated.leds[i]!)).toBeLessThan(0.03);
    expect(Math.abs(byBands[i]! - stated.bands[i]!)).toBeLessThan(0.03);
  });
});
