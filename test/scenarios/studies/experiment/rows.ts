import { quantityNames } from '../../../../scenarios/schema/day/compare.ts';
import { scenarioSchema } from '../../../../scenarios/schema/day/scenario.ts';
import type { CellRow, DoneCell } from '../../../../scenarios/studies/experiment/cell.ts';
import type { Quantities } from '../../../../scenarios/studies/experiment/quantities.ts';
import type { Point, StudyHead } from '../../../../scenarios/studies/experiment/study.ts';
import { references } from '../../../../sim/site/reference.ts';

const { investment, picker } = scenarioSchema.parse({ title: 'made' });
const terms = { investment, picker: { ...picker, eurPerHour: 22 }, days: 1, openH: 8 };

/** A point with one variant, or one a perception, beside the arms in which no robot works. */
export function point(name: string, ...perceptions: string[]): Point {
  const seen = perceptions.length > 0 ? perceptions : ['perfect'];
  const capital = { capitalEur: 0, keepEurPerYear: 0 };
  const variants = [...references, ...seen].map((perception) => {
    return { perception, maintenance: 'condition', capital };
  });
  const main = references.length;
  return { name, levels: {}, set: [], variants, terms, main, sensors: [] };
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
    ...{ seed: 7, quantity: 'valueEur', design: null, leavesOut: [], rules: [], points },
    replications: { from: replications, to: replications },
  };
}

/** A day whose quantities all are one number, one number for each variant in which robots work; nothing is used again. */
export function done(point: number, replication: number, ...values: number[]): DoneCell {
  const days = [...references.map(() => 0), ...values].map((value, index) => ({
    revenueEur: value,
    shelfKg: 0,
    massKg: 100,
    sortedKg: 40,
    busyShares: [0.2, 0.1],
    eventHash: `${point}-${replication}-${index}`,
    quantities: {
      ...(Object.fromEntries(quantityNames.map((name) => [name, value])) as Quantities),
      shelfPurity: 0,
    },
  }));
  return { status: 'done', point, replication, days, boundEur: 100 };
}

export function failed(point: number, replication: number): CellRow {
  return { status: 'failed', point, replication, seed: 7, error: 'it broke', command: 'looptwin run made' };
}
