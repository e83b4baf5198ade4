import { Cancelled, Interrupted } from '../core/errors.ts';
import { NOBODY, RESUME } from '../core/event.ts';
import type { EventQueue } from '../core/event-queue.ts';
import type { Scheduler } from '../core/scheduler.ts';
import { type Interruptible, Interruption } from './interruption.ts';
import { Join, type Joinable } from './join.ts';
import { CREATED, ENDED, ENDING_ANOTHER, INTERRUPTED, STARTED, type Stage } from './process-stage.ts';
import { type AnyWait, OVER, type ProcessBody, type Runner, Wait, type Yieldable } from './wait.ts';

/**
 * The `next` of all generators. Called directly because each generator function gives its generators a shape of their own, and
 * looking `next` up on many shapes costs as much as the call.
 */
const generatorNext = Object.getPrototypeOf(Object.getPrototypeOf((function* () {})())).next as (
  this: unknown,
  value: unknown,
) => unknown;

/**
 * A process: a generator that runs until it yields a delay or a wait. Made by `sim.process(body, name)`; its first step runs at
 * the present instant, after the event that made it.
 */
export class Process<R = unknown> implements Runner, Joinable<R>, Interruptible {
  readonly name: string;
  /** Place in the order of creation. */
  readonly id: number;
  readonly sim: Scheduler;
  /** What it waits for; null while it runs, delays or has ended. */
  wait: AnyWait | null = null;
  private stage: Stage = CREATED;
  /** Its own slot in the queue, for its start and its plain delays. */
  private slot: number;
  private readonly body: ProcessBody<R>;
  private readonly queue: EventQueue;
  /** Those who wait for its end; then its result. */
  private joins: Join<R>[] | null = null;
  private result: R | undefined = undefined;

  constructor(sim: Scheduler, body: ProcessBody<R>, name: string, id: number) {
    this.sim = sim;
    this.body = body;
    this.name = name;
    this.id = id;
    this.queue = sim.queue;
    this.slot = sim.queue.start(this);
  }

  get ended(): boolean {
    return this.stage === ENDED;
  }

  /** Its code is on the stack. */
  private get runs(): boolean {
    return this.queue.running === this.slot || this.stage === ENDING_ANOTHER;
  }

  /** True while it stands in a queue or waits for something other than time. */
  get blocked(): boolean {
    return this.wait !== null;
  }

  /** A wait for its end; the value is what it returns, an error that ends it is thrown. */
  join(): Wait<R> {
    return new Join(this);
  }

  /**
   * Takes it out of its wait now and throws `Interrupted(cause)` inside it at this instant, after the running event.
   * Throws if it has ended or is running.
   */
  interrupt(cause: unknown): void {
    if (this.stage === ENDED) throw new Error(`interrupt: process ${this.name} has ended; ask .ended first`);
    if (this.runs) throw new Error(`interrupt: process ${this.name} cannot interrupt itself`);
    const interruption = new Interruption(this, cause);
    if (this.stage === CREATED) this.queue.push(0, interruption, 0, 0);
    else {
      this.halt();
      this.stage = INTERRUPTED;
      this.queue.pushGrant(interruption, 0, 0);
    }
  }

  /** Ends it now: its `finally` blocks run, those who join it get `Cancelled` thrown. Does nothing if it has ended. */
  cancel(): void {
    if (this.stage === ENDED) return;
    if (this.runs) throw new Error(`cancel: process ${this.name} is running; let it return instead`);
    this.halt();
    const step = this.endBody();
    if (!step.done)
      throw new Error(`cancel: process ${this.name} must not yield while it is being cancelled`);
    this.joins?.forEach((join) => {
      join.end(new Cancelled(this.name));
    });
  }

  /** Lets the `finally` blocks run, as the running process if they ask who that is; it has ended then, even if they throw. */
  private endBody(): IteratorResult<Yieldable, R> {
    const { queue } = this;
    const place = queue.running;
    const caller = place === NOBODY ? null : (queue.targets[place] as Process);
    if (caller !== null) caller.stage = ENDING_ANOTHER;
    queue.running = this.slot;
    try {
      return this.body.return(undefined as R); // the value is never read: a cancelled process has no result
    } finally {
      queue.running = place;
      if (caller !== null) caller.stage = STARTED;
      this.leave();
    }
  }

  /** Kernel: its start or its delay is due. */
  handle(): void {
    this.stage = STARTED;
    this.proceed(undefined);
  }

  /** Kernel: its wait is over. */
  wake(wait: AnyWait): void {
    this.proceed(wait.value);
  }

  /** Kernel: its wait ended in an error. */
  fail(_wait: AnyWait, error: unknown): void {
    this.raise(error);
  }

  /** Kernel: an interruption is due. */
  deliver(interruption: Interruption): void {
    if (this.stage === ENDED) return;
    if (this.stage === CREATED) {
      // Shuffled ties can bring the interruption before the start; a generator must start before it can catch.
      this.queue.push(0, interruption, 0, 0);
      return;
    }
    this.halt();
    this.raise(new Interrupted(interruption.cause));
  }

  describeWait(): string {
    if (this.wait !== null) return this.wait.describe();
    return this.stage === STARTED && !this.runs ? 'a delay' : 'its turn';
  }

  /** Goes on with what it waited for, until it has to wait again. Waits that are over at once cost no event. */
  private proceed(value: unknown): void {
    const { queue } = this;
    for (let got = value; ; ) {
      this.wait = null;
      queue.running = this.slot;
      let step: IteratorResult<Yieldable, R>;
      try {
        step = generatorNext.call(this.body, got) as IteratorResult<Yieldable, R>;
      } catch (error) {
        this.crash(error);
        return;
      }
      const over = this.settle(step);
      queue.running = NOBODY;
      if (over === null) return;
      got = over.value;
    }
  }

  /** Goes on with an error thrown where it waits. */
  private raise(error: unknown): void {
    const { queue } = this;
    this.stage = STARTED;
    this.wait = null;
    queue.running = this.slot;
    let step: IteratorResult<Yieldable, R>;
    try {
      step = this.body.throw(error);
    } catch (uncaught) {
      this.crash(uncaught);
      return;
    }
    const over = this.settle(step);
    queue.running = NOBODY;
    if (over !== null) this.proceed(over.value);
  }

  /** Does what the process asks for; returns a wait that is over at once, or null if the process has to wait or has ended. */
  private settle(step: IteratorResult<Yieldable, R>): AnyWait | null {
    // `yield*` has begun a wait. The step is that wait; not looking at it keeps this code free of many shapes.
    if (this.wait !== null) return null;
    if (step.done) this.end(step.value);
    else if (typeof step.value === 'number') this.queue.pushOwned(step.value, this.slot);
    else if (this.beginPlain(step.value)) return step.value;
    return null;
  }

  /** Begins a wait handed over by a plain `yield`; true if it is over at once. */
  private beginPlain(wait: AnyWait): boolean {
    if (!(wait instanceof Wait)) {
      throw new TypeError(`a process may yield a number (delay in us) or a wait, got ${String(wait)}`);
    }
    if (wait.state === OVER || wait.begin(this)) {
      this.queue.countImmediate();
      return true;
    }
    this.wait = wait;
    return false;
  }

  /** Leaves whatever it waits in. */
  private halt(): void {
    if (this.wait === null && this.stage !== INTERRUPTED) {
      // Not started or in a delay: its slot is pending.
      this.queue.cancelSlot(this.slot);
      this.slot = this.queue.own(this, RESUME); // the old one stays in the heap until it surfaces
    }
    this.wait?.abandon();
    this.wait = null;
  }

  private end(result: R): void {
    this.result = result;
    this.leave();
    if (this.joins !== null) this.tell(this.joins);
  }

  private tell(joins: readonly Join<R>[]): void {
    for (const join of joins) join.end();
  }

  private crash(error: unknown): void {
    const explained = this.sim.explain(error, this.name);
    this.leave();
    if (this.joins === null) throw explained;
    for (const join of this.joins) join.end(explained);
    this.queue.running = NOBODY;
  }

  private leave(): void {
    this.stage = ENDED;
    this.wait = null;
    this.queue.freeOwned(this.slot);
  }

  /** Join: adds one who waits for the end. */
  admit(join: Join<R>): void {
    if (this.joins === null) this.joins = [];
    this.joins.push(join);
  }

  /** Join: removes one. */
  dismiss(join: Join<R>): void {
    this.joins?.splice(this.joins.indexOf(join), 1);
  }

  /** Join: what it returned. */
  get returned(): R {
    return this.result as R;
  }
}
