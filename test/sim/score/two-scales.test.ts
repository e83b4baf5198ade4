import { describe, expect, it } from 'vitest';
import { compareScales, compareSpreads, measureSite, togetherHalfWidth } from './two-scales.ts';

describe('two scales, one truth', () => {
  const site = measureSite([1500, 2100], 10);

  it('a shift at a load between those measured agrees within the interval, on new seeds', () => {
    compareScales(site, 1800, 10).forEach((agreement, row) => {
      const halfWidth = togetherHalfWidth(site, row, agreement);
      expect(halfWidth, agreement.output).toBeLessThan(0.04);
      expect(Math.abs(agreement.difference.mean), agreement.output).toBeLessThanOrEqual(halfWidth);
    });
  });

  it('a shift varies as much at one scale as at the other', () => {
    for (const { output, itemScale, chainScale } of compareSpreads(site, 1800, 10)) {
      expect(chainScale / itemScale, output).toBeGreaterThan(0.5);
      expect(chainScale / itemScale, output).toBeLessThan(2);
    }
  });

  it('a single fixed matrix does not', () => {
    const fixed = { loads: site.loads.slice(0, 1), halfWidths: site.halfWidths.slice(0, 1) };
    for (const { output, difference } of compareScales(fixed, 2100, 6))
      expect(difference.hi, output).toBeLessThan(-0.02);
  });
});
