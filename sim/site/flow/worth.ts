import {
  type PieceBooks,
  type PieceFate,
  type PieceTerms,
  pieceBooks,
  pieceEur,
  wrongPieceBooks,
} from '../../accounts/bench.ts';
import { topPrice } from '../../accounts/prices.ts';
import { type DrawKey, drawKey, uniformAt } from '../../kernel/random/random.ts';
import type { Grade } from '../../record/item-state.ts';
import { named, type OutputSpec, pieceTerms } from '../../world.ts';

/** A thing as a buyer judges it. */
export interface Thing {
  readonly item: { readonly materialId: string; readonly massKg: number };
  /** Degradation state 0..9. */
  readonly state: number;
  readonly grade: Grade;
}

/** The draws that say what becomes of each piece on the bench of an output. */
export function benchDraws(key: { seed: number; replication: number }, outputId: string): DrawKey {
  return drawKey(key.seed, key.replication, `output:${outputId}`, 'bench');
}

/** What becomes of the piece of an item, by its draws. */
export function drawnFate(draws: DrawKey, itemIndex: number, terms: PieceTerms): PieceFate {
  return {
    passes: uniformAt(draws, itemIndex, 0) < terms.passShare ? 1 : 0,
    returns: uniformAt(draws, itemIndex, 1) < terms.returnShare ? 1 : 0,
  };
}

/** What is known of a piece's fate before it is tested. */
const meanFate = ({ passShare, returnShare }: PieceTerms): PieceFate => ({
  passes: passShare,
  returns: returnShare,
});

/**
 * What a thing is worth to an output: the one place where simulation, policies, bound and regret read it. Materials are looked up
 * once an object.
 */
export class Worth {
  readonly spec: OutputSpec;
  readonly #topEurPerKg: number;
  readonly #accepts = new Map<string, boolean>();
  readonly #terms = new Map<string, PieceTerms | undefined>();

  constructor(spec: OutputSpec) {
    this.spec = spec;
    this.#topEurPerKg = topPrice(spec.tiers);
  }

  acceptsMaterial(materialId: string): boolean {
    let known = this.#accepts.get(materialId);
    if (known === undefined) {
      known = named(this.spec.accepts, materialId);
      this.#accepts.set(materialId, known);
    }
    return known;
  }

  acceptsGrade(grade: Grade): boolean {
    return this.spec.grades?.includes(grade) ?? true;
  }

  /** True where the thing is what the output is for. */
  accepts({ item: { materialId }, state, grade }: Thing): boolean {
    if (state > this.spec.maxState || !this.acceptsGrade(grade) || !this.acceptsMaterial(materialId))
      return false;
    return this.spec.bench === undefined || this.terms(materialId, grade) !== undefined;
  }

  /** What becomes of a piece of a kind and grade; undefined where nothing is said of it. */
  terms(materialId: string, grade: Grade): PieceTerms | undefined {
    const key = `${grade} ${materialId}`;
    if (!this.#terms.has(key)) {
      this.#terms.set(key, pieceTerms(this.spec, materialId, grade));
    }
    return this.#terms.get(key);
  }

  /** The books of a piece on the bench of the output; `fateOf` says what becomes of it. Only where there is a bench. */
  books(thing: Thing, fateOf: (terms: PieceTerms) => PieceFate): PieceBooks {
    const { contaminantEurPerKg, bench } = this.spec;
    const { materialId, massKg } = thing.item;
    const terms = this.accepts(thing) ? this.terms(materialId, thing.grade) : undefined;
    if (terms === undefined) return wrongPieceBooks(bench!, massKg, contaminantEurPerKg);
    return pieceBooks(bench!, terms, massKg, fateOf(terms));
  }

  /** EUR of a thing in here at the best price; on a bench on average, or as `fateOf` says. */
  eur(thing: Thing, fateOf: (terms: PieceTerms) => PieceFate = meanFate): number {
    if (this.spec.bench !== undefined) return pieceEur(this.books(thing, fateOf));
    return (this.accepts(thing) ? this.#topEurPerKg : -this.spec.contaminantEurPerKg) * thing.item.massKg;
  }
}
