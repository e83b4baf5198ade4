import fc from 'fast-check';
import { expect } from 'vitest';
import { boundOf } from '../../../sim/decisions/bound.ts';
import type { LpSolver } from '../../../sim/decisions/lp-builder.ts';
import { maintenancePolicies, processPolicies, sortPolicies } from '../../../sim/decisions/policies.ts';
import type { WorldEvent } from '../../../sim/record/event.ts';
import { noisyPerception, play, portsOf } from './kit.ts';
import { randomWorld } from './random-world.ts';

const runs = fc.record({
  world: randomWorld,
  seed: fc.nat(1e6),
  right: fc.constantFrom(1, 0.6),
  sorting: fc.constantFrom(...Object.keys(sortPolicies)),
  maintenance: fc.constantFrom(...Object.keys(maintenancePolicies)),
  processing: fc.constantFrom(...Object.keys(processPolicies)),
});

/** Where each item is said to be, from the recording alone: it must end in exactly one bin. */
function endsOf(events: readonly WorldEvent[]): Map<string, number> {
  const ends = new Map<string, number>();
  for (const { type, subject } of events) {
    if (type === 'item.arrived') ends.set(subject, 0);
    if (type === 'item.binned') ends.set(subject, ends.get(subject)! + 1);
  }
  return ends;
}

function checkEvents(events: readonly WorldEvent[]): void {
  expect([...endsOf(events).values()].every((n) => n === 1)).toBe(true);
  for (const { type, data } of events) {
    if (type === 'robot.state') expect(data.soc).toSatisfy((soc: number) => soc >= 0 && soc <= 1);
    if (type === 'bin.changed') expect(data.massKg).toBeGreaterThanOrEqual(0);
  }
}

/**
 * Plays random small worlds: they balance, put every item in one place, keep batteries in [0, 1], hold no negative stock and
 * never beat the bound. Ends at the first failure (a failing world is small already; shrinking plays it a hundred times).
 */
export function checkRandomWorlds(numRuns: number, seed: number, solver: LpSolver): void {
  const property = fc.property(runs, ({ world, seed: daySeed, right, sorting, maintenance, processing }) => {
    const ports = portsOf({
      perception: noisyPerception(right),
      sorting: sortPolicies[sorting]!(),
      maintenance: maintenancePolicies[maintenance]!(world),
      processing: processPolicies[processing]!(),
    });
    const { events, summary } = play(world, { seed: daySeed }, ports);
    checkEvents(events);
    for (const residual of Object.values(summary.balance)) expect(residual).toBeLessThan(1e-9);
    const outKg = summary.outputs.reduce((sum, o) => sum + o.massKg, 0);
    expect(Math.abs(outKg - summary.massKg)).toBeLessThanOrEqual(1e-9 * Math.max(1, summary.massKg));
    const policies = [maintenancePolicies[maintenance]!(world)];
    const bound = boundOf(world, { seed: daySeed, replication: 0 }, solver, undefined, policies);
    const slack = 1e-7 * (1 + Math.abs(bound.boundEur));
    expect(summary.valueEur).toBeLessThanOrEqual(bound.boundEur + slack);
    expect(bound.boundEur).toBeLessThanOrEqual(bound.freeBoundEur + slack);
  });
  fc.assert(property, { numRuns, seed, endOnFailure: true });
}
