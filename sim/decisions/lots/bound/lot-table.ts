import { addLooks } from '../found-looks.ts';
import { corners, masses } from '../mass-grid.ts';
import type { Sight } from '../sight.ts';
import type { ItemRents } from './item-rents.ts';
import type { PartLine } from './part-line.ts';
import type { SightedDay } from './sighted-day.ts';

/** What a lot gains beyond rents from a thing that turns out to look like those of a label, after one look. */
export interface LotTable {
  /** [labels, corners] EUR; and [4][labels, corners] what of each of its sums it takes. */
  readonly eur: Float64Array;
  readonly sums: readonly Float64Array[];
  /** [later things, corners] EUR from a thing that looks like each, if that is asked for. */
  readonly itemEur: Float64Array;
}

/** A lot that pays by a line, and whose best step asks for a purity. */
export interface PayingLot {
  readonly output: number;
  readonly line: PartLine;
  readonly minPurity: number;
}

/** The table of a lot after one look, given that of the next; and what it gains from `each` thing. */
export function lotTable(
  sighted: SightedDay,
  rents: ItemRents,
  rung: number,
  lot: PayingLot,
  next: LotTable | null,
  each = false,
): LotTable {
  const { day, sights, accepted, pickEur, grid } = sighted;
  const { label, perLabel } = sighted.later;
  const [sight, hurdle] = [sights[rung]!, rents.hurdles[lot.output]!];
  const taking = new Taking(day.labels, lot.minPurity);
  const spreads = sighted.spreadsOf(lot.line);
  const mostSpread = Math.max(...spreads);
  const mostNext = next === null ? null : mostOf(next.eur);
  const looks = new Float64Array(corners);
  const itemEur = new Float64Array(each ? label.length * corners : 0);
  const { right, all } = lot.line;
  for (let i = 0; i < label.length; i++) {
    const k = label[i]!;
    if (k < 0 && !each) continue;
    const p = accepted[rung]![lot.output]![i]!;
    // Most things are worth nothing to a lot, whatever they weigh.
    const picks = right * p - all + day.residueEurPerKg + p * (1 - p) * mostSpread > 0;
    const looksOn = mostNext !== null && mostFound(mostNext, sight, i) > rents.leastHurdles[lot.output]![i]!;
    if (!picks && !looksOn) continue;
    if (looksOn) addLooks(looks.fill(0), next!.eur, sight, i, mostNext);
    const [row, share] = k < 0 ? [0, 0] : [k * corners, 1 / perLabel[k]!];
    for (let corner = 0; corner < corners; corner++) {
      const g = corner % masses;
      const at = i * corners + corner;
      const look = looksOn ? looks[corner]! - hurdle[at]! : 0;
      const brought = picks ? sighted.broughtAt(lot.line, spreads, p, g) : 0;
      const pick = brought - pickEur[corner < masses ? 0 : 1]! - rents.eur[at]!;
      if (pick <= 0 && look <= 0) continue;
      const eur = Math.max(pick, look);
      if (each) itemEur[at] = eur;
      if (share === 0) continue;
      taking.eur[row + corner]! += share * eur;
      if (pick >= look) taking.pick(row + corner, share, grid[g]!, p);
      else taking.look(row + corner, share, sight, i);
    }
  }
  return { eur: taking.eur, sums: next === null ? taking.sums : taking.sumsAfter(next), itemEur };
}

/** What a lot takes of things that look like a label, by label and corner. */
class Taking {
  readonly eur: Float64Array;
  readonly sums: readonly [Float64Array, Float64Array, Float64Array, Float64Array];
  readonly #labels: number;
  readonly #minPurity: number;
  /** [labels, corners, labels] how much is looked at again, and what that looks like then. */
  readonly #looked: Float64Array;

  constructor(labels: number, minPurity: number) {
    const size = labels * corners;
    this.eur = new Float64Array(size);
    this.sums = [
      new Float64Array(size),
      new Float64Array(size),
      new Float64Array(size),
      new Float64Array(size),
    ];
    this.#labels = labels;
    this.#minPurity = minPurity;
    this.#looked = new Float64Array(size * labels);
  }

  /** Picks a share of a thing: `sumsOf`, without making a list of them for each of millions. */
  pick(at: number, share: number, massKg: number, q: number): void {
    const [kg, over, kg2, kg3] = this.sums;
    const square = massKg * massKg * q * (1 - q);
    kg[at]! += share * massKg;
    over[at]! += share * massKg * (q - this.#minPurity);
    kg2[at]! += share * square;
    kg3[at]! += share * massKg * square;
  }

  /** Looks on at a share of a thing. */
  look(at: number, share: number, { labelsFrom, label, p }: Sight, i: number): void {
    for (let e = labelsFrom[i]!; e < labelsFrom[i + 1]!; e++)
      this.#looked[at * this.#labels + label[e]!]! += share * p[e]!;
  }

  /** What is picked, with what is taken after the next look. */
  sumsAfter(next: LotTable): readonly Float64Array[] {
    for (let at = 0; at < this.eur.length; at++) {
      const corner = at % corners;
      for (let k = 0; k < this.#labels; k++) {
        const share = this.#looked[at * this.#labels + k]!;
        if (share > 0)
          for (let d = 0; d < 4; d++) this.sums[d]![at]! += share * next.sums[d]![k * corners + corner]!;
      }
    }
    return this.sums;
  }
}

/** [labels] the largest value of each. */
function mostOf(table: Float64Array): Float64Array {
  return Float64Array.from({ length: table.length / corners }, (_, k) =>
    Math.max(...table.subarray(k * corners, (k + 1) * corners)),
  );
}

/** What the next look may find of an item at most. */
function mostFound(most: Float64Array, { labelsFrom, label, p }: Sight, i: number): number {
  let found = 0;
  for (let e = labelsFrom[i]!; e < labelsFrom[i + 1]!; e++) found += p[e]! * most[label[e]!]!;
  return found;
}
