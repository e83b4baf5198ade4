import type { OwnParts } from '../../own/parts.ts';
import { ArrivalBook } from '../../steps/arrivals.ts';
import { playDay } from '../../steps/day.ts';
import type { StepPool } from '../../steps/pool.ts';
import type { Step, StepOutcome } from '../../steps/steps.ts';
import type { ContentStore } from '../../store/store.ts';
import type { Report } from '../../threads/progress.ts';

/**
 * A pool that plays days in the calling thread, one after the other, for they need functions of the caller; all other steps go
 * to the threads of `pool`. Between two slices of a day the caller's own events are heard, and `signal` stops it.
 */
export function playingHere(
  pool: StepPool,
  own: OwnParts,
  { store, signal }: { readonly store: ContentStore; readonly signal: AbortSignal },
): StepPool {
  const arrivals = new ArrivalBook();
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => {});
    return mine;
  };
  return {
    workers: pool.workers,
    close: () => pool.close(),
    run<S extends Step>(step: S, report: Report): Promise<StepOutcome<S>> {
      const heard: Report = (record) => {
        signal.throwIfAborted();
        report(record);
      };
      // Each kind of step answers with its own outcome, which the compiler does not see through the narrowing.
      const outcome = (played: Promise<unknown>) => played as Promise<StepOutcome<S>>;
      if (step.kind === 'day')
        return outcome(inTurn(() => playDay(step, { store, arrivals, report: heard, own })));
      return pool.run(step, report);
    },
  };
}
