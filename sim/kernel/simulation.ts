import { CauseLog } from './core/cause-log.ts';
import { type ErrorContext, SimulationError } from './core/errors.ts';
import {
  type Callback,
  type Entity,
  type EventHandle,
  NOBODY,
  RESUME,
  SERVE,
  type SlotOwner,
} from './core/event.ts';
import { EventQueue } from './core/event-queue.ts';
import { type Observer, Observers } from './core/observer.ts';
import { ORDINARY, type Phase } from './core/phase.ts';
import type { Resettable, Scheduler } from './core/scheduler.ts';
import { tiePermutation } from './core/tie-permutation.ts';
import { whoIn } from './core/who.ts';
import { refuseBody, requireKey, requireLimit, sliceOf } from './processes/checks.ts';
import { Delay, type DelayOptions } from './processes/delay.ts';
import { Notice } from './processes/notice.ts';
import { Process } from './processes/process.ts';
import type { RunEnd, RunLimit, RunOptions, SimulationOptions } from './processes/run-options.ts';
import { Stopper } from './processes/stopper.ts';
import { type AnyWait, type ProcessBody, Wait } from './processes/wait.ts';
import { describeWaits, waitGraph } from './processes/wait-graph.ts';
import { type RandomStream, stream } from './random/random.ts';

/**
 * A discrete-event simulation: a clock in integer microseconds and what is still to happen, in the order
 * (time, phase, priority, sequence). It reads no wall clock and draws no random number on its own.
 */
export class Simulation implements Scheduler {
  readonly seed: number;
  readonly replication: number;
  /** Kernel: the pending events. */
  readonly queue = new EventQueue();

  private observers: Observers | null = null;
  private readonly measured: Resettable[] = [];
  private processCount = 0;
  /** Events that may still happen before the run looks up; 0 on pause, so that the loop asks for one thing only. */
  private left = 0;
  private paused = false;
  private busy = false;
  private closed: string | null = null;

  constructor({ seed = 1, replication = 0, shuffleTies, causes = false }: SimulationOptions = {}) {
    requireKey(seed, replication);
    this.seed = seed;
    this.replication = replication;
    if (shuffleTies !== undefined) this.queue.permute = tiePermutation(shuffleTies);
    if (causes) {
      const log = new CauseLog();
      this.queue.causes = log;
      this.observe(log);
    }
  }

  /** The present, integer microseconds. */
  get now(): number {
    return this.queue.now;
  }

  /** Events that have happened. */
  get events(): number {
    return this.queue.happened;
  }

  /** Events still to happen. */
  get pending(): number {
    return this.queue.size;
  }

  /** The named random stream of this seed and replication, at its beginning. */
  stream(path: string, purpose: string): RandomStream {
    return stream({ seed: this.seed, replication: this.replication, path, purpose });
  }

  /** Calls `callback(data)` after `delayUs` >= 0. */
  schedule(
    delayUs: number,
    callback: Callback,
    data = 0,
    phase: Phase = ORDINARY,
    priority = 0,
  ): EventHandle {
    return this.enqueue(delayUs, callback, 0, data, phase, priority);
  }

  /** Calls `entity.handle(action, data)` after `delayUs` >= 0; `action` is an integer >= 0. */
  scheduleEntity(
    delayUs: number,
    entity: Entity,
    action: number,
    data = 0,
    phase: Phase = ORDINARY,
    priority = 0,
  ): EventHandle {
    if (action >>> 0 !== action)
      throw new RangeError(`${entity.name}: action must be an integer >= 0, got ${action}`);
    return this.enqueue(delayUs, entity, action, data, phase, priority);
  }

  /** Takes back a scheduled event; false if it has happened or was cancelled. O(log n) amortised. */
  cancel(handle: EventHandle): boolean {
    return this.queue.cancel(handle);
  }

  /** Lets an entity wait: `entity.handle(action, 0)` when the wait is over; true if it is over at once (then no call). */
  notify(wait: AnyWait, entity: Entity, action: number): boolean {
    return wait.begin(new Notice(entity, action));
  }

  /** Starts a process at this instant, after the running event. */
  process<R>(body: ProcessBody<R>, name = 'process'): Process<R> {
    this.requireOpen();
    if (typeof body !== 'object') refuseBody(body, name); // not by its `next`: every generator function gives another shape
    return new Process<R>(this, body, name, this.processCount++);
  }

  /** A delay as a wait, with phase and priority. Inside a process, the bare number is faster: `yield delayUs`. */
  delay(delayUs: number, options: DelayOptions = {}): Delay {
    return new Delay(this, delayUs, options);
  }

  /** Lets events happen until the limit, or until none is left. Can be called again to go on. */
  run(limit: RunLimit = Number.POSITIVE_INFINITY, options: RunOptions = {}): RunEnd {
    if (typeof limit === 'number') requireLimit(limit, this.now);
    return this.guarded(() => {
      const reason = this.advance(limit, options);
      const waiting = reason === 'dry' ? waitGraph(this.processes) : [];
      if (options.expectDone && waiting.length > 0) {
        throw new Error(`events ran out while ${waiting.length} processes wait:\n${describeWaits(waiting)}`);
      }
      return { reason, waiting };
    });
  }

  /** Lets one event happen; false if none is left. */
  step(): boolean {
    this.guarded(() => this.spend(Number.POSITIVE_INFINITY, 1));
    return this.left === 0;
  }

  /** Time of the next event, or Infinity. */
  peek(): number {
    return this.queue.peek();
  }

  /** From inside an event: the run stops after it and can be continued. */
  pause(): void {
    this.paused = true;
    this.left = 0;
  }

  /** Closes the simulation: whoever uses it afterwards gets an error. */
  finish(): void {
    this.closed = 'was finished';
  }

  /** Adds an observer of every event. */
  observe(observer: Observer): void {
    this.observers ??= new Observers(this.queue);
    this.observers.add(observer);
  }

  /** Makes `resetStatistics` reset this too; returns it. Monitors of stations are measured already. */
  measure<M extends Resettable>(statistic: M): M {
    this.measured.push(statistic);
    return statistic;
  }

  /** The end of a warm-up: everything measured begins anew at this instant. */
  resetStatistics(): void {
    for (const statistic of this.measured) statistic.reset();
  }

  /** The processes that have not ended, the oldest first. */
  get processes(): readonly Process[] {
    // Every living process owns a slot.
    const living = this.queue.targets.filter((target) => target instanceof Process);
    return living.sort((a, b) => a.id - b.id);
  }

  /** The process whose code is running, if any. */
  get running(): Process | null {
    const { queue } = this;
    return queue.running === NOBODY ? null : (queue.targets[queue.running] as Process);
  }

  private advance(limit: RunLimit, { progress }: RunOptions): RunEnd['reason'] {
    const untilUs = typeof limit === 'number' ? limit : Number.POSITIVE_INFINITY;
    const holds = typeof limit === 'function' ? limit : null;
    if (limit instanceof Wait && limit.begin(new Stopper(this))) return 'limit';
    const every = sliceOf(progress);
    for (;;) {
      const budget = holds !== null ? 1 : every - (this.events % every);
      this.queue.requireSequence();
      if (holds?.()) return 'limit';
      this.spend(untilUs, budget);
      if (this.paused) return limit instanceof Wait && limit.done ? 'limit' : 'paused';
      if (this.left > 0) break;
      if (progress !== undefined && this.events % every === 0) {
        progress.report({ timeUs: this.now, events: this.events, pending: this.pending });
      }
    }
    if (untilUs === Number.POSITIVE_INFINITY) return 'dry';
    if (untilUs > this.queue.now) this.queue.now = untilUs;
    return 'limit';
  }

  /** Lets up to `budget` events before `untilUs` happen; some are `left` when there are no more. */
  private spend(untilUs: number, budget: number): void {
    const { queue } = this;
    this.left = budget;
    if (queue.now >= untilUs) return;
    queue.limit = untilUs;
    while (this.left > 0) {
      const slot = queue.next();
      if (slot === NOBODY) break;
      this.left -= 1;
      if (this.observers !== null) this.observers.report(slot);
      // Told apart by number, so that the most frequent calls have one shape each.
      const action = queue.actions[slot]!;
      if (action === RESUME) (queue.targets[slot] as Process).handle();
      else {
        queue.executing = slot;
        if (action === SERVE) (queue.targets[slot] as SlotOwner).handle();
        else this.happen(slot);
        queue.executing = NOBODY;
      }
    }
  }

  /** An event of a callback or an entity. */
  private happen(slot: number): void {
    const { queue } = this;
    const target = queue.targets[slot]!;
    if (typeof target === 'function') target(queue.data[slot]!);
    else target.handle(queue.actions[slot]!, queue.data[slot]!);
    queue.free(slot);
  }

  private enqueue(
    delayUs: number,
    target: Entity | Callback,
    action: number,
    data: number,
    phase: Phase,
    priority: number,
  ): EventHandle {
    this.requireOpen();
    const { queue } = this;
    const slot =
      phase === ORDINARY && priority === 0
        ? queue.push(delayUs, target, action, data)
        : queue.pushAt(delayUs, target, action, data, phase, priority);
    return queue.handleOf(slot);
  }

  private guarded<T>(work: () => T): T {
    this.requireOpen();
    if (this.busy)
      throw new Error('run: the simulation is already running; use pause() from inside an event');
    this.busy = true;
    this.paused = false;
    try {
      return work();
    } catch (error) {
      this.closed = 'stopped with an error';
      throw this.explain(error, whoIn(this.queue));
    } finally {
      this.busy = false;
      this.queue.running = NOBODY;
    }
  }

  private requireOpen(): void {
    if (this.closed !== null) this.refuse();
  }

  private refuse(): never {
    const what = `this simulation ${this.closed} and cannot be used; make another`;
    throw new SimulationError(what, this.scene(whoIn(this.queue)));
  }

  /** Kernel: an error with the scene around it; one that has a scene stays as it is. */
  explain(error: unknown, who: string): SimulationError {
    if (error instanceof SimulationError) return error;
    const what = error instanceof Error ? error.message : String(error);
    return new SimulationError(what, this.scene(who), error);
  }

  private scene(who: string): ErrorContext {
    const { now, seed, replication } = this;
    return { timeUs: now, who, seed, replication, causes: this.queue.causes?.chain() ?? null };
  }
}
