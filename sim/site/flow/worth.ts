import {
  type BenchSpec,
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

/** Says what becomes of a piece: of one that belongs on a bench by its terms, of another one (null) by the bench. */
export type FateOf = (terms: PieceTerms | null, bench: BenchSpec) => PieceFate;

/** What becomes of the piece of an item, by its draws. */
export function drawnFate(draws: DrawKey, itemIndex: number): FateOf {
  return (terms, bench) => {
    const mean = meanFate(terms, bench);
    return {
      passes: uniformAt(draws, itemIndex, 0) < mean.passes ? 1 : 0,
      returns: uniformAt(draws, itemIndex, 1) < mean.returns ? 1 : 0,
    };
  };
}

/** What is known of a piece's fate before it is tested. */
const meanFate: FateOf = (terms, { missedShare }) =>
  terms === null
    ? { passes: missedShare, returns: 1 }
    : { passes: terms.passShare, returns: terms.returnShare };

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

  /** The terms of a thing that belongs on the bench of the output, else null. */
  benchTerms(thing: Thing): PieceTerms | null {
    return this.accepts(thing) ? (this.terms(thing.item.materialId, thing.grade) ?? null) : null;
  }

  /** EUR of a thing in here at the best price; on a bench on average, or as `fateOf` says. */
  eur(thing: Thing, fateOf: FateOf = meanFate): number {
    const { bench, contaminantEurPerKg } = this.spec;
    if (bench !== undefined) return pieceEur(this.books(thing, bench, fateOf));
    return (this.accepts(thing) ? this.#topEurPerKg : -contaminantEurPerKg) * thing.item.massKg;
  }

  /** The books of a piece on a bench of the output. */
  books(thing: Thing, bench: BenchSpec, fateOf: FateOf): PieceBooks {
    const { massKg } = thing.item;
    const terms = this.benchTerms(thing);
    const fate = fateOf(terms, bench);
    return terms === null
      ? wrongPieceBooks(bench, massKg, this.spec.contaminantEurPerKg, fate.passes)
      : pieceBooks(bench, terms, massKg, fate);
  }
}
