import { expect, it } from 'vitest';
import type { RunInfo } from '../../../sim/record/run-info.ts';
import { waysOf } from '../../../viewer/region/region-words.ts';

type Site = RunInfo['sites'][number];

const site: Site = {
  ...{ arm: '', place: 'sorting-01', scenario: 'quickstart', perception: 'perfect', training: 1 },
  ...{ shifts: 20, accuracy: 1, command: 'looptwin run quickstart', day: '' },
};

it.each([
  ['routing', 'typed sites', []],
  ['routing', 'one way of seeing, several of routing', [{ ...site, arm: 'price-aware' }]],
  ['perception', 'several ways of seeing', [{ ...site, arm: 'perfect' }]],
  ['perception', 'several of both', [{ ...site, arm: 'perfect, nearest' }]],
])('plays differ by %s where there are %s', (ways, _case, sites) => {
  expect(waysOf({ sites })).toBe(ways);
});
