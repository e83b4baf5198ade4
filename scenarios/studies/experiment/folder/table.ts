import type { JsonValue } from '../../../../sim/record/json.ts';
import { type Cell, type Row, type Table, tableOf } from '../../../record/table.ts';
import { shownValue } from '../design.ts';
import type { ExperimentDocument } from '../document.ts';
import type { Played } from '../experiment.ts';
import type { StudyHead } from '../study.ts';

/** The days of a variant by name: what a row of the document is found by. */
const keyOf = (...names: readonly (string | number | null)[]) => JSON.stringify(names);

function costByDay({ head: { points }, rows, costs }: Played): ReadonlyMap<string, number> {
  return new Map(
    rows.flatMap(({ point, replication }, row) => {
      const { name = '', variants = [], training = null } = points[point] ?? {};
      return variants.flatMap(({ perception, maintenance }, index): [string, number][] => {
        const seconds = costs[row]?.[index];
        return seconds === undefined
          ? []
          : [[keyOf(name, training, replication, perception, maintenance), seconds]];
      });
    }),
  );
}

/** A level in a column of its own type: numbers and truths as such, anything else as text. */
function cellOf(level: JsonValue | undefined, all: readonly JsonValue[]): Cell {
  if (level === undefined) return null;
  const [first] = all;
  const alike = all.every((other) => typeof other === typeof first);
  if (alike && (typeof level === 'number' || typeof level === 'boolean')) return level;
  return shownValue(level);
}

/** The level of every factor by point, under names that no other column has. */
function levelsByPoint({ points }: StudyHead, taken: readonly string[]): ReadonlyMap<string, Row> {
  const names = Object.keys(points[0]?.levels ?? {});
  const columns = names.map((name) => {
    const all = points.map(({ levels }) => levels[name] ?? null);
    return { name, all, column: taken.includes(name) ? `factor.${name}` : name };
  });
  return new Map(
    points.map(({ name: point, levels }) => [
      point,
      Object.fromEntries(columns.map(({ name, all, column }) => [column, cellOf(levels[name], all)])),
    ]),
  );
}

/** One row for each day and arm: where it stands, its levels, every quantity as it was measured, what it cost. */
export function replicationTable(played: Played, { rows }: ExperimentDocument): Table {
  const costs = costByDay(played);
  const levels = levelsByPoint(played.head, [...Object.keys(rows[0] ?? {}), 'costS']);
  return tableOf(
    'replications',
    rows.map(({ point, replication, seed, training, perception, maintenance, ...measured }) => ({
      ...{ point, ...levels.get(point), replication, seed },
      ...(training === undefined ? {} : { training }),
      ...{ perception, maintenance, ...measured },
      costS: costs.get(keyOf(point, training ?? null, replication, perception, maintenance)) ?? null,
    })),
  );
}
