import { describe, expect, test } from 'vitest';
import { ageReplacement, cobham, machineRepair, preemptiveResume, reneging } from './disciplines.ts';
import { kingman, lossSystems, singleQueues, tandem } from './queues.ts';
import { estimate } from './replications.ts';

/**
 * Seed 1 everywhere. A miss is not answered by another seed but by the model's coverage over 200 seeds
 * (coverage.long.test.ts; its results are in results/coverage-*.json).
 */
describe('closed forms, seed 1, 99 % confidence interval from 20 replications', () => {
  const models = [
    ...singleQueues,
    ...lossSystems,
    ...cobham,
    ...preemptiveResume,
    ...machineRepair,
    tandem,
    reneging,
    ageReplacement,
  ];
  test.each(models.map((model) => [model.name, model] as const))('%s', (_name, model) => {
    const { mean, halfWidth } = estimate(model, 1);
    expect(halfWidth / model.exact, `${model.quantity}: half-width over exact`).toBeLessThanOrEqual(0.03);
    expect(Math.abs(mean - model.exact), `${model.quantity}: |${mean} - ${model.exact}|`).toBeLessThanOrEqual(
      halfWidth,
    );
  });

  test.each(kingman)('G/G/1, ca2 $ca2, cs2 $cs2: 60 to 100 % of Kingman', (model) => {
    const { mean, halfWidth } = estimate({ name: '', quantity: '', exact: model.bound, run: model.run }, 1);
    expect(halfWidth / mean).toBeLessThanOrEqual(0.03);
    expect(mean - halfWidth).toBeGreaterThanOrEqual(0.6 * model.bound);
    expect(mean + halfWidth).toBeLessThanOrEqual(model.bound);
  });
});
