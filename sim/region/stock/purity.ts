import { materialById } from '../../materials/catalogue.ts';
import { type BuyerSpec, CONDITIONS } from '../spec/chain.ts';
import { sumOf } from './stock.ts';

/** [cells] 1 where a buyer's specification counts the cell as wanted, else 0. */
export function wantedCells(buyer: BuyerSpec, materialIds: readonly string[]): Uint8Array {
  const accepted = new Set(buyer.accepts);
  const worst = CONDITIONS.indexOf(buyer.minCondition);
  const wanted = new Uint8Array(materialIds.length * CONDITIONS.length);
  materialIds.forEach((id, material) => {
    const { class: klass, family } = materialById(id);
    const accepts = accepted.size === 0 || [id, klass, family].some((name) => accepted.has(name));
    for (let condition = 0; condition <= worst; condition++)
      if (accepts) wanted[material * CONDITIONS.length + condition] = 1;
  });
  return wanted;
}

/** The purity that a buyer finds: the true one and the error of its test, if it tests. */
export function foundPurity(kg: Float64Array, wanted: Uint8Array, error = 0): number {
  const purity = purityOf(kg, wanted);
  return error === 0 ? purity : Math.min(1, Math.max(0, purity + error));
}

/** Share of a lot that its buyer wants, 0..1; 0 for an empty lot. */
export function purityOf(kg: Float64Array, wanted: Uint8Array): number {
  let good = 0;
  for (let cell = 0; cell < kg.length; cell++) if (wanted[cell]) good += kg[cell]!;
  const total = sumOf(kg);
  return total > 0 ? good / total : 0;
}
