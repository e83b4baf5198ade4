import { type LaterThings, laterThings } from '../later-things.ts';
import { massGrid, Places, rangeOf } from '../mass-grid.ts';
import type { SeenDay } from '../seen-day.ts';
import type { Sight } from '../sight.ts';
import type { PartLine } from './part-line.ts';

/** A day with a price of a joule, laid out for lots that are looked at one by one. */
export class SightedDay {
  readonly day: SeenDay;
  readonly eurPerJ: number;
  readonly grid: Float64Array;
  readonly places: Places;
  readonly later: LaterThings;
  readonly sights: readonly Sight[];
  /** [rung][output][items, or later things] how probably it accepts. */
  readonly accepted: readonly (readonly Float64Array[])[];
  /** EUR of the joules of a pick, the fewest and the most of the day. */
  readonly pickEur: readonly [number, number];

  constructor(day: SeenDay, eurPerJ: number) {
    this.day = day;
    this.eurPerJ = eurPerJ;
    this.grid = massGrid(day.massKg);
    this.places = new Places(this.grid, day.massKg, day.pickJ);
    this.later = laterThings(day);
    this.sights = this.later.sights;
    this.accepted = this.sights.map((sight) => acceptedOf(sight, day.outputs.length));
    const [least, most] = rangeOf(day.pickJ);
    this.pickEur = [eurPerJ * least, eurPerJ * most];
  }

  /** EUR of the look after one. */
  lookEur(rung: number): number {
    return this.eurPerJ * this.sights[rung + 1]!.energyJ;
  }

  /** EUR over passing on of picking a thing that is right with some probability; joules left out. */
  brought({ right, all, eurPerKg2, eurPerKg3 }: PartLine, p: number, massKg: number): number {
    const spread = massKg * (eurPerKg2 + massKg * eurPerKg3);
    return massKg * (right * p - all + this.day.residueEurPerKg + p * (1 - p) * spread);
  }

  /**
   * [masses] EUR per kg of a thing of a mass of the grid with a variance of 1. What is charged for the square and the cube of a mass is less by what
   * a straight line to the next masses lies above it: so nothing between two masses is worth more than the line between them.
   */
  spreadsOf({ eurPerKg2, eurPerKg3 }: PartLine): Float64Array {
    return this.grid.map((m, g) => {
      const [from, to] = [this.grid[g - 1] ?? m, this.grid[g + 1] ?? m];
      const gap = Math.max(m - from, to - m);
      const square = eurPerKg2 < 0 ? m - (gap * gap) / (4 * m) : m;
      const cube = eurPerKg3 < 0 ? m * m - (3 * gap * gap * to) / (4 * m) : m * m;
      return eurPerKg2 * square + eurPerKg3 * cube;
    });
  }

  /** The same as `brought` for a mass of the grid, by its `spreadsOf`. */
  broughtAt(line: PartLine, spreads: Float64Array, p: number, g: number): number {
    return this.grid[g]! * (line.right * p - line.all + this.day.residueEurPerKg + p * (1 - p) * spreads[g]!);
  }
}

/** [output][items] how probably each accepts an item. */
function acceptedOf({ count, outputsFrom, output, q }: Sight, outputs: number): Float64Array[] {
  const accepted = Array.from({ length: outputs }, () => new Float64Array(count));
  for (let i = 0; i < count; i++)
    for (let e = outputsFrom[i]!; e < outputsFrom[i + 1]!; e++) accepted[output[e]!]![i] = q[e]!;
  return accepted;
}
