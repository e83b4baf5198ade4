import { expect, test } from 'vitest';
import { openSolver } from '../../../scenarios/steps/solver.ts';
import { checkRandomWorlds } from './world-property.ts';

const solver = await openSolver();

test('1,000 random worlds balance, lose nothing and stay below the bound', () => {
  checkRandomWorlds(1000, 1, solver);
  expect.hasAssertions();
});
