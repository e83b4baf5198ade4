import { found } from '../found-looks.ts';
import type { Likeness } from '../later-things.ts';
import { corners } from '../mass-grid.ts';
import { type ByBlock, emptyBlocks, takeInto } from './by-block.ts';
import type { ItemRents } from './item-rents.ts';
import { sumsOf } from './lot-sums.ts';
import type { LotTable, PayingLot } from './lot-table.ts';
import type { SightedDay } from './sighted-day.ts';

/**
 * What a lot gets beyond rents where it is known beforehand what each further look says, and paid for: who looks gets what the look was expected to
 * find in place of what it finds, by the tables of a lot that pays some slopes. On average over what looks say that costs nobody anything who does not
 * know it; and knowing it brings nothing to a lot that pays these slopes, and little to one that pays nearly these (D. B. Brown, J. E. Smith and P.
 * Sun, Information relaxations and duality in stochastic dynamic programs, Operations Research 58, 2010, pp. 785-801).
 */
export class ToldPart {
  readonly #sighted: SightedDay;
  readonly #like: Likeness;
  /** [rung][items] rents; and what a further look brings besides what it finds: what it was expected to find, less that and its hurdle. */
  readonly #rents: readonly Float64Array[];
  readonly #looks: readonly Float64Array[];

  /** `like` is what things look like; `tables` are those after each further look, of the lot that pays the slopes. */
  constructor(
    sighted: SightedDay,
    rents: readonly ItemRents[],
    output: number,
    tables: readonly LotTable[],
    like: Likeness,
  ) {
    const { day, sights, places } = sighted;
    this.#sighted = sighted;
    this.#like = like;
    const seen = (values: Float64Array, rung: number) =>
      rung === 0 ? values : day.massKg.map((_, i) => places.between(values, like[rung]![i]! * corners, i));
    this.#rents = rents.map(({ eur }, rung) => seen(eur, rung));
    this.#looks = tables.map((next, rung) => {
      const finds = seen(next.itemEur, rung + 1);
      const hurdles = seen(rents[rung]!.hurdles[output]!, rung);
      return hurdles.map(
        (hurdle, i) => found(next.eur, sights[rung]!, places, i, like[rung]![i]!) - finds[i]! - hurdle,
      );
    });
  }

  /** By block, for a lot that pays by some line. */
  byBlock(lot: PayingLot): ByBlock {
    const { day, accepted } = this.#sighted;
    const blocks = emptyBlocks(day.awakeJ.length);
    for (let i = 0; i < day.massKg.length; i++) {
      if (day.holds[i] === 0) continue;
      const { eur, rung } = this.#best(lot, i);
      if (eur <= 0) continue;
      const q = rung < 0 ? 0 : accepted[rung]![lot.output]![this.#like[rung]![i]!]!;
      takeInto(blocks, day.block[i]!, eur, sumsOf(rung < 0 ? 0 : day.massKg[i]!, q, lot.minPurity));
    }
    return blocks;
  }

  /** What a thing brings at most beyond its rent, and after which look it is picked; -1 if it is not. */
  #best({ line, output }: PayingLot, i: number): { readonly eur: number; readonly rung: number } {
    const { day, accepted, eurPerJ } = this.#sighted;
    let [eur, picked] = [0, -1];
    for (let rung = this.#rents.length - 1; rung >= 0; rung--) {
      const q = accepted[rung]![output]![this.#like[rung]![i]!]!;
      const brought = this.#sighted.brought(line, q, day.massKg[i]!);
      const pick = brought - eurPerJ * day.pickJ[i]! - this.#rents[rung]![i]!;
      const look = rung < this.#looks.length ? eur + this.#looks[rung]![i]! : 0;
      if (pick > 0 && pick >= look) [eur, picked] = [pick, rung];
      else if (look > 0) eur = look;
      else [eur, picked] = [0, -1];
    }
    return { eur, rung: picked };
  }
}
