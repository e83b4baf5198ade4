import { expect, test } from 'vitest';
import { Variable } from '../../../sim/kernel/stations/variable.ts';
import { logged } from './log.ts';

test('a measured variable counts as its number, and as nothing where it is none', () => {
  const { sim } = logged();
  const level = new Variable(sim, 'level', 7).monitor();
  const state = new Variable(sim, 'state', 'closed').monitor();
  sim.schedule(10, () => {});
  sim.run();
  expect([level.content.mean, state.content.mean]).toEqual([7, 0]);
});
