import { FULL_COUPLING } from '../../sim/materials/appearance.ts';
import { makeItem } from '../../sim/materials/item.ts';
import type { Sense } from '../../sim/record/frames.ts';
import { type Calibration, lnDensity, type Weight } from '../../sim/site/robot/calibrated.ts';
import { type Dataset, rowsOf } from '../data/dataset.ts';
import { CAMERA } from '../nets/inputs.ts';
import type { Model } from '../nets/model.ts';
import { confusionsOf } from './confusions.ts';
import { predict } from './infer.ts';

/** Temperatures that are tried: from an answer made surer to one of which a quarter of the logits is believed. */
const TEMPERATURES = Array.from({ length: 34 }, (_, i) => 0.7 + 0.1 * i);

/** Narrowest spread of the weights of one material, as twenty things cannot show less (ours). */
const LEAST_SD_LN = 0.15;
const LEAST = 1e-9;

/** By the senses that are used, joined by a plus sign. */
export type Calibrations = Readonly<Record<string, Calibration>>;

/**
 * How far a network's answers on material are to be believed, with each set of senses that it may be asked with: the temperature with
 * the best likelihood of the validation items, what it takes for what among them, and what the labelled items of each material weigh.
 */
export function calibrationsOf(model: Model, data: Dataset): Calibrations {
  const rows = rowsOf(data, 'validation');
  if (rows.length === 0 || !model.heads.includes('material')) return {};
  const weights = weightsOf(data);
  const masses = Float64Array.from(rows, (row) => massOf(data, row));
  return Object.fromEntries(
    askedWith(model).map((senses) => {
      const { material } = predict(model, data, rows, model.kind === 'teacher' ? { visible: senses } : {});
      const costs = TEMPERATURES.map((t) => surprise(material, t, weights, masses, data, rows));
      const temperature = TEMPERATURES[costs.indexOf(Math.min(...costs))]!;
      const confusions = confusionsOf(material, temperature, rows, data);
      return [senses.join('+'), { temperature, confusions, weights }];
    }),
  );
}

/** A student is asked with all of its senses, a teacher also with fewer, the camera among them where it has one. */
function askedWith({ kind, senses }: Model): Sense[][] {
  if (kind === 'student') return [[...senses]];
  const sets = Array.from({ length: (1 << senses.length) - 1 }, (_, i) =>
    senses.filter((_, s) => ((i + 1) >> s) % 2 === 1),
  );
  return senses.includes(CAMERA) ? sets.filter((set) => set.includes(CAMERA)) : sets;
}

/** The item of a row is made again: a data set keeps what is seen of it, not what it weighs. */
function massOf({ spec, labels, itemId, material }: Dataset, row: number): number {
  const how = { evenDamage: true, lookCoupling: spec.lookCoupling ?? FULL_COUPLING };
  return makeItem({
    ...how,
    ...{ seed: spec.seed, itemId: itemId[row]!, materialId: labels[material[row]!]! },
  }).massKg;
}

function weightsOf(data: Dataset): Weight[] {
  const byLabel = data.labels.map((): number[] => []);
  for (const row of rowsOf(data, 'labelled')) byLabel[data.material[row]!]!.push(Math.log(massOf(data, row)));
  if (byLabel.some((lnKg) => lnKg.length < 2)) return [];
  return byLabel.map((lnKg) => {
    const meanLnKg = lnKg.reduce((sum, x) => sum + x, 0) / lnKg.length;
    const squares = lnKg.reduce((sum, x) => sum + (x - meanLnKg) * (x - meanLnKg), 0);
    return { meanLnKg, sdLnKg: Math.max(LEAST_SD_LN, Math.sqrt(squares / (lnKg.length - 1))) };
  });
}

/** Mean negative log-likelihood of the true materials at a temperature. */
function surprise(
  material: Float32Array,
  temperature: number,
  weights: readonly Weight[],
  masses: Float64Array,
  data: Dataset,
  rows: Int32Array,
): number {
  const classes = data.labels.length;
  let sum = 0;
  rows.forEach((row, i) => {
    const logits = data.labels.map((_, k) => {
      const weight = weights[k] === undefined ? 0 : lnDensity(weights[k], masses[i]!);
      return Math.log(Math.max(LEAST, material[i * classes + k]!)) / temperature + weight;
    });
    const most = Math.max(...logits);
    const all = logits.reduce((total, logit) => total + Math.exp(logit - most), 0);
    sum += most + Math.log(all) - logits[data.material[row]!]!;
  });
  return sum / rows.length;
}
