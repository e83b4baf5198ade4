import type { LinearProgram, LinearSolution, LpSolver } from '../ports.ts';

/** The part of a loaded `highs` module that is used; who loads it hands it in (it is WASM, and loading is asynchronous). */
export interface HighsModule {
  solve(
    problem: string,
    options?: { solver?: 'simplex'; parallel?: 'off'; output_flag?: boolean },
  ): {
    readonly Status: string;
    readonly ObjectiveValue: number;
    readonly Columns: Readonly<Record<string, object>>;
  };
}

/**
 * A solver port over highs. The dual simplex is asked for and no parallelism: the same problem gives the same bits.
 */
export function highsSolver(highs: HighsModule): LpSolver {
  return {
    name: 'highs',
    solve(problem) {
      if (problem.objective.length === 0) return { status: 'optimal', objective: 0, x: new Float64Array(0) };
      const answer = highs.solve(lpText(problem), { solver: 'simplex', parallel: 'off', output_flag: false });
      return solutionOf(answer, problem.objective.length);
    },
  };
}

function solutionOf(answer: ReturnType<HighsModule['solve']>, columns: number): LinearSolution {
  const status = statusOf(answer.Status);
  if (status !== 'optimal') return { status, objective: Number.NaN, x: new Float64Array(0) };
  const x = Float64Array.from({ length: columns }, (_, j) => primalOf(answer.Columns[`x${j}`]));
  return { status, objective: answer.ObjectiveValue, x };
}

function primalOf(column: object | undefined): number {
  return column !== undefined && 'Primal' in column ? Number(column.Primal) : 0;
}

function statusOf(text: string): LinearSolution['status'] {
  if (text === 'Optimal') return 'optimal';
  if (text === 'Infeasible') return 'infeasible';
  return text === 'Unbounded' ? 'unbounded' : 'failed';
}

/** A linear program in CPLEX LP format, numbers in full precision. Empty rows and columns are allowed. */
export function lpText(problem: LinearProgram): string {
  const { objective, rowLower, rowUpper } = problem;
  const lines = ['Maximize', ` obj: ${terms(objective)}`, 'Subject To'];
  const rows = rowTerms(problem);
  for (let i = 0; i < rows.length; i++) {
    const text = rows[i]!;
    if (text === '') continue;
    const [lower, upper] = [rowLower[i]!, rowUpper[i]!];
    if (lower === upper) lines.push(` r${i}: ${text} = ${lower}`);
    else {
      if (upper < Infinity) lines.push(` r${i}u: ${text} <= ${upper}`);
      if (lower > -Infinity) lines.push(` r${i}l: ${text} >= ${lower}`);
    }
  }
  lines.push('Bounds');
  for (let j = 0; j < objective.length; j++) {
    const [lower, upper] = [problem.lower[j]!, problem.upper[j]!];
    lines.push(` ${lower === -Infinity ? '-inf' : lower} <= x${j} <= ${upper === Infinity ? '+inf' : upper}`);
  }
  lines.push('End', '');
  return lines.join('\n');
}

function terms(weights: Float64Array): string {
  const parts: string[] = [];
  weights.forEach((w, j) => {
    if (w !== 0) parts.push(`${w < 0 ? '-' : '+'} ${Math.abs(w)} x${j}`);
  });
  return parts.length === 0 ? '0 x0' : wrapped(parts);
}

function rowTerms({ objective, rowLower, start, rowIndex, values }: LinearProgram): string[] {
  const parts: string[][] = Array.from({ length: rowLower.length }, () => []);
  for (let j = 0; j < objective.length; j++) {
    for (let e = start[j]!; e < start[j + 1]!; e++) {
      const v = values[e]!;
      parts[rowIndex[e]!]!.push(`${v < 0 ? '-' : '+'} ${Math.abs(v)} x${j}`);
    }
  }
  return parts.map(wrapped);
}

/** The format limits the length of a line (560 characters in the reader of highs): one break every 12 terms. */
function wrapped(parts: readonly string[]): string {
  const lines: string[] = [];
  for (let i = 0; i < parts.length; i += 12) lines.push(parts.slice(i, i + 12).join(' '));
  return lines.join('\n   ');
}
