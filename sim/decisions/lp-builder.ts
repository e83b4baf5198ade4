/** maximise objective . x subject to rowLower <= A x <= rowUpper, lower <= x <= upper; A by column: the entries of column j are rowIndex/values[start[j] .. start[j + 1]). */
export interface LinearProgram {
  readonly objective: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly start: Int32Array;
  readonly rowIndex: Int32Array;
  readonly values: Float64Array;
}

export interface LinearSolution {
  readonly status: 'optimal' | 'infeasible' | 'unbounded' | 'failed';
  readonly objective: number;
  /** [columns] primal values; empty unless optimal. */
  readonly x: Float64Array;
}

export interface LpSolver {
  readonly name: string;
  solve(problem: LinearProgram): LinearSolution;
}

/** Gathers a linear program column by column: rows first (with their limits), then columns with their entries. */
export class LpBuilder {
  readonly #rowLower: number[] = [];
  readonly #rowUpper: number[] = [];
  readonly #objective: number[] = [];
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];
  readonly #start: number[] = [0];
  readonly #rowIndex: number[] = [];
  readonly #values: number[] = [];

  /** Adds a row lower <= a x <= upper and returns its number. */
  row(lower: number, upper: number): number {
    this.#rowLower.push(lower);
    return this.#rowUpper.push(upper) - 1;
  }

  /** Adds a variable with its objective weight, limits and entries [row, value]; zero values are left out. */
  column(
    objective: number,
    lower: number,
    upper: number,
    entries: readonly (readonly [row: number, value: number])[],
  ): number {
    for (const [row, value] of entries) {
      if (value === 0) continue;
      this.#rowIndex.push(row);
      this.#values.push(value);
    }
    this.#start.push(this.#rowIndex.length);
    this.#lower.push(lower);
    this.#upper.push(upper);
    return this.#objective.push(objective) - 1;
  }

  get columns(): number {
    return this.#objective.length;
  }

  build(): LinearProgram {
    return {
      objective: Float64Array.from(this.#objective),
      lower: Float64Array.from(this.#lower),
      upper: Float64Array.from(this.#upper),
      rowLower: Float64Array.from(this.#rowLower),
      rowUpper: Float64Array.from(this.#rowUpper),
      start: Int32Array.from(this.#start),
      rowIndex: Int32Array.from(this.#rowIndex),
      values: Float64Array.from(this.#values),
    };
  }
}
