import type { Hasher } from '../../sim/record/canonical.ts';
import { toJson } from '../../sim/record/json.ts';
import { pack, unpack } from './pack.ts';

/** Parts of a data set. Every item is an object of its own, so the parts never share one. */
export const SPLITS = ['labelled', 'unlabelled', 'validation', 'calibration', 'test'] as const;
export type Split = (typeof SPLITS)[number];

/** What to make; equal specs give equal data sets. */
export interface DatasetSpec {
  /** Material ids in any order; the labels are these, sorted. */
  readonly materials: readonly string[];
  /** Items per material in each part. */
  readonly perMaterial: Readonly<Record<Split, number>>;
  /** Side of the images that the networks take; the camera renders 64 and is averaged down. */
  readonly imagePx: 32 | 64;
  readonly seed: number;
  /** Counts looks at a test set: each new value draws new test items (0..11). */
  readonly testDraw: number;
}

/** Streams and labels of all items, one row an item, in the order of the parts. */
export interface Dataset {
  readonly spec: DatasetSpec;
  /** Sorted material ids: the meaning of `material`. */
  readonly labels: readonly string[];
  readonly bands: number;
  readonly count: number;
  readonly itemId: Uint32Array;
  /** Index into SPLITS. */
  readonly split: Uint8Array;
  /** [n, px, px, 3] 8-bit sRGB. */
  readonly rgb: Uint8Array;
  /** [n, 8, 32, 32] hundredths of a kelvin above 0 degrees C: finer than the camera's noise, a quarter of float's memory. */
  readonly thermal: Int16Array;
  /** [n, bands] reflectance. */
  readonly reflectance: Float32Array;
  readonly material: Uint8Array;
  /** Degradation state 0..9. */
  readonly state: Uint8Array;
  /** Remaining value 0..1. */
  readonly quality: Float32Array;
}

export const THERMAL_FRAME_COUNT = 8;
export const THERMAL_PX = 32;
export const THERMAL_VALUES = THERMAL_FRAME_COUNT * THERMAL_PX * THERMAL_PX;
const CENTIKELVIN = 100;
const ZERO_CELSIUS_K = 273.15;

/** Kelvin [8, 32, 32] as hundredths of a kelvin above 0 degrees C, held to what 16 bits can say (-54..600 degrees C). */
export function storeThermal(thermalK: Float32Array, out: Int16Array, start: number): void {
  for (let i = 0; i < THERMAL_VALUES; i++) {
    const value = Math.round((thermalK[i]! - ZERO_CELSIUS_K) * CENTIKELVIN);
    out[start + i] = Math.max(-32768, Math.min(32767, value));
  }
}

/** Rows of one part, in order. */
export function rowsOf(data: Dataset, split: Split): Int32Array {
  const code = SPLITS.indexOf(split);
  const rows: number[] = [];
  for (let i = 0; i < data.count; i++) if (data.split[i] === code) rows.push(i);
  return Int32Array.from(rows);
}

/** A data set as one sealed file; equal data sets give equal bytes. */
export function encodeDataset(data: Dataset, hasher?: Hasher): Uint8Array {
  const { spec, labels, bands, count, ...arrays } = data;
  return pack(toJson({ kind: 'dataset', spec, labels, bands, count }), arrays, hasher);
}

/** Opens what `encodeDataset` made; throws when it is altered. */
export function decodeDataset(bytes: Uint8Array, what = 'data set', hasher?: Hasher): Dataset {
  const { header, arrays } = unpack(bytes, what, hasher);
  const { kind, ...plain } = header;
  if (kind !== 'dataset') throw new Error(`${what}: holds a ${String(kind)}, not a data set.`);
  // The seal says that `encodeDataset` wrote these fields.
  return { ...plain, ...arrays } as unknown as Dataset;
}
