import { materialById } from '../../../sim/materials/catalogue.ts';
import { qualityOf, stateOf } from '../../../sim/materials/damage.ts';
import type { ItemState } from '../../../sim/materials/item.ts';
import type { FrameValues } from '../../../sim/record/frames.ts';
import { SENSES } from '../../../sim/senses/registry.ts';
import { Masker } from '../../../sim/senses/visual/mask.ts';
import { type Column, columnsOf, numbersOf } from './columns.ts';
import { cameraOf, pieceOf, type SetSpec, sensorOf } from './spec.ts';

/** Rows `from` to `to` (without it) of a set. */
export interface BlockOrder {
  readonly spec: SetSpec;
  readonly from: number;
  readonly to: number;
}

/** What such rows hold: the numbers of each array in the order of `columnsOf`, and the lines of the label table. */
export interface Block {
  readonly values: readonly FrameValues[];
  readonly labels: string;
}

/** Header of the label table. */
export const LABELS = 'row,material,class,family,state,quality,look,item_id';

function labelsOf(item: ItemState, row: number): string {
  const { id, class: code, family, look } = materialById(item.materialId);
  return [row, id, code, family, stateOf(item), qualityOf(item).toFixed(5), look.id, item.itemId].join(',');
}

/** Renders some rows of a set: a pure function of the spec and the rows, so it does not matter who does it. */
export function renderBlock({ spec, from, to }: BlockOrder): Block {
  const columns = columnsOf(spec);
  const readers = columns.map((column) => readerOf(spec, column));
  const values = columns.map((column) => {
    const length = (to - from) * numbersOf(column);
    return column.type === '|u1' ? new Uint8Array(length) : new Float32Array(length);
  });
  let labels = '';
  for (let row = from; row < to; row++) {
    const item = pieceOf(spec, row);
    labels += `${labelsOf(item, row)}\n`;
    readers.forEach((read, i) => {
      const seen = read(item, row);
      values[i]?.set(seen, (row - from) * seen.length);
    });
  }
  return { values, labels };
}

function readerOf(spec: SetSpec, { name }: Column): (item: ItemState, row: number) => FrameValues {
  if (name === 'mask') {
    const masker = new Masker(spec.seed);
    return (item, row) => masker.mask(item, cameraOf(spec, row));
  }
  const instrument = SENSES.need(name).open(spec.seed);
  // Only the camera is another one in each row; the others keep what they have worked out for their state.
  if (name === 'visual') return (item, row) => instrument.render(item, sensorOf(spec, name, row));
  const sensor = sensorOf(spec, name, 0);
  return (item) => instrument.render(item, sensor);
}
