import { highsSolver } from '../sim/decisions/lp-text.ts';
import type { LpSolver } from '../sim/ports.ts';

/** The linear-program solver HiGHS (WASM) behind the port; loads it once. */
export async function openSolver(): Promise<LpSolver> {
  const { default: load } = await import('highs');
  return highsSolver(await load());
}
