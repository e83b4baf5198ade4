import { expect, test } from 'vitest';
import { ARM_NAMES, armOf } from '../../models/training/arms.ts';
import type { TermWeight } from '../../models/training/methods.ts';

const weightOf = (weight: TermWeight): number => (typeof weight === 'number' ? weight : weight.share);

test.each(ARM_NAMES)(
  '%s: every term of its loss pulls towards its target, at a temperature above 0',
  (name) => {
    const arm = armOf(name);
    if (arm.kind !== 'student') return;
    expect(arm.terms.hard).toBe(1);
    for (const weight of Object.values(arm.terms)) expect(weightOf(weight)).toBeGreaterThan(0);
    expect(arm.temperature ?? 1).toBeGreaterThan(0);
  },
);
