import { highsSolver } from '../../sim/decisions/lp-text.ts';
import type { LpSolver } from '../../sim/ports.ts';

/** The linear-program solver HiGHS (WASM) behind the port; loads it once a call. */
export async function openSolver(): Promise<LpSolver> {
  const { default: load } = await import('highs');
  const highs = await load();
  return highsSolver({
    solve(problem, options) {
      const { Status, ObjectiveValue, Columns } = highs.solve(problem, options);
      const primal = Object.entries(Columns).map(([name, column]) => {
        return [name, 'Primal' in column ? { Primal: column.Primal } : {}] as const;
      });
      return { Status, ObjectiveValue, Columns: Object.fromEntries(primal) };
    },
  });
}
