import { type LotUsage, type Multipliers, Offers } from './lot-offers.ts';
import type { SeenDay } from './seen-day.ts';

/** The bound by some multipliers, and how far each limit is missed there. */
export interface DualValue extends LotUsage {
  readonly eur: number;
}

/**
 * Masses at which the worth of a further look is worked out, for picks that take the fewest and the most joules of the day; between them it
 * is interpolated, which only raises it: it is convex in mass, and in joules.
 */
const masses = 8;
const corners = 2 * masses;

/** Works the bound out by multipliers and by the steps that lots may reach; see `lotBound` for why it is one. */
export class LotDual {
  readonly #day: SeenDay;
  readonly #items: number;
  readonly #grid: Float64Array;
  /** By rung: [items, outputs] probability that an output accepts. */
  readonly #accepted: readonly Float64Array[];
  readonly #perLabel: Float64Array;
  /** The fewest joules of a pick, and the most. */
  readonly #pickJ: readonly [number, number];
  readonly #places: readonly Place[];

  constructor(day: SeenDay) {
    this.#day = day;
    this.#items = day.massKg.length;
    this.#grid = gridOf(day.massKg);
    this.#accepted = day.rungs.map(({ belief }) => acceptedOf(day, belief));
    this.#perLabel = new Float64Array(day.labels);
    for (const k of day.truth) this.#perLabel[k]! += 1;
    const [least, most] = [Math.min(...day.pickJ), Math.max(...day.pickJ)];
    this.#pickJ = [least, most];
    this.#places = Array.from(day.massKg, (massKg, i) => {
      const { at, share } = placeIn(this.#grid, massKg);
      const joulesShare = most > least ? (day.pickJ[i]! - least) / (most - least) : 0;
      return { corner: at, massShare: share, joulesShare };
    });
  }

  /** The bound where each lot reaches one of the steps that `allowed` lists by output. */
  value(allowed: readonly (readonly number[])[], multipliers: Multipliers): DualValue {
    const { outputs, rungs, joules, awakeJ, block, holds } = this.#day;
    const offers = new Offers(this.#day, allowed, multipliers);
    const told = this.#tables(offers);
    const byBlock = new Float64Array(awakeJ.length);
    const usage = nothingUsed(outputs);
    for (let i = 0; i < this.#items; i++) {
      if (holds[i] === 0) continue;
      let rung = 0;
      let way = this.#way(offers, told, i, rung);
      byBlock[block[i]!]! += Math.max(0, way.eur);
      while (way.look && way.eur > 0 && rung + 1 < rungs.length) {
        rung += 1;
        usage.usedJ += rungs[rung]!.energyJ;
        way = this.#way(offers, told, i, rung);
      }
      if (!way.look && way.eur > 0) offers.use(usage, way.output, i, way.p);
    }
    let eur = multipliers.eurPerJ * joules + offers.otherEur;
    for (let b = 0; b < byBlock.length; b++) {
      const standbyEur = multipliers.eurPerJ * awakeJ[b]!;
      eur += Math.max(byBlock[b]! - standbyEur, 2 * standbyEur);
      if (byBlock[b]! > standbyEur) usage.usedJ += awakeJ[b]!;
    }
    return { ...usage, eur };
  }

  /** By rung above the first: [labels, least and most joules, masses] what a thing is worth once it is seen there. */
  #tables(offers: Offers): Float64Array[] {
    const { rungs, labels, truth } = this.#day;
    const tables: Float64Array[] = [];
    for (let rung = rungs.length - 1; rung > 0; rung--) {
      const table = new Float64Array(labels * corners);
      for (let i = 0; i < this.#items; i++) {
        const k = truth[i]!;
        for (let corner = 0; corner < corners; corner++) {
          const pickJ = this.#pickJ[corner < masses ? 0 : 1]!;
          const place = { ...nowhere, corner };
          const pick = offers.best(this.#accepted[rung]!, i, this.#grid[corner % masses]!, pickJ).eur;
          const look = this.#lookEur(offers, tables, rung, i, place);
          table[k * corners + corner]! += Math.max(0, pick, look) / this.#perLabel[k]!;
        }
      }
      tables[rung] = table;
    }
    return tables;
  }

  /** The best that can be done with an item after a look: pass, pick, or look on. */
  #way(offers: Offers, tables: readonly Float64Array[], i: number, rung: number) {
    const { massKg, pickJ } = this.#day;
    const pick = offers.best(this.#accepted[rung]!, i, massKg[i]!, pickJ[i]!);
    const look = this.#lookEur(offers, tables, rung, i, this.#places[i]!);
    return look > pick.eur ? { ...pick, eur: look, look: true } : { ...pick, look: false };
  }

  /** What the next look is worth on average over what it may find, less its joules. */
  #lookEur(
    offers: Offers,
    tables: readonly Float64Array[],
    rung: number,
    i: number,
    { corner, massShare, joulesShare }: Place,
  ): number {
    const next = this.#day.rungs[rung + 1];
    const table = tables[rung + 1];
    if (next === undefined || table === undefined) return -Infinity;
    const { labels, rungs } = this.#day;
    const { belief } = rungs[rung]!;
    const between = (at: number) =>
      massShare === 0 ? table[at]! : table[at]! + massShare * (table[at + 1]! - table[at]!);
    let eur = -offers.eurPerJ * next.energyJ;
    for (let k = 0; k < labels; k++) {
      const p = belief[i * labels + k]!;
      if (p === 0) continue;
      const least = between(k * corners + corner);
      eur +=
        p *
        (joulesShare === 0 ? least : least + joulesShare * (between(k * corners + corner + masses) - least));
    }
    return eur;
  }
}

/** Where an item lies in a table: its corner, and how far from it towards the next mass and towards the most joules. */
interface Place {
  readonly corner: number;
  readonly massShare: number;
  readonly joulesShare: number;
}

const nowhere = { corner: 0, massShare: 0, joulesShare: 0 };

const nothingUsed = ({ length }: readonly unknown[]) => ({
  usedJ: 0,
  surplusKg: new Float64Array(length),
  lotKg: new Float64Array(length),
  rightKg: new Float64Array(length),
  rightKg2: new Float64Array(length),
});

/** Masses from the lightest to the heaviest item, each as many times the one before. */
function gridOf(massKg: Float64Array): Float64Array {
  let [least, most] = [Infinity, 0];
  for (const m of massKg) [least, most] = [Math.min(least, m), Math.max(most, m)];
  const step = Math.log(most / least) / (masses - 1);
  const grid = Float64Array.from({ length: masses }, (_, g) => least * Math.exp(step * g));
  grid[masses - 1] = most;
  return grid;
}

function placeIn(grid: Float64Array, massKg: number): { at: number; share: number } {
  let at = 0;
  while (at < grid.length - 2 && massKg > grid[at + 1]!) at += 1;
  const width = grid[at + 1]! - grid[at]!;
  return { at, share: width > 0 ? (massKg - grid[at]!) / width : 0 };
}

function acceptedOf({ labels, outputs }: SeenDay, belief: Float64Array): Float64Array {
  const items = belief.length / labels;
  const accepted = new Float64Array(items * outputs.length);
  for (let i = 0; i < items; i++) {
    outputs.forEach(({ accepts }, o) => {
      let p = 0;
      for (let k = 0; k < labels; k++) if (accepts[k] === 1) p += belief[i * labels + k]!;
      accepted[i * outputs.length + o] = Math.min(1, p);
    });
  }
  return accepted;
}
