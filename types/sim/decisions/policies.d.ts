import type { MaintenancePolicy, ProcessPolicy, SortPolicy } from '../ports.js';
import type { WorldSpec } from '../world.js';
/** Sorting policies by the name that a scenario gives. Policies may remember: make a new one for every run. */
export declare const sortPolicies: Readonly<Record<string, () => SortPolicy>>;
/** Makes a maintenance policy for a world (some are fitted to its assets). */
export type MakeMaintenance = (world: WorldSpec) => MaintenancePolicy;
/** Maintenance policies by name; those with a period or an age take it from the world's assets. */
export declare const maintenancePolicies: Readonly<Record<string, MakeMaintenance>>;
/** Processing policies by name (belt speed, machine thresholds, re-sort loop, bales). */
export declare const processPolicies: Readonly<Record<string, () => ProcessPolicy>>;
export {};
