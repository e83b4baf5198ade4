/** The kernel as a library: `import { Simulation } from 'looptwin/kernel'`. Discrete-event simulation and nothing else. */

export { days, formatTime, hours, minutes, seconds } from '../sim/kernel/core/clock.ts';
export { Cancelled, type ErrorContext, Interrupted, SimulationError } from '../sim/kernel/core/errors.ts';
export type { Callback, Entity, EventHandle } from '../sim/kernel/core/event.ts';
export type { ObservedEvent, Observer } from '../sim/kernel/core/observer.ts';
export { ARRIVAL, CAPACITY, GRANT, ORDINARY, type Phase, RELEASE } from '../sim/kernel/core/phase.ts';
export type { Resettable, Scheduler } from '../sim/kernel/core/scheduler.ts';
export { allOf } from '../sim/kernel/processes/all-of.ts';
export { anyOf } from '../sim/kernel/processes/any-of.ts';
export type { Delay, DelayOptions } from '../sim/kernel/processes/delay.ts';
export type { Join } from '../sim/kernel/processes/join.ts';
export type { Process } from '../sim/kernel/processes/process.ts';
export type {
  Progress,
  RunEnd,
  RunLimit,
  RunOptions,
  SimulationOptions,
} from '../sim/kernel/processes/run-options.ts';
export { Signal } from '../sim/kernel/processes/signal.ts';
export type { AnyWait, ProcessBody, Wait, Yieldable } from '../sim/kernel/processes/wait.ts';
export { describeWaits, findCircle, type WaitNode, waitGraph } from '../sim/kernel/processes/wait-graph.ts';
export { TIMED_OUT, type TimedOut, within } from '../sim/kernel/processes/within.ts';
export {
  beta,
  bounded,
  erlang,
  exponential,
  gamma,
  hyperexponential,
  lognormal,
  normal,
  triangular,
  uniform,
  weibull,
} from '../sim/kernel/random/distributions.ts';
export {
  bernoulli,
  discrete,
  empirical,
  geometric,
  poisson,
  uniformInt,
} from '../sim/kernel/random/distributions-discrete.ts';
export {
  type DrawKey,
  drawKey,
  itemStream,
  normalAt,
  type RandomStream,
  restoreStream,
  type StreamKey,
  type StreamState,
  stream,
  type Uniform,
  uniformAt,
} from '../sim/kernel/random/random.ts';
export { Simulation } from '../sim/kernel/simulation.ts';
export { assemble, Batch } from '../sim/kernel/stations/batch.ts';
export { type BreakdownOptions, breakdowns } from '../sim/kernel/stations/breakdown.ts';
export { Calendar, type Shift, workingWeek } from '../sim/kernel/stations/calendar.ts';
export { type CapacityStep, followCalendar, followPlan } from '../sim/kernel/stations/capacity-schedule.ts';
export { Container } from '../sim/kernel/stations/container.ts';
export type { Discipline } from '../sim/kernel/stations/discipline.ts';
export { FilterStore } from '../sim/kernel/stations/filter-store.ts';
export { Preempted, PreemptiveResource } from '../sim/kernel/stations/preemptive-resource.ts';
export { PriorityShelf } from '../sim/kernel/stations/priority-shelf.ts';
export { ProcessorSharing } from '../sim/kernel/stations/processor-sharing.ts';
export {
  type Request,
  type RequestOptions,
  Resource,
  type ResourceOptions,
} from '../sim/kernel/stations/resource.ts';
export { type Get, type Put, type Shelf, Store, type StoreOptions } from '../sim/kernel/stations/store.ts';
export { Variable } from '../sim/kernel/stations/variable.ts';
export { BatchMeans } from '../sim/kernel/statistics/batch-means.ts';
export { Level } from '../sim/kernel/statistics/level.ts';
export type { StationMonitor } from '../sim/kernel/statistics/monitor.ts';
export { Quantiles } from '../sim/kernel/statistics/quantiles.ts';
export { Tally } from '../sim/kernel/statistics/tally.ts';
export { EventFingerprint, type Ingredient } from '../sim/kernel/trust/event-fingerprint.ts';
export { type LoggedInput, type Model, Replayable } from '../sim/kernel/trust/replay.ts';
export {
  type PendingAction,
  type Plain,
  pendingOf,
  restoreSimulation,
  type SavableEntity,
  type Snapshot,
  saveSimulation,
} from '../sim/kernel/trust/snapshot.ts';
export { type Moved, movedByShuffling, TieCounter } from '../sim/kernel/trust/ties.ts';
export { type TraceLine, TraceRecorder, TraceVerifier } from '../sim/kernel/trust/trace.ts';
