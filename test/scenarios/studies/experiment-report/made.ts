import { type QuantityName, quantityNames } from '../../../../scenarios/schema/day/compare.ts';
import type { DoneCell } from '../../../../scenarios/studies/experiment/cell.ts';
import type { Design } from '../../../../scenarios/studies/experiment/design.ts';
import { documentOf, type ExperimentDocument } from '../../../../scenarios/studies/experiment/document.ts';
import type { Quantities } from '../../../../scenarios/studies/experiment/quantities.ts';
import type { Point, StudyHead } from '../../../../scenarios/studies/experiment/study.ts';
import { at } from '../../../../sim/record/must.ts';
import { failed, point, study } from '../experiment/rows.ts';

/** What a day is not asked for. */
const usual: Quantities = {
  ...(Object.fromEntries(quantityNames.map((name) => [name, 0.5])) as Record<QuantityName, number>),
  ...{ co2eKg: -8, energyJPerItem: 120, regretEur: 3, downtimeS: 0 },
};

/** A cell of so many EUR for each variant in which robots work; doing nothing and a person cost 2. */
function cell(place: number, replication: number, ...eur: number[]): DoneCell {
  const days = [-2, -2, ...eur].map((valueEur, index) => ({
    revenueEur: valueEur + 2,
    shelfKg: 0,
    massKg: 100,
    sortedKg: 40,
    busyShares: [0.2, 0.1],
    eventHash: `${place}-${replication}-${index}`,
    quantities: { ...usual, valueEur, co2eKg: -8 - valueEur * (index - 1), energyJPerItem: 120 + 9 * place },
  }));
  return {
    status: 'done',
    point: place,
    replication,
    days,
    boundEur: 11,
  };
}

/** Ups and downs that all ways to play share, and a little of their own. */
const weather = (day: number) => 2 * Math.sin(7 * day);
const own = (place: number, day: number) => 0.6 * Math.sin(3 * day + 5 * place);

/** Ways of seeing one scenario over so many days, one of which failed. */
export function seeing(days: number): ExperimentDocument {
  const head = study('perceptions', [point('made', 'labels-only', 'distilled', 'teacher', 'perfect')], days);
  const rows = Array.from({ length: days }, (_, day) =>
    day === 1
      ? failed(0, day)
      : cell(0, day, ...[1, 1.1, 4, 5].map((eur, i) => eur + weather(day) + own(i, day))),
  );
  return documentOf(head, rows);
}

const design: Design = {
  kind: 'full',
  factors: [
    { name: 'battery', paths: ['robots[0].batteryWh'], levels: [15, 60] },
    { name: 'panel', paths: ['robots[0].panelW'], levels: [6, 12, 24] },
  ],
  values: [15, 60].flatMap((battery) => [6, 12, 24].map((panel) => [battery, panel])),
  fraction: null,
};

/** A plan of two factors, 2 x 3 points; a larger panel earns more, and more so with a larger battery. */
export function planned(days: number, words: Partial<StudyHead> = {}): ExperimentDocument {
  const points = design.values.map(([battery = 0, panel = 0]): Point => {
    const name = `battery=${battery}, panel=${panel}`;
    const set = [`robots[0].batteryWh=${battery}`, `robots[0].panelW=${panel}`];
    return { ...point(name), levels: { battery, panel }, set };
  });
  const head = { ...study('plan', points, days), design, ...words };
  const rows = Array.from({ length: days }, (_, day) =>
    points.map((_, place) => {
      const [battery, panel] = (design.values[place] ?? []).map(Number);
      const eur = 0.1 * at([panel ?? 0], 0) + (battery === 60 ? 0.05 * (panel ?? 0) : 0);
      return cell(place, day, eur + weather(day) + own(place, day));
    }),
  ).flat();
  return documentOf(head, rows);
}
