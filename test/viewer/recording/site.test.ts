import { describe, expect, it } from 'vitest';
import { BIN_LENGTH_M, siteOf, spread } from '../../../viewer/recording/site.ts';
import { fixtureScene } from '../fixture-site.ts';

describe('the plan of a site', () => {
  it('keeps what was recorded', () => {
    expect(siteOf(fixtureScene).scene).toEqual(fixtureScene);
    expect(siteOf(fixtureScene).bins.map(({ id }) => id)).toEqual(fixtureScene.bins.map(({ id }) => id));
  });

  it('lets no bin stand in another or in a robot', () => {
    const [robot, bin] = [fixtureScene.robots[0]!, fixtureScene.bins[0]!];
    const bins = Array.from({ length: 6 }, (_, i) => ({
      ...bin,
      id: `b${i}`,
      xM: 3,
      side: i % 2 === 0 ? ('left' as const) : ('right' as const),
    }));
    const site = siteOf({ ...fixtureScene, robots: [{ ...robot, xM: 3, side: 'left' }], bins });
    for (const side of ['left', 'right']) {
      const xs = site.bins
        .filter((b) => b.side === side)
        .map((b) => b.spot.xM)
        .sort((a, b) => a - b);
      for (let i = 1; i < xs.length; i++) expect(xs[i]! - xs[i - 1]!).toBeGreaterThanOrEqual(BIN_LENGTH_M);
      if (side === 'left') for (const x of xs) expect(Math.abs(x - 3)).toBeGreaterThan(BIN_LENGTH_M / 2);
    }
  });

  it('moves things only as far as they overlap', () => {
    const half = 0.5;
    expect(
      spread(
        [
          { at: 0, half, fixed: false },
          { at: 5, half, fixed: false },
        ],
        0.1,
      ),
    ).toEqual([0, 5]);
    expect(
      spread(
        [
          { at: 0, half, fixed: false },
          { at: 0.2, half, fixed: false },
        ],
        0.1,
      ),
    ).toEqual([0, 1.1]);
  });
});
