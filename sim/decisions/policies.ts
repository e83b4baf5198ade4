import type { MaintenancePolicy, ProcessPolicy, SortPolicy } from '../ports.ts';
import { meanLifeH } from '../site/upkeep/long-run.ts';
import type { WorldSpec } from '../world.ts';
import { askingPolicy } from './asking.ts';
import { plannedLotsPolicy } from './planned-lots.ts';
import { baleToSpecification, loadFollowing, steady } from './processing.ts';
import {
  energyAwarePolicy,
  expectedValuePolicy,
  lotAwarePolicy,
  purityAwarePolicy,
  thresholdPolicy,
} from './sorting.ts';
import { remainingLifeModels } from './upkeep/life-examples.ts';
import {
  ageBased,
  conditionThreshold,
  opportunistic,
  periodic,
  predictedLife,
  runToFailure,
} from './upkeep/maintenance.ts';
import { bestRenewals } from './upkeep/replacement-age.ts';

/** Sorting policies by the name that a scenario gives. Policies may remember: make a new one for every run. */
export const sortPolicies: Readonly<Record<string, () => SortPolicy>> = {
  threshold: () => thresholdPolicy(),
  'expected-value': () => expectedValuePolicy(),
  'purity-aware': () => purityAwarePolicy(),
  escalation: () => askingPolicy('escalation', expectedValuePolicy()),
  'energy-aware': () => energyAwarePolicy(),
  'lot-aware': () => lotAwarePolicy(),
  'lot-aware-escalation': () => askingPolicy('lot-aware-escalation', lotAwarePolicy()),
  'planned-lots': () => plannedLotsPolicy('planned-lots'),
  'planned-lots-escalation': () => plannedLotsPolicy('planned-lots-escalation'),
};

/** The policy that decides as another does once it has asked further senses, by the name of the other. */
const asking: Readonly<Record<string, string>> = {
  'expected-value': 'escalation',
  'lot-aware': 'lot-aware-escalation',
  'planned-lots': 'planned-lots-escalation',
};

/** True for a sorting policy that asks further senses. */
export function asks(sorting: string): boolean {
  return Object.values(asking).includes(sorting);
}

/** The policy that asks further senses and decides as `sorting` does, or by expected value where none is like it. */
export function askingLike(sorting: string): string {
  return asks(sorting) ? sorting : (asking[sorting] ?? 'escalation');
}

/** Makes a maintenance policy for a world (some are fitted to its assets). */
export type MakeMaintenance = (world: WorldSpec) => MaintenancePolicy;

/** Seconds between periodic visits: as the world says, else the shortest of the assets' best ages, or of their mean lives where waiting is best for all. */
function periodOf(world: WorldSpec): number {
  const { periodDays = 0 } = world.maintenance;
  if (periodDays > 0) return periodDays * 86_400;
  const shortest = Math.min(...[...bestRenewals(world).values()].map(({ ageS }) => ageS));
  return Number.isFinite(shortest) ? shortest : 3600 * Math.min(...world.assets.map(meanLifeH));
}

/** Maintenance policies by name; those with a period or an age take it from the world's assets. */
export const maintenancePolicies: Readonly<Record<string, MakeMaintenance>> = {
  'run-to-failure': () => runToFailure(),
  periodic: (world) => periodic(periodOf(world)),
  'age-based': (world) => ageBased(bestRenewals(world)),
  condition: () => conditionThreshold(),
  opportunistic: () => opportunistic(conditionThreshold()),
  'predicted-life': (world) => predictedLife(remainingLifeModels(world), bestRenewals(world)),
};

/** Processing policies by name (belt speed, machine thresholds, re-sort loop, bales). */
export const processPolicies: Readonly<Record<string, () => ProcessPolicy>> = {
  steady: () => steady(),
  'load-following': () => loadFollowing(),
  'bale-to-specification': () => baleToSpecification(),
};

/** The policy of that name; throws with the names there are. */
export function sortPolicy(name: string): SortPolicy {
  return find('sorting policy', sortPolicies, name)();
}

export function maintenancePolicy(name: string, world: WorldSpec): MaintenancePolicy {
  return find('maintenance policy', maintenancePolicies, name)(world);
}

export function processPolicy(name: string): ProcessPolicy {
  return find('processing policy', processPolicies, name)();
}

function find<T>(what: string, table: Readonly<Record<string, T>>, name: string): T {
  if (Object.hasOwn(table, name)) return table[name]!;
  throw new Error(`no ${what} is called ${name}; use one of ${Object.keys(table).join(', ')}`);
}
