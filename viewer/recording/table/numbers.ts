/** Numbers of a block: so many that a long recording has few blocks, so few that instants in it differ by little. */
const BLOCK = 2048;

/** From narrow to wide; the last kind holds every number. */
const kinds = [Uint8Array, Uint16Array, Int32Array, Float64Array] as const;
type Cells = InstanceType<(typeof kinds)[number]>;

/** The narrowest cells that hold a number as it is. */
function kindFor(value: number): (typeof kinds)[number] {
  return kinds.find((Kind) => Object.is(Kind.of(value)[0], value)) ?? Float64Array;
}

/** What a block begins with is taken off its numbers, unless they are small in any case. */
function baseFor(first: number): number {
  return Number.isSafeInteger(first) && first > 255 ? first : 0;
}

/** Cells of a block, and what is added to each. */
interface Block {
  readonly base: number;
  readonly cells: Cells;
}

/**
 * Numbers in their order, growing at the end by blocks, so that none is copied. The cells of a block are as wide as what its
 * numbers need beyond its first: whole ones take one, two or four bytes, others eight. Each comes out as it went in (-0 as 0).
 */
export class Numbers {
  length = 0;
  private readonly blocks: Block[] = [];

  push(value: number): void {
    if (this.length % BLOCK === 0) this.blocks.push({ base: baseFor(value), cells: new Uint8Array(BLOCK) });
    this.length += 1;
    this.set(this.length - 1, value);
  }

  /** The number at a place; NaN where there is no such place. */
  at(place: number): number {
    const block = this.blocks[Math.floor(place / BLOCK)];
    if (place >= this.length || block === undefined) return Number.NaN;
    return block.base + (block.cells[place % BLOCK] ?? Number.NaN);
  }

  /** Puts another number at a place that there is. */
  set(place: number, value: number): void {
    const number = Math.floor(place / BLOCK);
    const block = this.blocks[number];
    if (block === undefined) return;
    const { base, cells } = block;
    cells[place % BLOCK] = value - base;
    if (this.at(place) === value || (Number.isNaN(value) && Number.isNaN(this.at(place)))) return;
    this.blocks[number] = widened(block, value);
    this.set(place, value);
  }
}

/** A block that holds what one holds, and another number. Where they are too far apart, or no whole ones, it adds nothing to them. */
function widened({ base, cells }: Block, value: number): Block {
  const exact = base + (value - base) === value;
  const kind = exact ? kindFor(value - base) : Float64Array;
  if (kind !== Float64Array) return { base, cells: kind.from(cells) };
  return { base: 0, cells: Float64Array.from(cells, (cell) => base + cell) };
}
