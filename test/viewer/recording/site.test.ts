import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../sim/record/json.ts';
import { BIN_LENGTH_M, siteOf, spread } from '../../../viewer/recording/site.ts';
import { fixtureScene } from '../fixture-site.ts';

describe('the plan of a site', () => {
  it('keeps what was recorded', () => {
    const site = siteOf({ scene: fixtureScene as unknown as JsonObject, seed: 7 });
    expect(site.scene).toEqual(fixtureScene);
    expect(site.seed).toBe(7);
  });

  it('lets no bin stand in another or in a robot', () => {
    const bins = Array.from({ length: 6 }, (_, i) => ({
      id: `b${i}`,
      xM: 3,
      side: i % 2 === 0 ? 'left' : 'right',
    }));
    const site = siteOf({
      scene: { belt: { lengthM: 8 }, robots: [{ id: 'r', xM: 3, side: 'left' }], bins },
    });
    for (const side of ['left', 'right']) {
      const xs = site.bins
        .filter((b) => b.side === side)
        .map((b) => b.spot.xM)
        .sort((a, b) => a - b);
      for (let i = 1; i < xs.length; i++) expect(xs[i]! - xs[i - 1]!).toBeGreaterThanOrEqual(BIN_LENGTH_M);
      if (side === 'left') for (const x of xs) expect(Math.abs(x - 3)).toBeGreaterThan(BIN_LENGTH_M / 2);
    }
  });

  it('still plays a recording that says nothing of its site', () => {
    const site = siteOf({});
    expect(site.robots).toEqual([]);
    expect(site.scene.belt.lengthM).toBeGreaterThan(0);
    expect(siteOf({ scene: { belt: { lengthM: 'long' }, robots: 'two', bins: [1, null] } }).bins).toEqual([]);
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
