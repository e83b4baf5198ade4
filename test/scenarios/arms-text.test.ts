import { expect, it } from 'vitest';
import { experimentText } from '../../scenarios/cli/texts/experiment.ts';
import { type QuantityName, quantityNames } from '../../scenarios/schema/day/compare.ts';
import { meanInterval } from '../../scenarios/stats/interval.ts';
import type { ExperimentDocument } from '../../scenarios/studies/experiment/document.ts';
import { estimatesOf } from '../../scenarios/studies/experiment/quantities.ts';

const estimates = estimatesOf((name) => {
  const index = quantityNames.indexOf(name);
  return meanInterval([index + 0.25, index + 0.75]);
});
const document = (quantity: QuantityName, told = estimates): ExperimentDocument => ({
  kind: 'arms',
  ...{
    scenario: 's',
    command: 'c',
    title: 't',
    question: '',
    expected: '',
    fingerprint: 'f',
    seed: 1,
    replications: 2,
    trainings: 1,
    leavesOut: [],
    rules: [],
  },
  ...{
    cells: 2,
    confidence: 0.95,
    quantity,
    answer: 'a',
    differences: [],
    plan: null,
    stopping: null,
    failures: [],
    pays: { arms: [], runDays: 1, answer: 'b' },
    dayCommands: [],
    unsettled: [],
    rows: [],
    sensors: [],
  },
  points: [{ name: 'base', levels: {}, perception: 'perfect', maintenance: 'condition', estimates: told }],
  boundEur: meanInterval([1, 2]),
});

it.each(quantityNames)('the table of an experiment about %s shows that quantity, once', (quantity) => {
  const [head, , base] = experimentText(document(quantity)).split('\n').slice(2);
  const heads = head!.trim().split(/ {2,}/);
  const word = {
    ...{ valueEur: 'EUR a run', regretEur: 'regret EUR', accuracyMaterial: 'material %', co2eKg: 'kgCO2e' },
    ...{ accuracyClass: 'class %', purity: 'purity %', recovery: 'recovery %', energyJPerItem: 'J/item' },
    ...{ downtimeS: 'downtime s', npvEur: 'net present value EUR', shelfPurity: 'reuse shelf %' },
  }[quantity];
  expect(heads.filter((each) => each === word)).toEqual([word]);
  const { mean } = estimates[quantity];
  const [digits, scale] = word.endsWith('%')
    ? [1, 100]
    : [
        /^(EUR|regret)/.test(word) ? 2 : word === 'net present value EUR' ? 0 : word === 'downtime s' ? 0 : 1,
        1,
      ];
  expect(base).toContain(`${(scale * mean).toFixed(digits)} +- `);
});

it('says how pure the reuse shelf is where there is one, and nothing of it elsewhere', () => {
  const shelf = (purity: number) => ({ ...estimates, shelfPurity: meanInterval([purity, purity]) });
  expect(experimentText(document('valueEur', shelf(0.8)))).toContain('reuse shelf %');
  expect(experimentText(document('valueEur', shelf(0)))).not.toContain('shelf');
});
