import { say } from '../language.ts';
import { retold } from '../retold.ts';
import type { Problem } from '../session.ts';

/** What is wrong and what cures it, instead of a picture. */
export function ProblemPanel({ problem }: { problem: Problem }) {
  return (
    <div class="problem" role="alert">
      <h2>{say('problem')}</h2>
      <p>{retold('heard', problem.what)}</p>
      <p class="cure">{retold('heard', problem.cure)}</p>
    </div>
  );
}
