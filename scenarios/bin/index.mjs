/** The library: `import { run } from 'looptwin'`. Builds the sources if needed and hands out what they export. */
import { builtEntry } from './bundle.mjs';

export const {
  GateError,
  InputError,
  ShortageError,
  StoppedError,
  experiment,
  exportModel,
  loadRegion,
  loadRun,
  loadScenario,
  maintenancePolicies,
  makeItem,
  pays,
  processPolicies,
  regret,
  run,
  runRegion,
  scenarioNames,
  senseRegistry,
  senses,
  sortOptions,
  sortPolicies,
  train,
  trainProtocol,
  version,
} = await import((await builtEntry('scenarios/index.ts')).href);
