import { expect } from 'vitest';
import { sha256Hex } from '../../sim/record/canonical.ts';
import { golden } from '../scenarios/golden.ts';

/**
 * Holds a whole outcome to the bit: a change that should change nothing is seen in a second, without a training, and its area
 * named. Whether a figure is right is asked by the other tests of its folder.
 */
export function expectGolden(name: string, outcome: unknown): void {
  const hash = sha256Hex(JSON.stringify(outcome));
  expect(golden(name, hash), `${name}: update with LOOPTWIN_UPDATE_GOLDEN=1 if it should differ`).toBe(hash);
}
