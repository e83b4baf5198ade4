import { materialById } from '../../../sim/materials/catalogue.ts';
import { stateOf } from '../../../sim/materials/damage.ts';
import type { ItemState } from '../../../sim/materials/item.ts';
import { type Household, pieceAt, splitOf } from './household.ts';

const LABELS = ['row', 'split', 'material', 'class', 'family', 'state'] as const;

/** Columns of the hidden state, in the order of the record; the two that repeat a label are left out. */
function stateColumns(item: ItemState): string[] {
  return Object.keys(item).filter((name) => name !== 'materialId' && name !== 'itemId');
}

/** Header of an item table: labels, split and the whole hidden state. */
export function itemsHeader(household: Household): string {
  return [...LABELS, ...stateColumns(pieceAt(household, 0))].join(',');
}

/** Names of the columns that hold text. */
export function itemsTextColumns(household: Household): string[] {
  const item = pieceAt(household, 0);
  const words = stateColumns(item).filter((name) => typeof item[name as keyof ItemState] === 'string');
  return ['split', 'material', 'class', 'family', ...words];
}

/** A maker of row texts of the item table: the same piece as the row of the spectra of the same household. */
export function itemsRows(household: Household): (row: number) => string {
  const columns = stateColumns(pieceAt(household, 0)) as (keyof ItemState)[];
  return (row) => {
    const item = pieceAt(household, row);
    const material = materialById(item.materialId);
    const labels = [
      row,
      splitOf(household, item),
      material.id,
      material.class,
      material.family,
      stateOf(item),
    ];
    return [...labels, ...columns.map((name) => item[name])].join(',');
  };
}
