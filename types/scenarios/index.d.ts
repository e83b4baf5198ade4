/**
 * The library: `import { run } from 'looptwin'`. Plain data and functions in, plain data out; progress comes through a callback,
 * stopping through an AbortSignal. Wrong input is an InputError with the words of the command line.
 */
export { type MakeMaintenance, maintenancePolicies, processPolicies, sortPolicies, } from '../sim/decisions/policies.js';
export { sortOptions } from '../sim/decisions/sorting.js';
export { type ItemState, makeItem } from '../sim/materials/item.js';
export type { AssetView, Classifier, MaintenanceChoice, MaintenancePolicy, OutputView, ProcessChoice, ProcessPolicy, ProcessView, SortAction, SortChoice, SortPolicy, SortView, } from '../sim/ports.js';
export type { Belief } from '../sim/record/belief.js';
export type { Drawing } from '../sim/record/drawing.js';
export type { Cost, Frames, FrameValues, Stream } from '../sim/record/frames.js';
export type { Message } from '../sim/record/message.js';
export type { Instrument, NetworkInput, SenseModel, Wear } from '../sim/senses/interface/sense.js';
export { type AnySense, SENSES as senses, type SenseRegistry, senseRegistry, } from '../sim/senses/registry.js';
export type { WorldSpec } from '../sim/world.js';
export { type BoundOptions, bound } from './door/bound.js';
export { type ExperimentOptions, experiment } from './door/experiment.js';
export { type ExportOptions, exportModel } from './door/export.js';
export { type LoadedRun, loadRegion, loadRun, loadScenario } from './door/load.js';
export type { OwnOptions } from './door/own.js';
export { type PaysOptions, pays } from './door/pays.js';
export { type ProtocolOptions, trainProtocol } from './door/protocol.js';
export { type RegionOptions, runRegion } from './door/region.js';
export { type RegretOptions, regret } from './door/regret.js';
export { type RunOptions, run } from './door/run.js';
export { type TrainOptions, train } from './door/train.js';
export { GateError, InputError, type InputProblem, ShortageError, StoppedError } from './errors.js';
export type { MakeClassifier, OwnDay, OwnPolicies } from './own/parts.js';
export type { RegretDocument } from './record/regret-file.js';
export type { Scenario } from './schema/day/scenario.js';
export { builtinNames as scenarioNames } from './schema/reading/source.js';
export type { RegionScenario } from './schema/region/scenario.js';
export type { BoundDocument } from './studies/bound/bound.js';
export type { RunResult } from './studies/day/day.js';
export type { Manifest } from './studies/day/manifest.js';
export type { RunDocument } from './studies/day/summary.js';
export type { TrainDocument } from './studies/day/train.js';
export type { ExperimentDocument } from './studies/experiment/document.js';
export type { ExportDocument } from './studies/export/export.js';
export type { PaysDocument } from './studies/pays/document.js';
export type { ProtocolDocument } from './studies/protocol/document.js';
export type { ProtocolRun } from './studies/protocol/protocol.js';
export type { RegionDocument } from './studies/region/document.js';
export type { RegionResult } from './studies/region/region.js';
export type { ProgressRecord } from './threads/progress.js';
export { version } from './version.js';
export {};
