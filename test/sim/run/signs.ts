import { describe, expect, test } from 'vitest';
import { maintenancePolicy } from '../../../sim/decisions/policies.ts';
import { thresholdPolicy } from '../../../sim/decisions/sorting.ts';
import type { WorldSpec } from '../../../sim/world.ts';
import { depot, noisyPerception, type Played, play, portsOf } from './kit.ts';

export type Change = (world: WorldSpec) => Partial<WorldSpec>;
export type Quantity = (played: Played) => number;
/** What a change must do to a day; `world` is the changed one. */
type Claim = (before: Played, after: Played, world: WorldSpec) => void;

export const site =
  (part: Partial<WorldSpec['site']>): Change =>
  (w) => ({ site: { ...w.site, ...part } });
export const feed =
  (part: Partial<WorldSpec['feed']>): Change =>
  (w) => ({ feed: { ...w.feed, ...part } });
export const belt =
  (part: Partial<WorldSpec['belt']>): Change =>
  (w) => ({ belt: { ...w.belt, ...part } });
export const robots =
  (part: Partial<WorldSpec['robots'][number]>): Change =>
  (w) => ({ robots: w.robots.map((r) => ({ ...r, ...part })) });
export const outputs =
  (part: Partial<WorldSpec['outputs'][number]>): Change =>
  (w) => ({ outputs: w.outputs.map((o) => ({ ...o, ...part })) });
export const assets =
  (part: Partial<WorldSpec['assets'][number]>): Change =>
  (w) => ({ assets: w.assets.map((a) => ({ ...a, ...part })) });
export const maintenance =
  (part: Partial<WorldSpec['maintenance']>): Change =>
  (w) => ({ maintenance: { ...w.maintenance, ...part } });
export const economy =
  (part: Partial<WorldSpec['economy']>): Change =>
  (w) => ({ economy: { ...w.economy, ...part } });

export const up =
  (of: Quantity): Claim =>
  (before, after) =>
    expect(of(after)).toBeGreaterThan(of(before));
export const down =
  (of: Quantity): Claim =>
  (before, after) =>
    expect(of(after)).toBeLessThan(of(before));
export const times =
  (of: Quantity, factor: number): Claim =>
  (before, after) => {
    expect(of(before)).not.toBe(0);
    expect(of(after) / of(before)).toBeCloseTo(factor, 9);
  };
export const plus =
  (of: Quantity, difference: number): Claim =>
  (before, after) =>
    expect(of(after) - of(before)).toBeCloseTo(difference, 6);
export const becomes =
  (of: Quantity, value: number): Claim =>
  (_, after) =>
    expect(of(after)).toBeCloseTo(value, 6);

export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
export const cost =
  (cause: string): Quantity =>
  ({ summary }) =>
    summary.costEurByCause[cause] ?? 0;
export const emptying: Quantity = ({ summary }) =>
  sum(Object.entries(summary.costEurByCause).flatMap(([k, eur]) => (k.startsWith('emptying') ? [eur] : [])));
export const fees: Quantity = ({ summary }) =>
  sum(
    Object.entries(summary.costEurByCause).flatMap(([k, eur]) => (k.startsWith('contaminants') ? [eur] : [])),
  );
export const revenue: Quantity = ({ summary }) => summary.revenueEur;
export const harvest: Quantity = ({ summary }) => sum(summary.robots.map((r) => r.harvestedJ + r.spilledJ));
export const startJ: Quantity = ({ summary }) => sum(summary.robots.map((r) => r.startChargeJ));
export const endJ: Quantity = ({ summary }) => sum(summary.robots.map((r) => r.endChargeJ));
export const brownOuts: Quantity = ({ summary }) => sum(summary.robots.map((r) => r.brownOuts));
export const minSoc: Quantity = ({ summary }) => Math.min(...summary.robots.map((r) => r.minSoc));
export const picked: Quantity = ({ summary }) => sum(summary.robots.map((r) => r.picked));
export const failedPicks: Quantity = ({ summary }) => sum(summary.robots.map((r) => r.failedPicks));
export const failures: Quantity = ({ summary }) => sum(summary.assets.map((a) => a.failures));
export const wear: Quantity = ({ summary }) => sum(summary.assets.map((a) => a.endWear));
export const downtime: Quantity = ({ summary }) => summary.downtimeS;
export const items: Quantity = ({ summary }) => summary.items;
export const watts =
  (state: 'OFF' | 'SLEEP' | 'IDLE' | 'SENSE' | 'INFER' | 'MOVE'): Quantity =>
  ({ summary }) =>
    sum(summary.robots.map((r) => r.energyJByState[state])) /
    sum(summary.robots.map((r) => r.timeSByState[state]));
export const seconds =
  (state: 'OFF' | 'SLEEP' | 'IDLE' | 'INFER' | 'MOVE'): Quantity =>
  ({ summary }) =>
    sum(summary.robots.map((r) => r.timeSByState[state]));
/** Seconds between the arrival of an item and the belt end, of the first that gets there. */
export const rideS: Quantity = ({ events }) => {
  const end = events.find((e) => e.type === 'item.binned' && e.data.by === 'belt-end')!;
  const start = events.find((e) => e.type === 'item.arrived' && e.subject === end.subject)!;
  return (end.timeUs - start.timeUs) / 1e6;
};
export const all =
  (...claims: readonly Claim[]): Claim =>
  (before, after, world) => {
    for (const claim of claims) claim(before, after, world);
  };

/** An hour at noon without clouds or wear, with batteries that neither fill nor empty: what is not changed stays the same. */
export const calm = depot(
  (w) => ({
    site: { ...w.site, startHour: 11, durationS: 3600, cloudShare: 0 },
    feed: { ...w.feed, poolSize: 200, surges: [] },
    robots: w.robots.map((r) => ({ ...r, batteryWh: 1000, startSoc: 0.5 })),
    assets: [],
  }),
  1,
);
/** A threshold looks at no price and no joule, so money and energy do not change what is done. */
const policies = (world: WorldSpec, policy: 'run-to-failure' | 'condition') =>
  portsOf({
    perception: noisyPerception(0.8),
    sorting: thresholdPolicy(0.5),
    maintenance: maintenancePolicy(policy, world),
  });
const playedBy = new Map<string, Played>();
function played(world: WorldSpec, name: string, policy: 'run-to-failure' | 'condition'): Played {
  const known = playedBy.get(`${name} ${policy}`) ?? play(world, {}, policies(world, policy));
  playedBy.set(`${name} ${policy}`, known);
  return known;
}

type Rows = Readonly<Record<string, readonly [Change, Claim]>>;

/** Claims on one base world, each against the same day played once. */
export function claims(
  name: string,
  base: WorldSpec,
  rows: Rows,
  policy: 'run-to-failure' | 'condition' = 'run-to-failure',
) {
  describe(name, () => {
    test.each(Object.entries(rows))('%s', (_, [change, claim]) => {
      const world = { ...base, ...change(base) };
      claim(played(base, name, policy), play(world, {}, policies(world, policy)), world);
    });
  });
}

/** A day under the policies of these tests. */
export const playWith = (world: WorldSpec): Played => play(world, {}, policies(world, 'run-to-failure'));
