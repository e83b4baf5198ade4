import { expect, it } from 'vitest';
import { compareScales, measureSite, togetherHalfWidth } from './two-scales.ts';

it('three loads that were not measured agree within an interval of at most 2 % of each output; a fixed matrix fails', () => {
  const site = measureSite([300, 700, 1000, 1300, 1700, 2100, 2600], 100);
  const fixed = { loads: site.loads.slice(0, 1), halfWidths: site.halfWidths.slice(0, 1) };
  for (const ratePerHour of [500, 1150, 1900]) {
    compareScales(site, ratePerHour, 80).forEach((agreement, row) => {
      const halfWidth = togetherHalfWidth(site, row, agreement);
      const { output, difference } = agreement;
      console.log(
        `${ratePerHour}/h ${output}: ${(100 * difference.mean).toFixed(2)} % +- ${(100 * halfWidth).toFixed(2)} %`,
      );
      expect(halfWidth, output).toBeLessThanOrEqual(0.02);
      expect(Math.abs(difference.mean), output).toBeLessThanOrEqual(halfWidth);
    });
  }
  for (const { output, difference } of compareScales(fixed, 1900, 20))
    expect(difference.hi, output).toBeLessThan(-0.02);
});
