import { type Dataset, type DatasetSpec, SPLITS } from '../../models/data/dataset.ts';
import { drawKey, normalAt, uniformAt } from '../../sim/kernel/random/random.ts';
import { standardInputs } from './standard-inputs.ts';

/**
 * A small data set whose truth is known: 4 materials in 2 looks. The image shows the look, spectrum and thermal tell
 * the two materials of a look apart. Catalogue ids, so that classes and families exist.
 */
export const TOY_MATERIALS = [
  'aluminium-sheet',
  'cardboard',
  'glass-bottle-clear',
  'pet-bottle-clear',
] as const;
const PX = 32;
const BANDS = 16;
const FILM = [8, 32, 32];
const FILM_VALUES = 8 * 32 * 32;

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
    thermal: new Int16Array(count * FILM_VALUES),
    reflectance: new Float32Array(count * BANDS),
  };
  for (let i = 0; i < count; i++) fillRow(data, i, plan[i]!.material, seed);
  const { rgb, thermal, reflectance, ...rest } = data;
  const inputs = standardInputs(PX, BANDS, FILM);
  const streams = {
    visual: { ...inputs.visual, values: rgb },
    thermal: { ...inputs.thermal, values: thermal },
    spectral: { ...inputs.spectral, values: reflectance },
  };
  return { spec, labels, count, streams, ...rest };
}

/** Enough Gaussians for a toy: looked up by row and position, so that a data set takes milliseconds. */
const NOISE = Float32Array.from({ length: 65_536 }, (_, i) => normalAt(drawKey(1, 0, 'toy', 'noise'), i));

type Rows = Pick<Dataset, 'state' | 'quality'> & {
  readonly rgb: Uint8Array;
  readonly thermal: Int16Array;
  readonly reflectance: Float32Array;
};

function fillRow(data: Rows, row: number, material: number, seed: number): void {
  const look = material >> 1;
  const member = material & 1;
  const wear = uniformAt(drawKey(seed, 0, 'toy', 'wear'), row);
  const offset = Math.floor(uniformAt(drawKey(seed, 0, 'toy', 'offset'), row) * 65_536);
  const noise = (i: number) => NOISE[(offset + i) & 65_535]!;
  data.state[row] = Math.floor(wear * 10);
  data.quality[row] = 1 - wear;
  for (let i = 0; i < PX * PX * 3; i++) {
    const level = 90 + 60 * wear + (look === 1 && i % 3 === 0 ? 25 : 0) + 30 * noise(i);
    data.rgb[row * PX * PX * 3 + i] = Math.max(0, Math.min(255, Math.round(level)));
  }
  for (let i = 0; i < FILM_VALUES; i++) {
    const celsius = 20 + 5 * member * Math.exp(-(i >> 10) / 3) + 0.5 * noise(i + 7000);
    data.thermal[row * FILM_VALUES + i] = Math.round(celsius * 100);
  }
  for (let b = 0; b < BANDS; b++) {
    const level = 0.5 + 0.2 * (member ? 1 : -1) * Math.sin(b) + 0.05 * noise(b + 20_000);
    data.reflectance[row * BANDS + b] = level;
  }
}
