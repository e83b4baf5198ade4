import { type Dataset, type DatasetSpec, SPLITS, THERMAL_VALUES } from '../../models/dataset.ts';
import { drawKey, normalAt, uniformAt } from '../../sim/kernel/random.ts';

/**
 * A small data set whose truth is known: 4 materials in 2 looks. The image shows the look, spectrum and thermal tell
 * the two materials of a look apart. Catalogue ids, so that classes and families exist.
 */
export const TOY_MATERIALS = ['aluminium-sheet', 'cardboard', 'glass-clear', 'pet-bottle-clear'] as const;
const PX = 32;
const BANDS = 16;

export function toyDataset(
  perMaterial: Partial<DatasetSpec['perMaterial']> = {},
  seed = 1,
  labels: readonly string[] = TOY_MATERIALS,
): Dataset {
  const counts = { labelled: 16, unlabelled: 32, validation: 16, calibration: 0, test: 32, ...perMaterial };
  const spec = { materials: labels, perMaterial: counts, imagePx: PX, seed, testDraw: 0 } as const;
  const plan = SPLITS.flatMap((split, code) =>
    labels.flatMap((_, material) => Array.from({ length: counts[split] }, () => ({ code, material }))),
  );
  const count = plan.length;
  const data = {
    itemId: Uint32Array.from(plan, (_, i) => i),
    split: Uint8Array.from(plan, ({ code }) => code),
    material: Uint8Array.from(plan, ({ material }) => material),
    state: new Uint8Array(count),
    quality: new Float32Array(count),
    rgb: new Uint8Array(count * PX * PX * 3),
    thermal: new Int16Array(count * THERMAL_VALUES),
    reflectance: new Float32Array(count * BANDS),
  };
  const key = drawKey(seed, 0, 'toy', 'values');
  for (let i = 0; i < count; i++)
    fillRow(data, i, plan[i]!.material, (index) => [uniformAt(key, i, index), normalAt(key, i, index)]);
  return { spec, labels, bands: BANDS, count, ...data };
}

function fillRow(
  data: Omit<Dataset, 'spec' | 'labels' | 'bands' | 'count'>,
  row: number,
  material: number,
  draw: (index: number) => [number, number],
): void {
  const look = material >> 1;
  const member = material & 1;
  const wear = draw(0)[0];
  data.state[row] = Math.floor(wear * 10);
  data.quality[row] = 1 - wear;
  for (let p = 0; p < PX * PX; p++) {
    for (let c = 0; c < 3; c++) {
      const level = 90 + 60 * wear + (look === 1 && c === 0 ? 25 : 0) + 30 * draw(10 + ((p * 3 + c) % 97))[1];
      data.rgb[row * PX * PX * 3 + p * 3 + c] = Math.max(0, Math.min(255, Math.round(level)));
    }
  }
  for (let i = 0; i < THERMAL_VALUES; i++) {
    const frame = i >> 10;
    const kelvin = 20 + 5 * member * Math.exp(-frame / 3) + 0.5 * draw(200 + (i % 89))[1];
    data.thermal[row * THERMAL_VALUES + i] = Math.round(kelvin * 100);
  }
  for (let b = 0; b < BANDS; b++) {
    data.reflectance[row * BANDS + b] = 0.5 + 0.2 * (member ? 1 : -1) * Math.sin(b) + 0.05 * draw(300 + b)[1];
  }
}
