import { materialById } from '../../materials/catalogue.ts';
import { gradeOf } from '../../materials/damage.ts';
import { type ItemState, makeItem } from '../../materials/item.ts';
import { DAY_S, stayAt } from '../../materials/stay.ts';
import { CONDITIONS, type Condition, FEED } from '../spec/chain.ts';

/** Items that stand for a material's way through use: two for each of the equal shares of a cohort. */
const ITEMS_PER_SHARE = 2;
/** Days between giving an item up and the sorting site (estimate). */
const BIN_DAYS = 10;

/** What a chain calls the condition of an item: what cannot be recycled (recover, dispose) counts as the worst that is handed in. */
export function conditionOf(item: ItemState): Condition {
  const grade = gradeOf(item);
  return CONDITIONS.find((condition) => condition === grade) ?? CONDITIONS[FEED - 1]!;
}

/**
 * [4] shares of what is given up that are still good for reuse, repair, recycling high and low: the grades of a sample
 * of items that lived the lives of the cohort's shares in the place of use, so that the chain and the sorting belt see
 * the same hidden states. `place` is an id of sim/materials' places, null = the one the item is made for.
 */
export function conditionShares(
  materialId: string,
  lives: Float64Array,
  place: string | null,
  seed: number,
): Float64Array {
  const use = place ?? materialById(materialId).look.use;
  const shares = new Float64Array(FEED);
  const items = lives.length * ITEMS_PER_SHARE;
  for (let itemId = 0; itemId < items; itemId++) {
    const life = lives[itemId % lives.length]!;
    const history = [stayAt(use, life * DAY_S), stayAt('bin', BIN_DAYS * DAY_S)];
    const condition = conditionOf(makeItem({ seed, itemId, materialId, history }));
    shares[CONDITIONS.indexOf(condition)]! += 1 / items;
  }
  return shares;
}
