import FlatQueue from 'flatqueue';
import type { LossLine, LotLoss } from './lot-loss.ts';
import type { LotPart } from './lot-parts.ts';
import { type LotSums, mapped, type Side } from './lot-sums.ts';

/** All that may be between the sums of two lots. */
interface Cell {
  readonly id: number;
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

/** What a lot adds at most, and what it pays where it may add that. */
export interface LotWorth {
  readonly eur: number;
  readonly slopes: LotSums;
}

/** Cells that are made at most, rounds at most, cells after which a round comes at the latest, and rounds without gain after which it ends. */
const limits = { cells: 60_000, rounds: 24, cellsPerRound: 2000, idle: 5 };

/** A gain that does not count, EUR. */
const littleEur = 0.004;

/** By how much a step lowers a plane at first, EUR, and at least and at most; and steps in a round. */
const pace = { first: 0.3, least: 2e-3, most: 1 };
const stepsPerRound = 3;

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
  readonly #cells: Cell[] = [];
  readonly #best = new FlatQueue();
  /** What the lot is like at first. */
  readonly #like: LotSums;
  #paceEur = pace.first;

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
      const full = this.#cells.length >= limits.cells;
      if (rounds >= limits.rounds || idle > limits.idle || full)
        return { eur: cell.eur, slopes: this.#lowest(middle).slopes };
      const due = this.#cells.length - last >= limits.cellsPerRound;
      const wide = width.share > 1 || (width.share > 0.25 && cell.eur - this.#netAt(middle) > littleEur);
      if (wide && !due) {
        this.#split(cell, width.side, middle);
        continue;
      }
      [rounds, last] = [rounds + 1, this.#cells.length];
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
      const cell = this.#cells[this.#best.pop()!]!;
      if (cell.planes === this.#planes.length) return cell;
      this.#lower(cell);
      this.#push(cell);
    }
  }

  #push(cell: Cell): void {
    this.#best.push(cell.id, -cell.eur);
  }

  #make(from: LotSums, to: LotSums, eur: number): void {
    if (!this.#possible(from, to)) return;
    const loss = this.#searched.loss.between(from, to);
    const cell = { id: this.#cells.length, from, to, loss, eur, planes: 0 };
    this.#cells.push(cell);
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

  /** Adds planes about some sums: the one that pays what the lot loses less there, and lower ones, against what is taken more than that. */
  #round(at: LotSums): void {
    this.#add(this.#natural(at));
    let low = this.#lowest(at);
    const units = this.#units(at);
    const more = ({ sums }: Plane) => mapped(sums, (sum, side) => (sum - at[side]) / units[side]);
    let by = more(low);
    for (let step = 0; step < stepsPerRound; step++) {
      const size = by.reduce((sum, x) => sum + x * x, 0);
      if (size < 1e-4) return;
      const perUnit = mapped(by, (x, side) => (this.#paceEur * x) / (size * units[side]));
      const found = this.#add(mapped(low.slopes, (slope, side) => slope - perUnit[side]));
      const gained = heightOf(low, at) - heightOf(found, at);
      // What is taken jumps from one plane to the next: steps go between both.
      const share = gained > 0 ? 0.7 : 0.3;
      const before = by;
      by = mapped(more(found), (x, side) => share * x + (1 - share) * before[side]);
      if (gained > 0) low = found;
      const faster = gained > 0.3 * this.#paceEur;
      this.#paceEur = faster
        ? Math.min(pace.most, 1.5 * this.#paceEur)
        : Math.max(pace.least, 0.5 * this.#paceEur);
    }
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

function heightOf({ eur, slopes }: Plane, at: LotSums): number {
  return eur - slopes[0] * at[0] - slopes[1] * at[1] - slopes[2] * at[2] - slopes[3] * at[3];
}

const middleOf = ({ from, to }: Cell): LotSums => mapped(from, (sum, side) => (sum + to[side]) / 2);

function withValue(sums: LotSums, side: Side, value: number): LotSums {
  return mapped(sums, (sum, other) => (other === side ? value : sum));
}
