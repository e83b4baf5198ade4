import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { maintenancePolicies } from '../../../sim/decisions/policies.ts';
import { compareOnIsland } from './island.ts';

const file = new URL('./results/island.json', import.meta.url);

/** Predicted life against age-based on the same 40 quarters of a year; `LOOPTWIN_UPDATE=1` rewrites the result. */
test('maintenance policies on the island, 40 paired replications', () => {
  const result = compareOnIsland(Object.keys(maintenancePolicies), 40);
  const text = `${JSON.stringify(result, (_, v) => (typeof v === 'number' ? Number(v.toPrecision(6)) : v), 2)}\n`;
  if (process.env.LOOPTWIN_UPDATE === '1') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
});
