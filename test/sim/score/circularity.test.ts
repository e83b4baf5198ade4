import { describe, expect, test } from 'vitest';
import {
  circularFlows,
  circularityIndicator,
  linearFlowIndex,
  sumFlows,
} from '../../../sim/score/circularity.ts';

/** Ellen MacArthur Foundation and Granta, Circularity Indicators (2019), worked by hand: F_R, F_U, C_R, C_U, E_C, E_F, X, V, W, LFI, MCI. */
const rows = [
  [0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 0.1],
  [0, 0, 0, 0, 1, 1, 0.5, 1, 1, 1, 0],
  [0, 0, 0, 0, 1, 1, 2, 1, 1, 1, 0.55],
  [1, 0, 1, 0, 1, 1, 1, 0, 0, 0, 1],
  [0, 1, 0, 1, 1, 1, 1, 0, 0, 0, 1],
  [0.4, 0, 0.4, 0, 1, 1, 1, 0.6, 0.6, 0.6, 0.46],
  [1, 0, 1, 0, 0.5, 0.5, 1, 0, 0.75, 0.333333, 0.7],
  [1, 0, 1, 0, 0.9, 0.9, 1, 0, 0.105556, 0.052632, 0.952632],
  [0.25, 0, 0.5, 0, 0.8, 0.8, 1.2, 0.75, 0.58125, 0.671924, 0.496057],
  [0.3, 0.1, 0.4, 0.1, 0.8, 0.8, 1, 0.6, 0.5775, 0.589487, 0.469462],
] as const;

const part = (row: readonly number[], massKg = 1) => ({
  massKg,
  recycledIn: row[0]!,
  reusedIn: row[1]!,
  recycledOut: row[2]!,
  reusedOut: row[3]!,
  outEfficiency: row[4]!,
  inEfficiency: row[5]!,
});

describe('material circularity indicator', () => {
  test.each(rows.map((row, i) => [i + 1, row] as const))('row %i', (_, row) => {
    const flows = circularFlows(part(row));
    expect(flows.virginKg).toBeCloseTo(row[7], 6);
    expect(flows.wasteKg).toBeCloseTo(row[8], 6);
    expect(linearFlowIndex(flows)).toBeCloseTo(row[9], 6);
    expect(circularityIndicator(flows, row[6])).toBeCloseTo(row[10], 6);
  });

  test('feedstock from a process of efficiency 0 is an error', () => {
    expect(() => circularFlows({ ...part(rows[6]), inEfficiency: 0 })).toThrow(/inEfficiency must be > 0/);
  });

  test('a product is one index over its summed flows, not a mean of indices', () => {
    const parts = [circularFlows(part(rows[6], 3)), circularFlows(part(rows[0], 1))];
    const product = circularityIndicator(sumFlows(parts));
    const mean = (3 * circularityIndicator(parts[0]!) + circularityIndicator(parts[1]!)) / 4;
    expect(product).toBeCloseTo(1 - 0.9 * ((1 + 1 + 2.25) / (8 + 0.75)), 12);
    expect(Math.abs(product - mean)).toBeGreaterThan(1e-3);
  });

  test('composting and energy recovery count as collected (2019 revision)', () => {
    const flows = circularFlows({ ...part(rows[0]), biologicalIn: 0.5, compostedOut: 0.3, energyOut: 0.1 });
    expect(flows.virginKg).toBe(0.5);
    expect(flows.wasteKg).toBeCloseTo(0.6, 12);
  });
});
