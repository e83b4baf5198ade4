import type { Cell } from '../../record/table.ts';
import type { RunOutcome } from './execute.ts';
import { listed } from './robots.ts';
import type { RunDocument } from './summary.ts';

type Rows = readonly Readonly<Record<string, Cell>>[];

/** One row a perception and one a maintenance policy: the printed table, for machines. */
export function summaryRows({ perceptions, maintenance, boundEur }: RunDocument): Rows {
  const rows: Record<string, Cell>[] = perceptions.map((p) => ({
    kind: 'perception',
    name: p.name,
    accuracyMaterial: p.accuracy.material,
    accuracyClass: p.accuracy.class,
    accuracyFamily: p.accuracy.family,
    purity: p.purity,
    recovery: p.recovery,
    valueEur: p.valueEur,
    co2eKg: p.co2eKg,
    energyJPerItem: p.energyJPerItem,
    downtimeS: p.downtimeS,
    ...{ eurPerTonne: p.eurPerTonne, sortedKg: p.sortedKg, capitalEur: p.capitalEur, gainEur: p.gainEur },
    ...{ npvEur: p.npvEur, paybackYears: p.paybackYears },
    ...p.looking,
    regretEur: p.regretEur,
    boundEur,
  }));
  for (const m of maintenance) {
    const { name, valueEur, maintenanceEur, failures, visits, downtimeS, regretEur } = m;
    const numbers = { valueEur, maintenanceEur, failures, visits, downtimeS, regretEur, boundEur };
    rows.push({ kind: 'maintenance', name, ...numbers });
  }
  return rows;
}

/** One row an output and perception. */
export function outputRows({ perceptions }: RunDocument): Rows {
  return perceptions.flatMap(({ name, outputs }) =>
    outputs.map((output) => ({ perception: name, ...output })),
  );
}

/** One row a robot of the main day. */
export function robotTableRows({ robots }: RunDocument): Rows {
  return robots.map(({ networks, senses, boards, ...numbers }) => ({
    ...numbers,
    networks: listed(networks),
    senses: listed(senses),
    boards: listed(boards),
  }));
}

/** One row a validation of a training. */
export function curveRows(trainings: RunOutcome['trainings']): Rows {
  return trainings.flatMap(({ step, outcome }) =>
    outcome.curve.map((point) => {
      const loss = Object.values(point.terms).reduce((sum, term) => sum + term, 0);
      return { network: step.name, step: point.step, loss, validationAccuracy: point.validationAccuracy };
    }),
  );
}

/** One row a network: how it did on the test items, opened once. */
export function testRows(trainings: RunOutcome['trainings']): Rows {
  return trainings.map(({ step, outcome }) => {
    const { items, right, accuracy, macroF1, ece, stateMae, qualityMae } = outcome.test;
    return {
      network: step.name,
      accuracyMaterial: accuracy.material,
      accuracyClass: accuracy.class,
      accuracyFamily: accuracy.family,
      ...{ items, right, macroF1, ece, stateMae, qualityMae },
    };
  });
}

/** One row a network and group of test items (all, a material, a state): how well condition is known, against constants. */
export function conditionRows(trainings: RunOutcome['trainings']): Rows {
  return trainings.flatMap(({ step, outcome }) =>
    outcome.test.condition.map((row) => ({ network: step.name, ...row })),
  );
}

/** One row a network and pair (true material, answer): count, and share of the true material's test items. */
export function confusionRows(trainings: RunOutcome['trainings']): Rows {
  return trainings.flatMap(({ step, outcome }) => {
    const { labels, confusion } = outcome.test;
    return labels.flatMap((truth, t) => {
      const row = confusion.slice(t * labels.length, (t + 1) * labels.length);
      const total = row.reduce((sum, n) => sum + n, 0);
      return labels.map((answer, a) => {
        const count = row[a] ?? 0;
        return { network: step.name, truth, answer, count, share: total > 0 ? count / total : 0 };
      });
    });
  });
}
