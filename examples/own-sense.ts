/**
 * A sense of your own, a gauge that weighs an item and measures its length, and a perception that has nothing else: first a data
 * set of what the gauge reads, then a day on which all robots go by it. Run it with: node examples/own-sense.ts
 */
import {
  type Belief,
  type Classifier,
  type Frames,
  makeItem,
  type OwnDay,
  run,
  type SenseModel,
} from 'looptwin';
import { drawKey, itemStream, normal } from 'looptwin/kernel';

/** Relative error of a reading, one standard deviation. */
interface GaugeState {
  readonly errorShare: number;
}

const gauge: SenseModel<GaugeState> = {
  name: 'gauge',
  title: 'Gauge',
  fresh: () => ({ errorShare: 0.03 }),
  ranges: { errorShare: { least: 0, most: 1 } },
  problems: () => [],
  cost: () => ({ energyJ: 0.02, timeUs: 20_000 }),
  partsEur: () => 60, // a load cell and a light gate (a guess)
  worn: (state) => state,
  tested: (condition) => ({ errorShare: condition === 'faulty' ? 0.3 : 0.06 }),
  shape: () => [2],
  input: { kind: 'vector', variate: false, hidden: 8, features: 4 },
  drawing: () => ({ kind: 'bars', labels: ['mass', 'length'], yLabel: 'natural logarithm of kg, of m' }),
  open(seed) {
    const key = drawKey(seed, 0, 'gauge', 'noise'); // a number an item, whatever was measured before
    return {
      render({ itemId, massKg, lengthM }, { errorShare }, noise = true) {
        const rng = itemStream(key, itemId);
        const error = () => (noise ? normal(rng, 0, errorShare) : 0);
        return Float32Array.of(Math.log(massKg) + error(), Math.log(lengthM) + error());
      },
    };
  },
};

/** The data set: readings of items of one material, in all states. */
function readings(materialId: string, count: number): Float32Array[] {
  const instrument = gauge.open(1);
  return Array.from({ length: count }, (_, i) => {
    const item = makeItem({ seed: 1, itemId: 1_000_000 + i, materialId, state: i % 10 });
    return Float32Array.from(instrument.render(item, gauge.fresh()));
  });
}

/** Mean and variance of each reading. */
function spread(rows: readonly Float32Array[]) {
  return [0, 1].map((k) => {
    const mean = rows.reduce((sum, row) => sum + (row[k] ?? 0), 0) / rows.length;
    const square = (row: Float32Array) => ((row[k] ?? 0) - mean) * ((row[k] ?? 0) - mean);
    return { mean, variance: rows.reduce((sum, row) => sum + square(row), 0) / rows.length + 1e-4 };
  });
}

/** Bayes' rule with a normal distribution for each material and reading. */
function byGauge({ labels }: OwnDay): Classifier {
  const known = labels.map((label) => spread(readings(label, 60)));
  const modelId = 'gauge-bayes';
  const state = new Float32Array(10).fill(0.1); // a gauge knows nothing of an item's condition
  const believe = ({ streams }: Frames): Belief => {
    const seen = streams.gauge?.values ?? [];
    const logs = known.map((of) =>
      of.reduce((sum, { mean, variance }, k) => {
        const off = (seen[k] ?? 0) - mean;
        return sum - (off * off) / (2 * variance) - Math.log(variance) / 2;
      }, 0),
    );
    const most = Math.max(...logs);
    const weights = logs.map((log) => Math.exp(log - most));
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    return {
      modelId,
      material: Float32Array.from(weights, (w) => w / all),
      state,
      quality: { mean: 0.5, sd: 0.3 },
    };
  };
  return {
    ...{ modelId, labels, senses: ['gauge'], cost: { energyJ: 1e-6, timeUs: 10 } },
    classify: (batch) => batch.map(believe),
  };
}

const [first] = readings('aluminium-can', 1);
console.log(`a can: ${[...(first ?? [])].map((value) => value.toFixed(2)).join(', ')}`);

const { document } = await run('smoke', {
  set: ['policies.perceptions=[perfect]'], // needs no trained network
  senses: [gauge],
  perceptions: { gauge: byGauge },
});
for (const { name, accuracy, regretEur } of document.perceptions) {
  const eur = Math.round(100 * regretEur) / 100 + 0; // what is below zero by a rounding error is zero
  console.log(
    `${name}: ${(100 * accuracy.material).toFixed(1)} % of the materials, regret EUR ${eur.toFixed(2)}`,
  );
}
