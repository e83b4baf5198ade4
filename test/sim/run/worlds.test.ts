import { expect, test } from 'vitest';
import { openSolver } from '../../../scenarios/steps/solver.ts';
import { checkRandomWorlds } from './world-property.ts';

const solver = await openSolver();

test('50 random worlds balance, lose nothing and stay below the bound', () => {
  checkRandomWorlds(50, 20261124, solver);
  expect.hasAssertions();
});
