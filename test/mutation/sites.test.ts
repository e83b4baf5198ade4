import { describe, expect, it } from 'vitest';
import type { Mutation } from './operators.ts';
import { byFolder, drawSites, shares } from './sites.ts';

/** `count` faults in a folder, two at each place. */
function faults(folder: string, count: number): Mutation[] {
  return Array.from({ length: count }, (_, i) => ({
    operator: i % 2 ? 'sign' : 'constant',
    path: `${folder}/a.ts`,
    start: 10 * Math.floor(i / 2),
    end: 10 * Math.floor(i / 2) + 1,
    text: '1',
  }));
}

const CODE = [
  ...faults('sim/big', 3000),
  ...faults('sim/small', 30),
  ...faults('sim/tiny', 2),
  ...faults('sim/data', 5000),
];
const DRAW = { seed: 1, count: 100, leastEach: 5 };

describe('drawn sites', () => {
  it('are equal for equal seeds and others for another', () => {
    expect(drawSites(CODE, DRAW)).toEqual(drawSites(CODE, DRAW));
    expect(drawSites(CODE, { ...DRAW, seed: 2 })).not.toEqual(drawSites(CODE, DRAW));
  });

  it('follow the code, with some for every folder and few for tables', () => {
    const sizes = new Map([...byFolder(CODE)].map(([folder, group]) => [folder, group.length]));
    expect(Object.fromEntries(shares(sizes, DRAW))).toEqual({
      'sim/big': 85,
      'sim/small': 6,
      'sim/tiny': 2,
      'sim/data': 5,
    });
  });

  it('never stand twice at one place', () => {
    const drawn = drawSites(CODE, DRAW);
    expect(new Set(drawn.map(({ path, start }) => `${path}:${start}`)).size).toBe(drawn.length);
    expect(drawn.length).toBeGreaterThanOrEqual(90);
  });

  it('of one folder do not depend on another', () => {
    const big = (code: readonly Mutation[]) =>
      drawSites(code, DRAW).filter(({ path }) => path.startsWith('sim/big'));
    const more = big([...CODE, ...faults('sim/new', 100)]);
    expect(big(CODE).slice(0, more.length)).toEqual(more);
  });
});
