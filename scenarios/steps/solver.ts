import type { Highs } from 'highs';
import type { LinearProgram, LinearSolution, LpSolver } from '../../sim/decisions/lp-builder.ts';

let loading: Promise<Highs> | undefined;

/**
 * The linear-program solver HiGHS (WASM, loaded once a thread) behind the port. The simplex method is asked for, and the module
 * has one thread: the same problem gives the same bits. Presolving may change which of several best solutions is found, and not
 * the objective: who wants the objective alone of a program that is small as it is built turns it off.
 */
export async function openSolver(presolve: 'choose' | 'off' = 'choose'): Promise<LpSolver> {
  loading ??= import('highs').then(({ default: load }) => load());
  return solverOf(await loading, presolve);
}

function solverOf({ constants, withModel }: Highs, presolve: 'choose' | 'off'): LpSolver {
  const { optimal, infeasible, unbounded } = constants.modelStatus;
  const statuses = new Map<number, LinearSolution['status']>([
    [optimal, 'optimal'],
    [infeasible, 'infeasible'],
    [unbounded, 'unbounded'],
  ]);
  return {
    name: 'highs',
    solve(problem) {
      if (problem.objective.length === 0) return { status: 'optimal', objective: 0, x: new Float64Array(0) };
      return withModel({ ...modelOf(problem), sense: constants.objectiveSense.maximize }, (model) => {
        model.options.set({ solver: 'simplex', presolve, output_flag: false });
        model.run();
        const status = statuses.get(model.getModelStatus()) ?? 'failed';
        if (status !== 'optimal') return { status, objective: Number.NaN, x: new Float64Array(0) };
        return { status, objective: model.getObjectiveValue(), x: model.getSolution().colValue };
      });
    },
  };
}

function modelOf({ objective, lower, upper, rowLower, rowUpper, start, rowIndex, values }: LinearProgram) {
  const size = { numCols: objective.length, numRows: rowLower.length };
  return {
    ...size,
    ...{ colCost: objective, colLower: lower, colUpper: upper, rowLower, rowUpper },
    matrix: { format: 'csc' as const, ...size, starts: start, indices: rowIndex, values },
  };
}
