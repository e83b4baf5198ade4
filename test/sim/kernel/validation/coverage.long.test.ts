import { describe, expect, test } from 'vitest';
import { writeResult } from '../results/write.ts';
import { ageReplacement, cobham, machineRepair, preemptiveResume, reneging } from './disciplines.ts';
import { lossSystems, singleQueues, tandem } from './queues.ts';
import { estimate } from './replications.ts';

/**
 * What answers a miss in closed-forms.test.ts: of 200 seeds at least 96 % of the 99 % intervals cover the exact value.
 * About an hour and a half for all; LOOPTWIN_COVERAGE=repair runs the models whose name contains the word.
 */
const SEEDS = 200;
const word = process.env.LOOPTWIN_COVERAGE ?? '';
const all = [
  ...machineRepair,
  ageReplacement,
  ...singleQueues,
  ...lossSystems,
  ...cobham,
  ...preemptiveResume,
  tandem,
  reneging,
];

describe('coverage of the 99 % interval over 200 seeds', () => {
  const models = all.filter(({ name }) => name.includes(word));
  test.each(models.map((model) => [model.name, model] as const))('%s', (name, model) => {
    let covered = 0;
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { mean, halfWidth } = estimate(model, seed);
      if (Math.abs(mean - model.exact) <= halfWidth) covered += 1;
    }
    const file = `coverage-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
    writeResult(file, { model: name, quantity: model.quantity, exact: model.exact, seeds: SEEDS, covered });
    expect(covered / SEEDS).toBeGreaterThanOrEqual(0.96);
  });
});
