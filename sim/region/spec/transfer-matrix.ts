import { betweenLoads } from './at-load.ts';

/**
 * Transfer matrix of a site: which share of each input goes to which output.
 *
 * Purity is an output of feed and matrix, never a property of a machine; recovery is a property of the matrix
 * alone. The last output is the residue: what no other output takes.
 */
export interface TransferMatrix {
  readonly inputs: readonly string[];
  /** Names of the outputs; the last one is always `residue`. */
  readonly outputs: readonly string[];
  /** Row-major [outputs, inputs]; each column sums to 1. */
  readonly share: Float64Array;
  /** Row-major [outputs, inputs]: standard deviation of a share from shift to shift; absent = none. The residue takes the rest. */
  readonly spread?: Float64Array;
}

export const RESIDUE = 'residue';

/** The input that a material in one condition is: `pet-bottle-clear/reuse`. */
export const gradedInput = (materialId: string, condition: string): string => `${materialId}/${condition}`;

/** Inputs that a table of cells tells of: materials, or materials by condition if its rows name one in that way. */
export function inputsOf(
  materialIds: readonly string[],
  conditions: readonly string[],
  cells: Cells,
): readonly string[] {
  const graded = Object.values(cells).some((row) => Object.keys(row).some((input) => input.includes('/')));
  if (!graded) return materialIds;
  return materialIds.flatMap((id) => conditions.map((condition) => gradedInput(id, condition)));
}

/** Cells by output and input name; every cell must be present, a 0 is written out. */
export type Cells = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Rounding that a column sum may exceed 1 by. */
const SUM_TOLERANCE = 1e-9;

/** Everything that is wrong with a table of cells, one sentence each; empty when it can be used. */
export function matrixProblems(inputs: readonly string[], cells: Cells): string[] {
  const problems = cellProblems(inputs, cells);
  for (const input of inputs) {
    const sum = columnSum(cells, input);
    if (sum > 1 + SUM_TOLERANCE) problems.push(`column "${input}" must sum to at most 1, got ${sum}`);
  }
  return problems;
}

/** What is wrong with single cells: rows of the residue, names that are unknown or missing, values that are no share. */
function cellProblems(inputs: readonly string[], cells: Cells): string[] {
  const known = new Set(inputs);
  const problems: string[] = [];
  for (const [output, row] of Object.entries(cells)) {
    if (output === RESIDUE) problems.push(`output "${RESIDUE}" is computed: remove its row`);
    for (const input of Object.keys(row))
      if (!known.has(input))
        problems.push(`${output}: unknown input "${input}" (known: ${inputs.join(', ')})`);
    for (const input of inputs) {
      const cell = row[input];
      if (cell === undefined)
        problems.push(`${output}: cell "${input}" is missing; write 0 if nothing goes there`);
      else if (!(cell >= 0 && cell <= 1))
        problems.push(`${output}: cell "${input}" must be 0..1, got ${cell}`);
    }
  }
  return problems;
}

/** The same for a table of spreads: it has the rows of `cells` and no others. */
export function spreadProblems(inputs: readonly string[], cells: Cells, spread: Cells): string[] {
  const rows = Object.keys(cells);
  return [
    ...Object.keys(spread).flatMap((output) =>
      rows.includes(output) ? [] : [`spread: unknown output "${output}" (known: ${rows.join(', ')})`],
    ),
    ...rows.flatMap((output) =>
      spread[output] === undefined
        ? [`spread: output "${output}" is missing; write 0 in all of its cells`]
        : [],
    ),
    ...cellProblems(inputs, spread).map((problem) => `spread: ${problem}`),
  ];
}

/** Builds a matrix from parallel outputs; throws with all problems at once. */
export function transferMatrix(inputs: readonly string[], cells: Cells, spread?: Cells): TransferMatrix {
  const problems = [
    ...matrixProblems(inputs, cells),
    ...(spread === undefined ? [] : spreadProblems(inputs, cells, spread)),
  ];
  if (problems.length > 0) throw new Error(`transfer matrix: ${problems.join('; ')}`);
  const outputs = [...Object.keys(cells), RESIDUE];
  const share = new Float64Array(outputs.length * inputs.length);
  inputs.forEach((input, column) => {
    Object.keys(cells).forEach((output, row) => {
      share[row * inputs.length + column] = cells[output]![input]!;
    });
    share[(outputs.length - 1) * inputs.length + column] = Math.max(0, 1 - columnSum(cells, input));
  });
  if (spread === undefined) return { inputs, outputs, share };
  const sd = share.map((_, cell) => {
    const row = spread[outputs[Math.floor(cell / inputs.length)]!];
    return row === undefined ? 0 : row[inputs[cell % inputs.length]!]!;
  });
  return { inputs, outputs, share, spread: sd };
}

/**
 * Matrix between two loads by linear interpolation of the shares, held constant beyond the ends. All matrices list the same
 * inputs and outputs in the same order.
 */
export function matrixAtLoad(
  loads: readonly { readonly loadKgPerH: number; readonly matrix: TransferMatrix }[],
  loadKgPerH: number,
): TransferMatrix {
  const { low, high, weight } = betweenLoads(loads, loadKgPerH);
  if (low === high) return low.matrix;
  const { inputs, outputs } = low.matrix;
  const share = between(low.matrix.share, high.matrix.share, weight);
  const none = new Float64Array(share.length);
  const [a, b] = [low.matrix.spread, high.matrix.spread];
  if (a === undefined && b === undefined) return { inputs, outputs, share };
  return { inputs, outputs, share, spread: between(a ?? none, b ?? none, weight) };
}

const between = (low: Float64Array, high: Float64Array, weight: number): Float64Array =>
  low.map((value, cell) => value + weight * (high[cell]! - value));

/**
 * The matrix of one shift: every share is drawn within its spread (`normal(cell)` standard normal), kept at 0 or above, and
 * a column that would give more than there is is scaled down; the residue takes the rest, so each column still sums to 1.
 */
export function shiftMatrix(mean: TransferMatrix, normal: (cell: number) => number): TransferMatrix {
  const { inputs, outputs, spread } = mean;
  if (spread === undefined) return mean;
  const columns = inputs.length;
  const residue = (outputs.length - 1) * columns;
  const share = mean.share.slice();
  for (let cell = 0; cell < residue; cell++)
    if (spread[cell]! > 0) share[cell] = Math.max(0, share[cell]! + spread[cell]! * normal(cell));
  for (let column = 0; column < columns; column++) {
    let taken = 0;
    for (let cell = column; cell < residue; cell += columns) taken += share[cell]!;
    if (taken > 1)
      for (let cell = column; cell < residue; cell += columns) share[cell] = share[cell]! / taken;
    share[residue + column] = Math.max(0, 1 - taken);
  }
  return { inputs, outputs, share };
}

/** Matrix from what an item-scale run measured: kg by [output, input]; an input never seen goes to the residue. */
export function measuredMatrix(
  inputs: readonly string[],
  outputs: readonly string[],
  measuredKg: ArrayLike<number>,
): TransferMatrix {
  if (outputs[outputs.length - 1] !== RESIDUE)
    throw new Error(
      `measuredMatrix: the last output must be "${RESIDUE}", got "${outputs[outputs.length - 1]}"`,
    );
  const share = new Float64Array(outputs.length * inputs.length);
  inputs.forEach((_, column) => {
    let total = 0;
    for (let row = 0; row < outputs.length; row++) total += measuredKg[row * inputs.length + column]!;
    for (let row = 0; row < outputs.length; row++) {
      const cell = row * inputs.length + column;
      const unseen = row === outputs.length - 1 ? 1 : 0;
      share[cell] = total > 0 ? measuredKg[cell]! / total : unseen;
    }
  });
  return { inputs, outputs, share };
}

function columnSum(cells: Cells, input: string): number {
  return Object.values(cells).reduce((total, row) => total + (row[input] ?? 0), 0);
}
