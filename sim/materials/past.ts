import type { ItemState } from '../record/item-state.ts';
import { materialById } from './catalogue.ts';
import { drawLife } from './history.ts';
import { DAY_S, YEAR_S } from './stay.ts';

/** A time that an item spent somewhere before it came to the site. */
export interface PastStay {
  /** Id of places.json. */
  readonly place: string;
  readonly days: number;
  /** It was used meanwhile: kept, worn, driven, or left outdoors. */
  readonly inUse: boolean;
}

/**
 * Where an item of a feed was before, in order: the life that was drawn for its number, with the use as long as its age
 * tells. `seed` is that of the run.
 */
export function pastOf(
  seed: number,
  item: Pick<ItemState, 'itemId' | 'materialId' | 'ageYears'>,
): PastStay[] {
  const { stays, useShare } = drawLife(seed, item.itemId, materialById(item.materialId).look);
  const fixedS = stays.reduce((sum, { durationS }, i) => sum + (useShare[i]! > 0 ? 0 : durationS), 0);
  const usedS = Math.max(0, item.ageYears * YEAR_S - fixedS);
  return stays
    .map(({ place, durationS }, i) => {
      const share = useShare[i]!;
      return { place, days: (share > 0 ? share * usedS : durationS) / DAY_S, inUse: share > 0 };
    })
    .filter(({ days }) => days > 0);
}
