import { Delay, type DelayOptions } from './delay.ts';
import { SimulationError } from './errors.ts';
import { type Callback, CHAIN_LIMIT, type EventHandle, EventQueue, type Target } from './event-queue.ts';
import type { ObservedEvent, Observer } from './observer.ts';
import { ORDINARY, type Phase } from './phase.ts';
import { Process } from './process.ts';
import { type RandomStream, stream } from './random.ts';
import type { AnyWait, ProcessBody } from './wait.ts';

/** A state machine on the event queue: what happens is an action number, so that pending events are plain data. */
export type Entity = Target;

export interface SimulationOptions {
  /** Default 1. */
  readonly seed?: number;
  /** Default 0. */
  readonly replication?: number;
}

/**
 * A discrete-event simulation: a clock in integer microseconds and what is still to happen, in the order
 * (time, phase, priority, sequence). It reads no wall clock and draws no random number on its own.
 */
export class Simulation {
  readonly seed: number;
  readonly replication: number;
  /** Kernel: the pending events. */
  readonly queue = new EventQueue();
  /** Kernel: the process whose code is running, if any. */
  running: Process | null = null;

  private readonly observers: Observer[] = [];
  private readonly observed: ObservedEvent = { timeUs: 0, order: 0, target: noTarget, action: 0, data: 0 };
  private newestProcess: Process | null = null;
  private processCount = 0;
  private eventCount = 0;
  private paused = false;
  private busy = false;
  private finished: string | null = null;

  constructor({ seed = 1, replication = 0 }: SimulationOptions = {}) {
    this.seed = seed;
    this.replication = replication;
  }

  /** The present, integer microseconds. */
  get now(): number {
    return this.queue.now;
  }

  /** Events that have happened. */
  get events(): number {
    return this.eventCount;
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

  /** Calls `entity.handle(action, data)` after `delayUs` >= 0. */
  scheduleEntity(
    delayUs: number,
    entity: Entity,
    action: number,
    data = 0,
    phase: Phase = ORDINARY,
    priority = 0,
  ): EventHandle {
    return this.enqueue(delayUs, entity, action, data, phase, priority);
  }

  /** Takes back a scheduled event; false if it has happened or was cancelled. O(log n) amortised. */
  cancel(handle: EventHandle): boolean {
    return this.queue.cancel(handle);
  }

  /** Starts a process at this instant, after the running event. */
  process<R>(body: ProcessBody<R>, name = 'process'): Process<R> {
    this.requireOpen();
    const process = new Process<R>(this, body, name, this.processCount++);
    this.remember(process);
    return process;
  }

  /** A delay as a wait, with phase and priority. Inside a process, the bare number is faster: `yield delayUs`. */
  delay(delayUs: number, options: DelayOptions = {}): Delay {
    return new Delay(this, delayUs, options);
  }

  /**
   * Runs until `untilUs` (events at that very time are left for the next call; the clock then stands there), or until nothing
   * is left to happen.
   */
  run(untilUs = Number.POSITIVE_INFINITY): void {
    this.guarded(() => {
      const { queue } = this;
      while (!this.paused) {
        const slot = queue.next(untilUs);
        if (slot < 0) break;
        this.execute(slot);
      }
      if (!this.paused && untilUs !== Number.POSITIVE_INFINITY && untilUs > queue.now) queue.now = untilUs;
    });
  }

  /** Lets one event happen; false if none is left. */
  step(): boolean {
    return this.guarded(() => {
      const slot = this.queue.next(Number.POSITIVE_INFINITY);
      if (slot >= 0) this.execute(slot);
      return slot >= 0;
    });
  }

  /** Time of the next event, or Infinity. */
  peek(): number {
    return this.queue.peek();
  }

  /** From inside an event: the run stops after it and can be continued. */
  pause(): void {
    this.paused = true;
  }

  /** Closes the simulation: whoever uses it afterwards gets an error. */
  finish(): void {
    this.finished = 'was finished';
  }

  /** Adds an observer of every event. */
  observe(observer: Observer): void {
    this.observers.push(observer);
  }

  private execute(slot: number): void {
    const { queue } = this;
    const target = queue.targets[slot]!;
    const action = queue.actions[slot]!;
    const data = queue.data[slot]!;
    queue.free(slot);
    this.eventCount += 1;
    this.current = target;
    if (this.observers.length > 0) this.report(target, action, data);
    if (typeof target === 'function') target(data);
    else target.handle(action, data);
  }

  private current: Target | Callback = noTarget;

  private report(target: Target | Callback, action: number, data: number): void {
    const { observed } = this;
    observed.timeUs = this.queue.now;
    observed.order = this.queue.order;
    observed.target = target;
    observed.action = action;
    observed.data = data;
    for (const observer of this.observers) observer.observe(observed);
  }

  private enqueue(
    delayUs: number,
    target: Target | Callback,
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
      this.finished = 'stopped with an error';
      throw this.explain(error, this.running?.name ?? nameOf(this.current));
    } finally {
      this.busy = false;
      this.running = null;
    }
  }

  private requireOpen(): void {
    if (this.finished !== null) {
      throw new SimulationError(
        `this simulation ${this.finished} and cannot be used; make another`,
        this.sceneOf(nameOf(this.current)),
      );
    }
  }

  /** Kernel: an error with the scene around it; one that has a scene stays as it is. */
  explain(error: unknown, who: string): SimulationError {
    if (error instanceof SimulationError) return error;
    const what = error instanceof Error ? error.message : String(error);
    return new SimulationError(what, this.sceneOf(who), error);
  }

  private sceneOf(who: string) {
    return { timeUs: this.now, who, seed: this.seed, replication: this.replication, causes: [] };
  }

  /** Kernel: `yield*` begins a wait on behalf of the running process. */
  beginRunning(wait: AnyWait): void {
    const process = this.running;
    if (process === null)
      throw new Error(`${wait.describe()}: only a process can wait; an entity uses sim.notify`);
    if (wait.begin(process)) this.countImmediate();
    else process.wait = wait;
  }

  /** Kernel: a process went on without an event; endless repetition is an error. */
  countImmediate(): void {
    if (++this.queue.chain > CHAIN_LIMIT) {
      throw new Error(`${CHAIN_LIMIT} resumptions without time passing; let the process wait`);
    }
  }

  /** The processes that have not ended, the oldest first. */
  get processes(): readonly Process[] {
    const living: Process[] = [];
    for (let process = this.newestProcess; process !== null; process = process.previous) living.push(process);
    return living.reverse();
  }

  private remember(process: Process): void {
    process.previous = this.newestProcess;
    if (this.newestProcess !== null) this.newestProcess.following = process;
    this.newestProcess = process;
  }

  /** Kernel: a process has ended. */
  forget(process: Process): void {
    const { previous, following } = process;
    if (previous !== null) previous.following = following;
    if (following !== null) following.previous = previous;
    else this.newestProcess = previous;
    process.previous = null;
    process.following = null;
  }
}

function noTarget(): void {}

function nameOf(target: Target | Callback): string {
  return target === noTarget ? 'nobody yet' : target.name || 'a callback';
}
