import type { Hasher } from '../../sim/record/canonical.ts';
import type { Sense } from '../../sim/record/frames.ts';
import { toJson } from '../../sim/record/json.ts';
import type { Sensors } from '../../sim/senses/registry.ts';
import { inputsOf, type SenseInput, type SenseInputs } from '../nets/inputs.ts';
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
  /** Side of the images that the networks take; the camera renders a multiple of it and is averaged down. */
  readonly imagePx: 32 | 64;
  readonly seed: number;
  /** Counts looks at a test set: each new value draws new test items (0..11). */
  readonly testDraw: number;
  /** How far substances show in their looks, 0..1; absent = 1. */
  readonly lookCoupling?: number;
  /** State of the sensors that the items are rendered with; default: the standard senses, new and clean. */
  readonly sensors?: Sensors;
  /** Senses that have streams; default: all that the sensors have. */
  readonly senses?: readonly Sense[];
}

/** Values of one stream as they are kept: pictures in bytes, films in hundredths of a kelvin, vectors as they are. */
export type StreamValues = Uint8Array | Int16Array | Float32Array;

/** What one sense saw of all items, [n, ...shape], and how a network takes it. */
export interface DataStream extends SenseInput {
  readonly values: StreamValues;
}

/** Streams and labels of all items, one row an item, in the order of the parts. */
export interface Dataset {
  readonly spec: DatasetSpec;
  /** Sorted material ids: the meaning of `material`. */
  readonly labels: readonly string[];
  readonly count: number;
  readonly itemId: Uint32Array;
  /** Index into SPLITS. */
  readonly split: Uint8Array;
  readonly streams: Readonly<Record<Sense, DataStream>>;
  readonly material: Uint8Array;
  /** Degradation state 0..9. */
  readonly state: Uint8Array;
  /** Remaining value 0..1. */
  readonly quality: Float32Array;
  /** Best next use, place in `grades`; absent where nobody judges it. */
  readonly grade?: Uint8Array;
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
  const { spec, labels, count, streams, ...arrays } = data;
  const values = Object.entries(streams).map(([sense, stream]) => [streamName(sense), stream.values]);
  const inputs = inputsOf(streams, Object.keys(streams));
  const header = toJson({ kind: 'dataset', spec, labels, count, inputs });
  return pack(header, { ...arrays, ...Object.fromEntries(values) }, hasher);
}

/** Opens what `encodeDataset` made; throws when it is altered. */
export function decodeDataset(bytes: Uint8Array, what = 'data set', hasher?: Hasher): Dataset {
  const { header, arrays } = unpack(bytes, what, hasher);
  const { kind, inputs, ...plain } = header;
  if (kind !== 'dataset') throw new Error(`${what}: holds a ${String(kind)}, not a data set.`);
  // The seal says that `encodeDataset` wrote these fields.
  const taken = inputs as unknown as SenseInputs;
  const streams = Object.entries(taken).map(([sense, input]) => {
    return [sense, { ...input, values: arrays[streamName(sense)] }];
  });
  const own = Object.entries(arrays).filter(([name]) => !name.startsWith(STREAM));
  // As above: what is left are the fields of a data set.
  return { ...plain, ...Object.fromEntries(own), streams: Object.fromEntries(streams) } as unknown as Dataset;
}

const STREAM = 'stream/';

function streamName(sense: Sense): string {
  return `${STREAM}${sense}`;
}
