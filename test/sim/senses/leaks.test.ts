import { describe, expect, test } from 'vitest';
import { drawKey, uniformAt } from '../../../sim/kernel/random/random.ts';
import { type ItemState, makeItem } from '../../../sim/materials/item.ts';
import { defaultSensors } from '../../../sim/senses/sensors.ts';
import { Spectrometer } from '../../../sim/senses/spectral/spectrometer.ts';
import { Thermograph } from '../../../sim/senses/thermal/thermograph.ts';
import { Camera } from '../../../sim/senses/visual/camera.ts';

const heatEye21 = new Thermograph(21);
const heatEye31 = new Thermograph(31);
const probe21 = new Spectrometer(21);
const probe31 = new Spectrometer(31);
const eye = new Camera(21);
/** Nothing but the physics may tell a material: not the noise, not the order, not the id. */

const sensors = defaultSensors();
const classes = ['pet-bottle-clear', 'cardboard', 'aluminium-can', 'cotton', 'pp-tray-black'];
const PER_CLASS = 60;

interface Labelled {
  readonly label: number;
  readonly features: Float64Array;
}

/** Accuracy of nearest centroid, trained on the first half, tested on the second. */
function nearestCentroid(samples: readonly Labelled[]): { accuracy: number; limit: number } {
  const half = Math.floor(samples.length / 2);
  const size = samples[0]!.features.length;
  const centres = classes.map(() => new Float64Array(size));
  const counts = classes.map(() => 0);
  for (const { label, features } of samples.slice(0, half)) {
    counts[label]!++;
    features.forEach((v, i) => {
      centres[label]![i]! += v;
    });
  }
  centres.forEach((centre, label) => {
    for (let i = 0; i < size; i++) centre[i]! /= Math.max(1, counts[label]!);
  });
  const guess = (features: Float64Array) => {
    const far = centres.map((centre) =>
      centre.reduce((sum, v, i) => sum + (v - features[i]!) * (v - features[i]!), 0),
    );
    return far.indexOf(Math.min(...far));
  };
  const tested = samples.slice(half);
  const right = tested.filter(({ label, features }) => guess(features) === label).length;
  const chance = 1 / classes.length;
  return {
    accuracy: right / tested.length,
    limit: chance + 3 * Math.sqrt((chance * (1 - chance)) / tested.length),
  };
}

/** Labelled items in a drawn order, so that neither order nor id follows the label. */
function population(): { item: ItemState; label: number }[] {
  const key = drawKey(77, 0, 'test', 'order');
  return Array.from({ length: classes.length * PER_CLASS }, (_, i) => {
    const label = Math.floor(uniformAt(key, i) * classes.length);
    return { item: makeItem({ seed: 21, itemId: i, materialId: classes[label]! }), label };
  });
}
const people = population();

function report(name: string, samples: readonly Labelled[]): void {
  const { accuracy, limit } = nearestCentroid(samples);
  console.log(
    `leak ${name}: ${(100 * accuracy).toFixed(1)} %, chance + 3 sigma ${(100 * limit).toFixed(1)} %`,
  );
  expect(accuracy).toBeLessThan(limit);
}

describe('no leak', () => {
  test('colour: the noise in the corners, where no item lies, is silent about the class', () => {
    // Sign of the residual: its size may follow brightness, which is physics.
    report(
      'rgb residual',
      people.map(({ item, label }) => {
        const a = eye.render(item, sensors.visual);
        const b = eye.render(item, sensors.visual, undefined, false);
        return { label, features: Float64Array.from({ length: 192 }, (_, i) => Math.sign(a[i]! - b[i]!)) };
      }),
    );
  });

  test('heat: the residual of every frame', () => {
    report(
      'thermal residual',
      people.map(({ item, label }) => {
        const a = heatEye21.render(item, sensors.thermal);
        const b = heatEye21.render(item, sensors.thermal, undefined, false);
        return { label, features: Float64Array.from({ length: 512 }, (_, i) => a[i * 16]! - b[i * 16]!) };
      }),
    );
  });

  test('spectrum: the sign of the residual', () => {
    report(
      'spectral residual',
      people.map(({ item, label }) => {
        const a = probe21.render(item, sensors.spectral);
        const b = probe21.render(item, sensors.spectral, undefined, false);
        return { label, features: Float64Array.from(a, (v, i) => Math.sign(v - b[i]!)) };
      }),
    );
  });

  test('file order and item id', () => {
    report(
      'order and id',
      people.map(({ item, label }, i) => ({
        label,
        features: Float64Array.of(
          i / people.length,
          item.itemId % 2,
          item.itemId % 7,
          (item.itemId * 2654435761) % 97,
        ),
      })),
    );
  });

  test('nuisances are drawn alike for every class: soil, water, pose, temperature within one look', () => {
    const fields = ['soilGPerM2', 'waterFilmUm', 'yawRad', 'tempK', 'crumple', 'labelCover'] as const;
    for (let itemId = 0; itemId < 50; itemId++) {
      const a = makeItem({ seed: 3, itemId, materialId: 'pet-tray-coloured', lookCoupling: 0 });
      const b = makeItem({ seed: 3, itemId, materialId: 'ps-tray-coloured', lookCoupling: 0 });
      for (const field of fields) expect(a[field], field).toBe(b[field]);
    }
  });
});

/** Squared correlation of two columns. */
function r2(xs: readonly number[], ys: readonly number[]): number {
  const mean = (v: readonly number[]) => v.reduce((a, b) => a + b, 0) / v.length;
  const [mx, my] = [mean(xs), mean(ys)];
  let [xy, xx, yy] = [0, 0, 0];
  xs.forEach((x, i) => {
    xy += (x - mx) * (ys[i]! - my);
    xx += (x - mx) * (x - mx);
    yy += (ys[i]! - my) * (ys[i]! - my);
  });
  return (xy * xy) / (xx * yy);
}

/** Mean apparent temperature of the middle 8 x 8 pixels in each frame. */
function middleCurve(film: Float32Array): number[] {
  return Array.from({ length: 8 }, (_, f) => {
    let sum = 0;
    for (let y = 12; y < 20; y++) for (let x = 12; x < 20; x++) sum += film[f * 1024 + y * 32 + x]!;
    return sum / 64;
  });
}

describe('one state behind the three senses', () => {
  test('the spectrum of dyed trays predicts how warm the flash leaves them, until the streams are shuffled', () => {
    // A dye that takes all visible light and no infrared: every piece takes up the same flash, so that thickness alone
    // sets what is left of it (1 / (rho cp L)); pieces in balance with the hall, instruments fresh from calibration.
    const depth: number[] = [];
    const cooling: number[] = [];
    const spectrometer = {
      ...sensors.spectral,
      axisJitterNm: 0,
      gainSpread: 0,
      specularMax: 0,
      backing: [0.6, 0.6] as const,
    };
    const thermograph = { ...sensors.thermal, offsetSpreadK: 0 };
    const dye = {
      tio2Pct: 0,
      carbonBlackPct: 0,
      ironOxidePct: 0,
      bluePct: 0,
      greenPct: 0,
      redPct: 0,
      yellowPct: 0,
      blackDyePct: 1.5,
    };
    const still = { soilGPerM2: 0, waterFilmUm: 0, labelCover: 0, crumple: 0, tempK: thermograph.airTempK };
    for (let itemId = 0; itemId < 400; itemId++) {
      const drawn = makeItem({ seed: 31, itemId, materialId: 'pet-tray-coloured', state: 1 });
      const item = { ...drawn, ...dye, ...still };
      const spectrum = probe31.render(item, spectrometer);
      const at = (nm: number) => spectrum[Math.round(((nm - 900) / 800) * 127)]!;
      depth.push(Math.log(Math.max(0.02, -Math.log(at(1660) / (0.5 * (at(1600) + at(1620)))))));
      const curve = middleCurve(heatEye31.render(item, thermograph));
      cooling.push(Math.log(Math.max(0.01, curve[7]! - thermograph.airTempK - 0.1)));
    }
    const joined = r2(depth, cooling);
    const shuffled = r2(
      depth,
      cooling.map((_, i) => cooling[(i * 173 + 59) % 400]!),
    );
    console.log(
      `shared state: thickness by NIR against the heat left by the flash, R2 ${joined.toFixed(2)}, shuffled ${shuffled.toFixed(3)}`,
    );
    expect(joined).toBeGreaterThan(0.7);
    expect(shuffled).toBeLessThan(0.05);
  });
});
