import type { PriceTier } from '../../accounts/prices.ts';

/** One output whose whole day is sold as one lot, at the price of its purity. */
export interface PooledOutput {
  readonly tiers: readonly PriceTier[];
  readonly contaminantEurPerKg: number;
  /** [K] 1 where it accepts a label. */
  readonly accepts: Uint8Array;
}

/** One look at every item. */
export interface Rung {
  /** [items, K] probabilities of the labels. */
  readonly belief: Float64Array;
  /** Joules that this look takes from the battery beside those before it. */
  readonly energyJ: number;
}

/** A day as robots of one kind see it. */
export interface SeenDay {
  readonly labels: number;
  readonly outputs: readonly PooledOutput[];
  readonly rungs: readonly Rung[];
  readonly massKg: Float64Array;
  /** [items] which label each item is. */
  readonly truth: Int32Array;
  /** [items] block of the day in which it comes; 1 where a grip would hold it. */
  readonly block: Int32Array;
  readonly holds: Uint8Array;
  readonly residueEurPerKg: number;
  /** Battery-side joules that a successful pick takes on average, of all batteries over the day, and of standing by in each block. */
  readonly pickJ: number;
  readonly joules: number;
  readonly awakeJ: Float64Array;
}

/** What is charged for a limit instead of keeping it: any values of 0 and more give a bound. */
export interface Multipliers {
  readonly eurPerJ: number;
  /** EUR per kg by which a lot misses the purity of a step; by output and step. */
  readonly purityEurPerKg: readonly Float64Array[];
  /** kg: about the standard deviation of what is right in a lot; by output. */
  readonly spreadKg: Float64Array;
}

/** The bound by some multipliers, and how far each limit is missed there. */
export interface DualValue {
  readonly eur: number;
  readonly usedJ: number;
  /** By output: kg above the purity of its step, kg in all, and the variance of what is right. */
  readonly surplusKg: Float64Array;
  readonly lotKg: Float64Array;
  readonly varianceKg2: Float64Array;
}

/** Masses at which the worth of a further look is worked out; between them it is interpolated, which only raises it: it is convex in mass. */
const masses = 8;

/** The price lines of one output's steps, by multipliers: EUR per kg of what is right, and of all. */
interface Line {
  readonly right: number;
  readonly all: number;
}

/** Works the bound out by multipliers and by the steps that lots may reach; see `lotBound` for why it is one. */
export class LotDual {
  readonly #day: SeenDay;
  readonly #items: number;
  readonly #grid: Float64Array;
  /** By rung: [items, outputs] probability that an output accepts. */
  readonly #accepted: readonly Float64Array[];
  readonly #perLabel: Float64Array;

  constructor(day: SeenDay) {
    this.#day = day;
    this.#items = day.massKg.length;
    this.#grid = gridOf(day.massKg);
    this.#accepted = day.rungs.map(({ belief }) => acceptedOf(day, belief));
    this.#perLabel = new Float64Array(day.labels);
    for (const k of day.truth) this.#perLabel[k]! += 1;
  }

  /** The bound where each lot reaches one of the steps that `allowed` lists by output. */
  value(allowed: readonly (readonly number[])[], multipliers: Multipliers): DualValue {
    const { outputs, rungs, joules, awakeJ, block, holds } = this.#day;
    const offers = new Offers(this.#day, allowed, multipliers);
    const told = this.#tables(offers);
    const byBlock = new Float64Array(awakeJ.length);
    const usage = { usedJ: 0, surplusKg: zeros(outputs), lotKg: zeros(outputs), varianceKg2: zeros(outputs) };
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
      if (!way.look && way.eur > 0) offers.use(usage, way.output, this.#day.massKg[i]!, way.p);
    }
    let eur = multipliers.eurPerJ * joules + offers.spreadEur;
    for (let b = 0; b < byBlock.length; b++) {
      const standbyEur = multipliers.eurPerJ * awakeJ[b]!;
      eur += Math.max(byBlock[b]! - standbyEur, 2 * standbyEur);
      if (byBlock[b]! > standbyEur) usage.usedJ += awakeJ[b]!;
    }
    return { ...usage, eur };
  }

  /** By rung above the first: [labels, masses] what a thing of a label and mass is worth once it is seen there. */
  #tables(offers: Offers): Float64Array[] {
    const { rungs, labels, truth } = this.#day;
    const tables: Float64Array[] = [];
    for (let rung = rungs.length - 1; rung > 0; rung--) {
      const table = new Float64Array(labels * masses);
      for (let i = 0; i < this.#items; i++) {
        for (let g = 0; g < masses; g++) {
          const pick = offers.best(this.#accepted[rung]!, i, this.#grid[g]!).eur;
          const look = this.#lookEur(offers, tables, rung, i, g, 0);
          table[truth[i]! * masses + g]! += Math.max(0, pick, look) / this.#perLabel[truth[i]!]!;
        }
      }
      tables[rung] = table;
    }
    return tables;
  }

  /** The best that can be done with an item after a look: pass, pick, or look on. */
  #way(offers: Offers, tables: readonly Float64Array[], i: number, rung: number) {
    const massKg = this.#day.massKg[i]!;
    const pick = offers.best(this.#accepted[rung]!, i, massKg);
    const { at, share } = placeIn(this.#grid, massKg);
    const look = this.#lookEur(offers, tables, rung, i, at, share);
    return look > pick.eur ? { ...pick, eur: look, look: true } : { ...pick, look: false };
  }

  /** What the next look is worth on average over what it may find, less its joules, at a mass between two of the grid. */
  #lookEur(
    offers: Offers,
    tables: readonly Float64Array[],
    rung: number,
    i: number,
    at: number,
    share: number,
  ): number {
    const next = this.#day.rungs[rung + 1];
    const table = tables[rung + 1];
    if (next === undefined || table === undefined) return -Infinity;
    const { labels, rungs } = this.#day;
    const { belief } = rungs[rung]!;
    let eur = -offers.eurPerJ * next.energyJ;
    for (let k = 0; k < labels; k++) {
      const p = belief[i * labels + k]!;
      if (p === 0) continue;
      const from = table[k * masses + at]!;
      eur += p * (share === 0 ? from : from + share * (table[k * masses + at + 1]! - from));
    }
    return eur;
  }
}

const zeros = ({ length }: readonly unknown[]) => new Float64Array(length);

/** What picks are worth by multipliers. */
class Offers {
  readonly eurPerJ: number;
  /** What the spread of all lots may bring. */
  readonly spreadEur: number;
  readonly #day: SeenDay;
  /** By line: what is paid for each kg that is right, and charged for each kg; and by output: its first line. */
  readonly #right: Float64Array;
  readonly #all: Float64Array;
  readonly #first: Int32Array;
  readonly #purities: readonly number[];
  readonly #eurPerKg2: Float64Array;
  readonly #pickEur: number;

  constructor(day: SeenDay, allowed: readonly (readonly number[])[], multipliers: Multipliers) {
    const { eurPerJ, purityEurPerKg, spreadKg } = multipliers;
    this.#day = day;
    this.eurPerJ = eurPerJ;
    this.#pickEur = eurPerJ * day.pickJ;
    const lineOf =
      (o: number) =>
      (step: number): Line => {
        const { tiers, contaminantEurPerKg } = day.outputs[o]!;
        const purityEur = purityEurPerKg[o]![step]!;
        return {
          right: tiers[step]!.priceEurPerKg + contaminantEurPerKg + purityEur,
          all: contaminantEurPerKg + purityEur * tiers[step]!.minPurity,
        };
      };
    const lines = allowed.map((steps, o) => steps.map(lineOf(o)));
    this.#right = Float64Array.from(lines.flat(), ({ right }) => right);
    this.#all = Float64Array.from(lines.flat(), ({ all }) => all);
    this.#first = new Int32Array(lines.length + 1);
    lines.forEach(({ length }, o) => {
      this.#first[o + 1] = this.#first[o]! + length;
    });
    this.#purities = allowed.map(([step], o) => day.outputs[o]!.tiers[step!]!.minPurity);
    const widths = day.outputs.map(({ tiers }, o) => {
      const rights = tiers.map((_, step) => lineOf(o)(step).right);
      return Math.max(...rights) - Math.min(...rights);
    });
    this.#eurPerKg2 = Float64Array.from(widths, (width, o) => width / (4 * spreadKg[o]!));
    this.spreadEur = widths.reduce((sum, width, o) => sum + (width * spreadKg[o]!) / 4, 0);
  }

  /** The best pick of an item by how probably each output accepts it, over passing it on. */
  best(accepted: Float64Array, i: number, massKg: number): { eur: number; output: number; p: number } {
    const { outputs, residueEurPerKg } = this.#day;
    let [eur, output, p] = [-Infinity, -1, 0];
    for (let o = 0; o < outputs.length; o++) {
      const q = accepted[i * outputs.length + o]!;
      const spread = this.#eurPerKg2[o]! * massKg * q * (1 - q);
      for (let line = this.#first[o]!; line < this.#first[o + 1]!; line++) {
        const value = massKg * (this.#right[line]! * q - this.#all[line]! + residueEurPerKg + spread);
        if (value > eur) [eur, output, p] = [value, o, q];
      }
    }
    return { eur: eur - this.#pickEur, output, p };
  }

  use(
    usage: { usedJ: number } & Pick<DualValue, 'surplusKg' | 'lotKg' | 'varianceKg2'>,
    output: number,
    massKg: number,
    p: number,
  ): void {
    usage.usedJ += this.#day.pickJ;
    usage.surplusKg[output]! += massKg * (p - this.#purities[output]!);
    usage.lotKg[output]! += massKg;
    usage.varianceKg2[output]! += massKg * massKg * p * (1 - p);
  }
}

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
