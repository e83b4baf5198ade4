import type { MaintenancePolicy, SortPolicy } from '../ports.ts';
import { ageBased, conditionThreshold, opportunistic, periodic, runToFailure } from './maintenance.ts';
import {
  energyAwarePolicy,
  escalationPolicy,
  expectedValuePolicy,
  purityAwarePolicy,
  thresholdPolicy,
} from './sorting.ts';

/** Sorting policies by the name that a scenario gives. Policies may remember: make a new one for every run. */
export const sortPolicies: Readonly<Record<string, () => SortPolicy>> = {
  threshold: () => thresholdPolicy(),
  'expected-value': () => expectedValuePolicy(),
  'purity-aware': () => purityAwarePolicy(),
  escalation: () => escalationPolicy(),
  'energy-aware': () => energyAwarePolicy(),
};

/** Maintenance policies by name, with defaults for one working day (hours, not months). */
export const maintenancePolicies: Readonly<Record<string, () => MaintenancePolicy>> = {
  'run-to-failure': () => runToFailure(),
  periodic: () => periodic(4 * 3600),
  'age-based': () => ageBased(5 * 3600),
  condition: () => conditionThreshold(),
  opportunistic: () => opportunistic(conditionThreshold()),
};

/** The policy of that name; throws with the names there are. */
export function sortPolicy(name: string): SortPolicy {
  return find('sorting policy', sortPolicies, name);
}

export function maintenancePolicy(name: string): MaintenancePolicy {
  return find('maintenance policy', maintenancePolicies, name);
}

function find<T>(what: string, table: Readonly<Record<string, () => T>>, name: string): T {
  const make = Object.hasOwn(table, name) ? table[name] : undefined;
  if (make === undefined) {
    throw new Error(`no ${what} is called ${name}; use one of ${Object.keys(table).join(', ')}`);
  }
  return make();
}
