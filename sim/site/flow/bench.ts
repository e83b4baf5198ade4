import { type BenchSpec, type PieceBooks, pieceEur } from '../../accounts/bench.ts';
import type { DrawKey } from '../../kernel/random/random.ts';
import type { Day } from '../day.ts';
import type { BeltItem } from './belt.ts';
import { benchDraws, drawnFate, type Worth } from './worth.ts';

/** Money of a lot by cause, what left it for good, and the carbon of it. */
export interface BenchLot {
  /** Pieces sold, and scrap of those that failed. */
  readonly revenueEur: number;
  readonly costs: readonly (readonly [cause: string, eur: number])[];
  readonly soldKg: number;
  readonly co2eKg: number;
}

/** The books of pieces, and the mass of those that were good for another use and end as scrap. */
interface LotBooks extends PieceBooks {
  readonly recycledKg: number;
}

const nothing: LotBooks = {
  ...{ saleEur: 0, scrapEur: 0, benchEur: 0, partsEur: 0, returnsEur: 0, wrongEur: 0 },
  ...{ soldKg: 0, newCo2eKg: 0, recycledKg: 0 },
};

function added(a: LotBooks, b: LotBooks): LotBooks {
  return {
    saleEur: a.saleEur + b.saleEur,
    scrapEur: a.scrapEur + b.scrapEur,
    benchEur: a.benchEur + b.benchEur,
    partsEur: a.partsEur + b.partsEur,
    returnsEur: a.returnsEur + b.returnsEur,
    wrongEur: a.wrongEur + b.wrongEur,
    soldKg: a.soldKg + b.soldKg,
    newCo2eKg: a.newCo2eKg + b.newCo2eKg,
    recycledKg: a.recycledKg + b.recycledKg,
  };
}

/**
 * The bench of an output. A piece is worked on and tested when it comes, by draws of its own; a buyer who brings it back does so
 * later, but is booked with the lot. Its hours are paid and not limited.
 */
export class Bench {
  readonly #worth: Worth;
  readonly #spec: BenchSpec;
  readonly #day: Day;
  readonly #draws: DrawKey;
  #lot = nothing;

  constructor(worth: Worth, spec: BenchSpec, day: Day) {
    this.#worth = worth;
    this.#spec = spec;
    this.#day = day;
    this.#draws = benchDraws(day, worth.spec.id);
  }

  /** Works on a piece. */
  add(thing: BeltItem): void {
    const { massKg } = thing.item;
    const terms = this.#worth.benchTerms(thing);
    const fate = drawnFate(this.#draws, thing.index)(terms, this.#spec);
    const books = this.#worth.books(thing, this.#spec, () => fate);
    this.#lot = added(this.#lot, { ...books, recycledKg: terms === null ? 0 : massKg - books.soldKg });
    this.#day.emit('item.tested', `item:${thing.index}`, {
      ...{ itemId: thing.index, bin: this.#worth.spec.id, grade: thing.grade },
      minutes: terms?.minutes ?? this.#spec.checkMinutes,
      partsEur: books.partsEur,
      passed: fate.passes === 1,
      returned: fate.passes * fate.returns === 1,
      valueEur: pieceEur(books),
    });
  }

  /** The lot as it lies there. */
  lot(): BenchLot {
    const { id, carbon } = this.#worth.spec;
    const lot = this.#lot;
    return {
      revenueEur: lot.saleEur + lot.scrapEur,
      costs: [
        [`contaminants ${id}`, lot.wrongEur],
        [`bench ${id}`, lot.benchEur],
        [`parts ${id}`, lot.partsEur],
        [`returns ${id}`, lot.returnsEur],
      ],
      soldKg: lot.soldKg,
      co2eKg: lot.newCo2eKg + carbon.kgCo2ePerKg * lot.recycledKg,
    };
  }

  clear(): void {
    this.#lot = nothing;
  }
}
