import { expect, it } from 'vitest';
import { armsText } from '../../scenarios/cli/verbs/arms.ts';
import { type QuantityName, quantityNames } from '../../scenarios/schema/day/compare.ts';
import { meanInterval } from '../../scenarios/stats/interval.ts';
import type { ArmsDocument } from '../../scenarios/studies/experiment/arms.ts';
import { estimatesOf } from '../../scenarios/studies/experiment/experiment.ts';

const estimates = estimatesOf((name) => {
  const index = quantityNames.indexOf(name);
  return meanInterval([index + 0.25, index + 0.75]);
});
const document = (quantity: QuantityName): ArmsDocument => ({
  ...{ scenario: 's', title: 't', question: '', expected: '', fingerprint: 'f', seed: 1, replications: 2 },
  ...{ confidence: 0.95, quantity, answer: 'a' },
  arms: [{ name: 'base', perception: 'perfect', maintenance: 'condition', estimates, difference: null }],
});

it.each(quantityNames)('the table of an experiment about %s shows that quantity, once', (quantity) => {
  const [head, , base] = armsText(document(quantity)).split('\n').slice(2);
  const heads = head!.trim().split(/ {2,}/);
  const word = {
    ...{ valueEur: 'EUR a run', regretEur: 'regret EUR', accuracyMaterial: 'material %', co2eKg: 'kgCO2e' },
    ...{ accuracyClass: 'class %', purity: 'purity %', recovery: 'recovery %', energyJPerItem: 'J/item' },
    downtimeS: 'downtime s',
  }[quantity];
  expect(heads.filter((each) => each === word)).toEqual([word]);
  const { mean } = estimates[quantity];
  const [digits, scale] = word.endsWith('%')
    ? [1, 100]
    : [/EUR/.test(word) ? 2 : word === 'downtime s' ? 0 : 1, 1];
  expect(base).toContain(`${(scale * mean).toFixed(digits)} +- `);
});
