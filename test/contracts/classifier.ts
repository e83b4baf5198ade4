import { describe, expect, test } from 'vitest';
import type { Classifier } from '../../sim/ports.ts';
import type { Frames } from '../../sim/record/frames.ts';

/**
 * What every classifier must do, whatever is behind it: the suite takes one and frames that suit it (33 at least, no two
 * alike). `open` runs once.
 */
export function classifierContract(
  name: string,
  open: () => Promise<{ classifier: Classifier; frames: readonly Frames[] }>,
): void {
  describe(`classifier ${name}`, async () => {
    const { classifier, frames } = await open();
    const all = classifier.classify(frames);

    test('one belief an item, over its own sorted labels, that adds up to 1', () => {
      expect([...classifier.labels].sort()).toEqual([...classifier.labels]);
      expect(all).toHaveLength(frames.length);
      for (const belief of all) {
        expect(belief.modelId).toBe(classifier.modelId);
        expect(belief.material).toHaveLength(classifier.labels.length);
        expect(belief.state).toHaveLength(10);
        for (const shares of [belief.material, belief.state]) {
          expect(shares.every((p) => p >= 0)).toBe(true);
          expect(shares.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 4);
        }
        expect(belief.quality.sd).toBeGreaterThanOrEqual(0);
      }
    });

    test.each([1, 7, 32])('bit-equal in batches of %i', (size) => {
      for (let from = 0; from < frames.length; from += size) {
        const batch = classifier.classify(frames.slice(from, from + size));
        for (const [i, belief] of batch.entries()) {
          expect(belief.material).toEqual(all[from + i]!.material);
          expect(belief.state).toEqual(all[from + i]!.state);
          expect(belief.quality).toEqual(all[from + i]!.quality);
        }
      }
    });

    test('an empty batch is no error', () => {
      expect(classifier.classify([])).toEqual([]);
    });
  });
}
