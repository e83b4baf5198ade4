import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps, placeLabels, type WantedLabel } from '../../../viewer/scene/labels/place.ts';

const picture = { left: 0, top: 0, right: 900, bottom: 500 };
const label = (xPx: number, yPx: number, priority = 1, below = false): WantedLabel => {
  return { xPx, yPx, widthPx: 120, heightPx: 34, priority, below };
};

describe('labels of the scene', () => {
  it('stand over their points, or under those that have their room below', () => {
    const [over, under] = placeLabels([label(200, 300), label(600, 300, 1, true)], picture);
    expect(over!.bottom).toBeLessThan(300);
    expect(under!.top).toBeGreaterThan(300);
    expect([over!.left, over!.right]).toEqual([140, 260]);
  });

  it('never overlap each other, the buttons or the edge of the picture, wherever their points are', () => {
    const any = fc.record({
      ...{ xPx: fc.integer({ min: 0, max: 900 }), yPx: fc.integer({ min: 0, max: 500 }) },
      ...{ widthPx: fc.integer({ min: 20, max: 300 }), heightPx: fc.integer({ min: 14, max: 40 }) },
      ...{ priority: fc.integer({ min: 1, max: 3 }), below: fc.boolean() },
    });
    const buttons = { left: 640, top: 452, right: 900, bottom: 500 };
    const check = (wanted: WantedLabel[]): void => {
      const boxes = placeLabels(wanted, picture, [buttons]).filter((box) => box !== null);
      for (const [i, box] of boxes.entries()) {
        expect(box.left >= 0 && box.top >= 0 && box.right <= 900 && box.bottom <= 500).toBe(true);
        for (const other of [buttons, ...boxes.slice(i + 1)]) expect(overlaps(box, other)).toBe(false);
      }
    };
    fc.assert(fc.property(fc.array(any, { maxLength: 24 }), check), { seed: 18, numRuns: 60 });
  });

  it('give way to those of higher priority, and go where there is no room at all', () => {
    const small = { left: 0, top: 0, right: 130, bottom: 50 };
    const places = placeLabels([label(65, 48, 1), label(65, 48, 3)], small);
    expect(places[0]).toBeNull();
    expect(places[1]).not.toBeNull();
  });
});
