import type { SortView } from '../../ports.ts';
import type { FurtherLook } from './outlooks.ts';

/** What further looks are thought to tell before any was seen, and how many of them that counts for (ours). */
const [believedTells, believedCount] = [0.64, 5];

/** Learns from a robot's own looks what each further look costs, and how often it tells what a thing is of. */
export class LookTeller {
  /** Joules of the look after the first, the second ... */
  readonly #energyJ: number[] = [];
  /** By the looks before and after, joined by a hyphen. */
  readonly #moved = new Map<string, { moved: number; possible: number }>();
  /** What each look at the present thing said. */
  #said: Float32Array[] = [];

  /** Takes note of what the present look says, and of what the next would cost. */
  note({ looks, told, belief, nextLook }: SortView): void {
    if (looks === 1 || told) this.#said = [];
    this.#said[looks - 1] = belief.material;
    if (nextLook !== null) this.#energyJ[looks - 1] = nextLook.energyJ;
    for (let from = 0; from < looks - 1; from++) {
      const before = this.#said[from];
      if (before === undefined) continue;
      const name = `${from + 1}-${looks}`;
      const known = this.#moved.get(name) ?? { moved: 0, possible: 0 };
      known.moved += squares(belief.material) - squares(before);
      known.possible += 1 - squares(before);
      this.#moved.set(name, known);
    }
  }

  /** The looks that are left after the one of a view: each with the joules of those up to it. */
  looksAfter({ looks, nextLook }: Pick<SortView, 'looks' | 'nextLook'>): FurtherLook[] {
    if (nextLook === null) return [];
    let energyJ = 0;
    const left: FurtherLook[] = [];
    for (let to = looks + 1; to <= this.#energyJ.length + 1; to++) {
      const next = this.#energyJ[to - 2];
      if (next === undefined) break;
      energyJ += next;
      left.push({ energyJ, tells: this.#tells(looks, to) });
    }
    return left;
  }

  /**
   * A look at a thing of belief b that tells the truth with probability u, and else nothing, leaves squares that on average add up to
   * sum b^2 + u (1 - sum b^2): so u is read off how much surer beliefs become, without ever learning whether they were right.
   */
  #tells(from: number, to: number): number {
    const { moved, possible } = this.#moved.get(`${from}-${to}`) ?? { moved: 0, possible: 0 };
    const tells = (moved + believedCount * believedTells) / (possible + believedCount);
    return Math.max(0, Math.min(1, tells));
  }
}

function squares(p: Float32Array): number {
  let sum = 0;
  for (const x of p) sum += x * x;
  return sum;
}
