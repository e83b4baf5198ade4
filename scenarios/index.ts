/**
 * The library: `import { run } from 'looptwin'`. Plain data and functions in, plain data out; progress comes through a callback,
 * stopping through an AbortSignal. Wrong input is an InputError with the words of the command line.
 */

export {
  type MakeMaintenance,
  maintenancePolicies,
  processPolicies,
  sortPolicies,
} from '../sim/decisions/policies.ts';
export { sortOptions } from '../sim/decisions/sorting.ts';
export { type ItemState, makeItem } from '../sim/materials/item.ts';
export type {
  AssetView,
  Classifier,
  MaintenanceChoice,
  MaintenancePolicy,
  OutputView,
  ProcessChoice,
  ProcessPolicy,
  ProcessView,
  SortAction,
  SortChoice,
  SortPolicy,
  SortView,
} from '../sim/ports.ts';
export type { Belief } from '../sim/record/belief.ts';
export type { Drawing } from '../sim/record/drawing.ts';
export type { Cost, Frames, FrameValues, Stream } from '../sim/record/frames.ts';
export type { Message } from '../sim/record/message.ts';
export type { Instrument, NetworkInput, SenseModel, Wear } from '../sim/senses/interface/sense.ts';
export {
  type AnySense,
  SENSES as senses,
  type SenseRegistry,
  senseRegistry,
} from '../sim/senses/registry.ts';
export type { WorldSpec } from '../sim/world.ts';
export { type BoundOptions, bound } from './door/bound.ts';
export { type ExperimentOptions, experiment } from './door/experiment.ts';
export { type ExportOptions, exportModel } from './door/export.ts';
export { type LoadedRun, loadRegion, loadRun, loadScenario } from './door/load.ts';
export type { OwnOptions } from './door/own.ts';
export { type PaysOptions, pays } from './door/pays.ts';
export { type ProtocolOptions, trainProtocol } from './door/protocol.ts';
export { type RegionOptions, runRegion } from './door/region.ts';
export { type RegretOptions, regret } from './door/regret.ts';
export { type RunOptions, run } from './door/run.ts';
export { type TrainOptions, train } from './door/train.ts';
export { GateError, InputError, type InputProblem, ShortageError, StoppedError } from './errors.ts';
export type { MakeClassifier, OwnDay, OwnPolicies } from './own/parts.ts';
export type { RegretDocument } from './record/regret-file.ts';
export type { Scenario } from './schema/day/scenario.ts';
export { builtinNames as scenarioNames } from './schema/reading/source.ts';
export type { RegionScenario } from './schema/region/scenario.ts';
export type { BoundDocument } from './studies/bound/bound.ts';
export type { RunResult } from './studies/day/day.ts';
export type { Manifest } from './studies/day/manifest.ts';
export type { RunDocument } from './studies/day/summary.ts';
export type { TrainDocument } from './studies/day/train.ts';
export type { ExperimentDocument } from './studies/experiment/document.ts';
export type { ExportDocument } from './studies/export/export.ts';
export type { PaysDocument } from './studies/pays/document.ts';
export type { ProtocolDocument } from './studies/protocol/document.ts';
export type { ProtocolRun } from './studies/protocol/protocol.ts';
export type { RegionDocument } from './studies/region/document.ts';
export type { RegionResult } from './studies/region/region.ts';
export type { ProgressRecord } from './threads/progress.ts';
export { version } from './version.ts';
