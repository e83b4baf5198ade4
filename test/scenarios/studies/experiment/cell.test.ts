import { expect, it } from 'vitest';
import { InputError } from '../../../../scenarios/errors.ts';
import {
  type CellPlayer,
  cellsOf,
  commandOf,
  playCells,
} from '../../../../scenarios/studies/experiment/cell.ts';
import { studyOf } from '../../../../scenarios/studies/experiment/study.ts';

const small = studyOf('smoke', { set: ['policies.perceptions=[perfect]'], replications: 3 });
const cells = cellsOf(small.head, 3);
const never = new AbortController().signal;

/** Plays nothing: throws what the day of a cell is to throw. */
function failing(reasonOf: (replication: number) => unknown): CellPlayer {
  return { expectCell: () => {}, cell: ({ key }) => Promise.reject(reasonOf(key.replication)) };
}

it('a cell that fails is a row with its error, its seed and the command that repeats it', async () => {
  const player = failing((day) => new Error(`day ${day} broke`));
  expect((await playCells(small, cells, player, never))[2]).toEqual({
    ...{ status: 'failed', point: 0, replication: 2, seed: 1, error: 'day 2 broke' },
    command: "looptwin run smoke --seed 1 --replication 2 --set 'policies.perceptions=[perfect]'",
  });
});

it('input that no cell can use is refused as input; one refused cell is a failed cell', async () => {
  const refused = new InputError({ what: 'no' });
  await expect(
    playCells(
      small,
      cells,
      failing(() => refused),
      never,
    ),
  ).rejects.toBe(refused);
  const rows = await playCells(
    small,
    cells,
    failing((day) => (day === 0 ? refused : new Error('x'))),
    never,
  );
  expect(rows.map(({ status }) => status)).toEqual(['failed', 'failed', 'failed']);
});

it('a stop is a stop, not a failed cell', async () => {
  const stop = AbortSignal.abort(new Error('stopped'));
  await expect(
    playCells(
      small,
      cells,
      failing(() => 'x'),
      stop,
    ),
  ).rejects.toThrow('stopped');
});

it("the command of an arm's day carries the arm's settings, quoted for a shell", () => {
  const { head } = studyOf('sensor-or-robot', { set: ['title=it is mine'] });
  // The second arm under the second of three trainings, on a day with items of its own.
  const command = commandOf(head, { point: 4, replication: 4 });
  expect(command).toBe(
    "looptwin run sensor-or-robot --seed 40001 --replication 4 --set 'policies.sorting=\"planned-lots-escalation\"' --set 'title=it is mine' --set training.seed=2",
  );
  const quoted = { ...head, points: [{ ...head.points[0]!, set: ["title=it's"] }] };
  expect(commandOf(quoted, { point: 0, replication: 0 })).toContain("--set 'title=it'\\''s'");
});
