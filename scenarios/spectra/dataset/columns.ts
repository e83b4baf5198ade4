import { SENSES } from '../../../sim/senses/registry.ts';
import type { NpyType } from './npy.ts';
import { rowsOf, type SetSpec, sensorOf } from './spec.ts';

/** One array of a set: a file `<name>.npy` with one row a piece. */
export interface Column {
  readonly name: string;
  readonly type: NpyType;
  /** Of one row. */
  readonly shape: readonly number[];
  /** What the numbers are, with their unit. */
  readonly what: string;
}

/** What a sense's numbers are, for people; senses that are not here say their heading. */
const MEANINGS: Readonly<Record<string, string>> = {
  visual: 'colour frame, [height, width, channel], 8-bit sRGB',
  thermal:
    'apparent temperature in K, [frame, height, width]: frames at 9 Hz after a flash of 1000 J/m2, the first after 1/9 s',
  spectral: 'reflectance against a white reference, 0..1, one number a band',
};

/** The arrays of a set, in the order of its senses; the mask comes after them. */
export function columnsOf(spec: SetSpec): Column[] {
  const columns = spec.senses.map((sense): Column => {
    const model = SENSES.need(sense);
    return {
      name: sense,
      type: model.input.kind === 'picture' ? '|u1' : '<f4',
      shape: model.shape(sensorOf(spec, sense, 0)),
      what: MEANINGS[sense] ?? model.title,
    };
  });
  if (!spec.masks) return columns;
  const what = '1 where the piece covers at least half of the pixel of the colour frame, else 0';
  return [...columns, { name: 'mask', type: '|u1', shape: [spec.sizePx, spec.sizePx], what }];
}

/** Numbers of one row. */
export function numbersOf({ shape }: Column): number {
  return shape.reduce((product, side) => product * side, 1);
}

/** Shape of the whole array. */
export function shapeOf(spec: SetSpec, column: Column): number[] {
  return [rowsOf(spec), ...column.shape];
}
