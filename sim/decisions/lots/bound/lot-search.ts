import FlatQueue from 'flatqueue';
import type { LotPart } from './by-block.ts';
import type { LossLine, LotLoss } from './lot-loss.ts';
import { type LotSums, mapped, type Side } from './lot-sums.ts';

/** All that may be between the sums of two lots. */
interface Cell {
  readonly from: LotSums;
  readonly to: LotSums;
  readonly loss: LossLine;
  /** What a lot in it adds at most by the planes that were looked at so far, EUR, and how many of all these were. */
  eur: number;
  planes: number;
}

/** What a lot adds where it pays some slopes, and what it takes then. */
interface Plane extends LotPart {
  readonly slopes: LotSums;
}

/** What is searched: a lot's part by the slopes that it pays, what it loses, and the largest that it can be, whose heaviest thing is so heavy. */
export interface Searched {
  readonly part: (slopes: LotSums) => LotPart;
  readonly loss: LotLoss;
  readonly minPurity: number;
  readonly largest: { readonly kg: number; readonly kg2: number; readonly oneKg: number };
}

/** What a lot adds at most; what it pays where it may add that, and by how much what it loses there falls with each of its sums. */
export interface LotWorth {
  readonly eur: number;
  readonly slopes: LotSums;
  readonly natural: LotSums;
}

/** When a search ends, and when it adds planes (ours: more lower the bound of the quickstart by less than EUR 0.1 a day). */
const limits = {
  /** Cells that are made at most. */
  cells: 60_000,
  /** Rounds in which planes are added, at most. */
  rounds: 24,
  /** Cells after which a round comes at the latest. */
  cellsPerRound: 2000,
  /** Rounds without gain in a cell that is small enough. */
  idle: 6,
};

/** A gain that does not count, EUR. */
const littleEur = 0.004;

/** By how much a step against one plane is to lower it, EUR: at first, at least, and at most. */
const pace = { first: 0.3, least: 2e-3, most: 1 };
const stepsPerRound = 3;

/** Rounds in which it is found against what steps go. */
const mixing = 40;

const sides: readonly Side[] = [0, 1, 2, 3];

/** How wide a cell may be where planes are added, as shares of what the lot is like, or of what it is in the cell if that is more. */
const widths = [0.08, 0.15, 0.25, 0.3] as const;

/**
 * What a lot adds to a day at most, wherever its sums may lie. Where it pays slopes it adds no more than its part, less what it paid: over all sums
 * a plane. In a cell of sums it adds no more than the lowest plane less what it loses there; and over all cells no more than in the best of them,
 * which is split, or gets more planes, until neither gains.
 */
export class LotSearch {
  readonly #searched: Searched;
  readonly #planes: Plane[] = [];
  readonly #best = new FlatQueue<Cell>();
  #made = 0;
  /** What the lot is like at first. */
  readonly #like: LotSums;
  /** How far steps go; 0 before the first. */
  #stride = 0;

  /** Begins with the planes of some slopes, the first of which the lot is expected to pay. */
  constructor(searched: Searched, starts: readonly [LotSums, ...LotSums[]]) {
    this.#searched = searched;
    const [first] = starts.map((slopes) => this.#add(slopes)) as [Plane];
    this.#like = likeness(first.sums);
    const { kg, kg2, oneKg } = searched.largest;
    const u = searched.minPurity;
    this.#make([0, -u * kg, 0, 0], [kg, (1 - u) * kg, kg2, kg2 * oneKg], Infinity);
  }

  run(): LotWorth {
    let [rounds, idle, last] = [0, 0, 0];
    for (;;) {
      const cell = this.#pop();
      const middle = middleOf(cell);
      const width = this.#widest(cell, middle);
      const full = this.#made >= limits.cells;
      if (rounds >= limits.rounds || idle >= limits.idle || full)
        return { eur: cell.eur, slopes: this.#lowest(middle).slopes, natural: this.#natural(middle) };
      const due = this.#made - last >= limits.cellsPerRound;
      const wide = width.share > 1 || (width.share > 0.25 && cell.eur - this.#netAt(middle) > littleEur);
      if (wide && !due) {
        this.#split(cell, width.side, middle);
        continue;
      }
      [rounds, last] = [rounds + 1, this.#made];
      const before = cell.eur;
      this.#round(middle);
      this.#lower(cell);
      if (!wide) idle = before - cell.eur < littleEur / 4 ? idle + 1 : 0;
      this.#push(cell);
    }
  }

  /** Takes out the cell in which the lot may add most. */
  #pop(): Cell {
    for (;;) {
      // There always is one: a lot may be empty.
      const cell = this.#best.pop()!;
      if (cell.planes === this.#planes.length) return cell;
      this.#lower(cell);
      this.#push(cell);
    }
  }

  #push(cell: Cell): void {
    this.#best.push(cell, -cell.eur);
  }

  #make(from: LotSums, to: LotSums, eur: number): void {
    if (!this.#possible(from, to)) return;
    const loss = this.#searched.loss.between(from, to);
    const cell = { from, to, loss, eur, planes: 0 };
    this.#made += 1;
    this.#lower(cell);
    this.#push(cell);
  }

  #split({ from, to, eur }: Cell, side: Side, middle: LotSums): void {
    this.#make(from, withValue(to, side, middle[side]), eur);
    this.#make(withValue(from, side, middle[side]), to, eur);
  }

  /** Whether there may be a lot in a cell: with no less than nothing right in it, or wrong, and sums of kg2 and kg3 that masses allow. */
  #possible(from: LotSums, to: LotSums): boolean {
    const { minPurity: u, largest } = this.#searched;
    const [rightKg, wrongKg] = [to[1] + u * to[0], (1 - u) * to[0] - from[1]];
    if (rightKg < 0 || wrongKg < 0) return false;
    // A thing of mass m adds m2 q (1 - q) to kg2, which is at most m times what of it is right, or wrong.
    const doubtfulKg = Math.min(to[0], rightKg, wrongKg);
    const fits = from[2] <= largest.oneKg * doubtfulKg && from[3] <= largest.oneKg * to[2];
    return fits && from[2] * from[2] <= to[3] * doubtfulKg;
  }

  /** Lowers what a lot adds in a cell to the planes that were added since. */
  #lower(cell: Cell): void {
    const { from, to, loss } = cell;
    const [lostEur, u] = [loss.eurPerRightKg, this.#searched.minPurity];
    for (; cell.planes < this.#planes.length; cell.planes++) {
      const { eur, slopes } = this.#planes[cell.planes]!;
      const most =
        eur +
        loss.freeEur +
        largest(-slopes[0] - lostEur * u, from[0], to[0]) +
        largest(-slopes[1] - lostEur, from[1], to[1]) +
        largest(-slopes[2], from[2], to[2]) +
        largest(-slopes[3], from[3], to[3]);
      if (most < cell.eur) cell.eur = most;
    }
  }

  #add(slopes: LotSums): Plane {
    const plane = { slopes, ...this.#searched.part(slopes) };
    this.#planes.push(plane);
    return plane;
  }

  #lowest(at: LotSums): Plane {
    return this.#planes.reduce((a, b) => (heightOf(b, at) < heightOf(a, at) ? b : a));
  }

  /** What a lot adds at most with some sums. */
  #netAt(sums: LotSums): number {
    return heightOf(this.#lowest(sums), sums) - this.#searched.loss.at(sums);
  }

  /** Adds planes about some sums: the one that pays what the lot loses less there, and lower and lower ones (a proximal bundle method). */
  #round(at: LotSums): void {
    this.#add(this.#natural(at));
    const units = this.#units(at);
    for (let step = 0; step < stepsPerRound; step++) {
      const low = this.#lowest(at);
      const against = this.#against(low, at, units);
      if (against === null) return;
      const moved = mapped(low.slopes, (slope, side) => slope - against.by[side] / units[side]);
      const gained = heightOf(low, at) - heightOf(this.#add(moved), at);
      if (gained > 0.5 * against.eur) this.#stride *= 2;
      else if (gained <= 0) this.#stride *= 0.6;
    }
  }

  /**
   * By how much, in units of each sum, slopes are to be lowered for a plane that is lower at some sums than the lowest so far, and by how much it
   * promises to be. What was taken at a plane says how low other planes are at least; steps go against a mean of what was taken, for which this
   * promises least (found by the method of Frank and Wolfe). Null where next to nothing is promised.
   */
  #against(low: Plane, at: LotSums, units: LotSums): { readonly by: LotSums; readonly eur: number } | null {
    const lowEur = heightOf(low, at);
    const others = this.#planes.map((plane) => {
      const more = mapped(plane.sums, (sum, side) => (sum - at[side]) / units[side]);
      const apart = mapped(low.slopes, (slope, side) => (slope - plane.slopes[side]) * units[side]);
      return { more, shortEur: Math.max(0, lowEur - heightOf(plane, at) - dot(more, apart)) };
    });
    let mean = mapped(low.sums, (sum, side) => (sum - at[side]) / units[side]);
    let shortEur = 0;
    const size = dot(mean, mean);
    if (size < 1e-4) return null;
    if (this.#stride === 0) this.#stride = pace.first / size;
    this.#stride = Math.max(pace.least / size, Math.min(this.#stride, pace.most / size));
    const stride = this.#stride;
    for (let n = 0; n < mixing; n++) {
      const rated = (other: (typeof others)[number]) => stride * dot(other.more, mean) + other.shortEur;
      const other = others.reduce((a, c) => (rated(c) < rated(a) ? c : a));
      const away = mapped(mean, (x, side) => x - other.more[side]);
      const length = stride * dot(away, away);
      const share = length > 0 ? (stride * dot(mean, away) + shortEur - other.shortEur) / length : 0;
      if (share <= 0) break;
      const taken = Math.min(1, share);
      mean = mapped(mean, (x, side) => x - taken * away[side]);
      shortEur += taken * (other.shortEur - shortEur);
    }
    const eur = stride * dot(mean, mean) + shortEur;
    return eur < littleEur / 10 ? null : { by: mapped(mean, (x) => stride * x), eur };
  }

  /** By how much what a lot loses falls with each of its sums. */
  #natural(at: LotSums): LotSums {
    const units = this.#units(at);
    return mapped(at, (sum, side) => {
      const step = 0.1 * units[side];
      const [less, more] = [side === 1 ? sum - step : Math.max(0, sum - step), sum + step];
      const lost = (x: number) => this.#searched.loss.at(withValue(at, side, x));
      return (lost(less) - lost(more)) / (more - less);
    });
  }

  /** What counts as much of each sum, about some sums. */
  #units(at: LotSums): LotSums {
    const [kg, , kg2, kg3] = this.#like;
    return [
      Math.max(0.2 * kg, 0.3 * at[0]),
      Math.max(Math.sqrt(kg2), 0.3 * Math.abs(at[1])),
      0.5 * Math.max(kg2, at[2]),
      0.5 * Math.max(kg3, at[3]),
    ];
  }

  /** The side along which a cell is widest, and how wide it is there as a share of what it may be. */
  #widest({ from, to }: Cell, middle: LotSums): { readonly side: Side; readonly share: number } {
    const [kg, , kg2, kg3] = this.#like;
    const allowed: LotSums = [
      widths[0] * Math.max(kg, middle[0]),
      widths[1] * Math.max(Math.sqrt(kg2), 0.5 * Math.abs(middle[1])),
      widths[2] * Math.max(0.3 * kg2, middle[2]),
      widths[3] * Math.max(0.3 * kg3, middle[3]),
    ];
    const shares = mapped(allowed, (most, side) => (to[side] - from[side]) / most);
    const share = Math.max(...shares);
    return { side: sides.find((one) => shares[one] === share) ?? 0, share };
  }
}

/** The largest value of a slope between two ends. */
const largest = (slope: number, from: number, to: number) => slope * (slope > 0 ? to : from);

/** What a lot is like that takes so much, or about what a small one is like. */
function likeness([kg, , kg2, kg3]: LotSums): LotSums {
  const size = Math.max(0.05, kg);
  const variance = Math.max(1e-4 * size * size, kg2);
  return [size, 0, variance, Math.max(kg3, 0.3 * variance * Math.sqrt(variance))];
}

/** What a lot adds at most with some sums by one plane. */
const heightOf = ({ eur, slopes }: Plane, at: LotSums) => eur - dot(slopes, at);

const dot = (a: LotSums, b: LotSums) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3];

const middleOf = ({ from, to }: Cell): LotSums => mapped(from, (sum, side) => (sum + to[side]) / 2);

function withValue(sums: LotSums, side: Side, value: number): LotSums {
  return mapped(sums, (sum, other) => (other === side ? value : sum));
}
