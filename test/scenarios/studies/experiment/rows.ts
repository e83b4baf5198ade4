import { quantityNames } from '../../../../scenarios/schema/day/compare.ts';
import type { CellRow, DoneCell } from '../../../../scenarios/studies/experiment/cell.ts';
import type { Quantities } from '../../../../scenarios/studies/experiment/quantities.ts';
import type { Point, StudyHead } from '../../../../scenarios/studies/experiment/study.ts';

/** A point with one variant. */
export function point(name: string, ...perceptions: string[]): Point {
  const seen = perceptions.length > 0 ? perceptions : ['perfect'];
  const variants = seen.map((perception) => ({ perception, maintenance: 'condition' }));
  return { name, levels: {}, set: [], variants, main: 0, sensors: [] };
}

/** A study of so many days. */
export function study(kind: StudyHead['kind'], points: readonly Point[], replications: number): StudyHead {
  return {
    ...{
      kind,
      scenario: 'made',
      source: './made.yaml',
      command: 'looptwin experiment ./made.yaml',
      settings: {},
      title: 'Made by hand',
      question: 'Which?',
      expected: '',
    },
    ...{ seed: 7, quantity: 'valueEur', design: null, points },
    replications: { from: replications, to: replications },
  };
}

/** A day whose quantities all are one number, one number for each variant. */
export function done(point: number, replication: number, ...values: number[]): DoneCell {
  const days = values.map((value, index) => ({
    eventHash: `${point}-${replication}-${index}`,
    quantities: Object.fromEntries(quantityNames.map((name) => [name, value])) as Quantities,
  }));
  return { status: 'done', point, replication, days, boundEur: 100, lifted: null };
}

export function failed(point: number, replication: number): CellRow {
  return { status: 'failed', point, replication, seed: 7, error: 'it broke', command: 'looptwin run made' };
}
