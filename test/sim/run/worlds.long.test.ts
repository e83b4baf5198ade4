import loadHighs from 'highs';
import { expect, test } from 'vitest';
import { highsSolver } from '../../../sim/decisions/lp-text.ts';
import { checkRandomWorlds } from './world-property.ts';

const solver = highsSolver(await loadHighs());

test('1,000 random worlds balance, lose nothing and stay below the bound', () => {
  checkRandomWorlds(1000, 1, solver);
  expect.hasAssertions();
});
