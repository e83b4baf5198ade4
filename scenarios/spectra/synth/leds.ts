import { materialById } from '../../../sim/materials/catalogue.ts';
import { LedReflectometer } from '../../../sim/senses/led/reflectometer.ts';
import type { LedState } from '../../../sim/senses/led/state.ts';
import { ledUnitOf } from '../../../sim/senses/led/units.ts';
import { type Household, pieceAt } from './household.ts';
import { columnOf } from './spectra.ts';

/** What decides a set of readings by a board of LEDs: equal specs give equal bytes. */
export interface LedSpec {
  readonly household: Household;
  /** Rows per class. */
  readonly count: number;
  readonly instrument: 'led';
  readonly board: LedState;
}

/** `material,class,nm_850,...`: one column an LED, named by its peak wavelength as its label says. */
export function ledHeader({ board }: LedSpec): string {
  return ['material', 'class', ...board.centresNm.map(columnOf)].join(',');
}

/** A maker of row texts: every row is another piece, looked at once by another unit of the board. */
export function ledRows({ household, board }: LedSpec): (row: number) => string {
  const reflectometer = new LedReflectometer(household.seed);
  return (row) => {
    const item = pieceAt(household, row);
    const reflectance = reflectometer.render(item, ledUnitOf(board, household.seed, row));
    let text = `${item.materialId},${materialById(item.materialId).class}`;
    for (const r of reflectance) text += `,${r.toFixed(5)}`;
    return text;
  };
}
