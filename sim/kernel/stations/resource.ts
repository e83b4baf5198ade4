import type { Scheduler } from '../core/scheduler.ts';
import { ownerOf, type Waiter } from '../processes/wait.ts';
import { type Discipline, queueOf } from './discipline.ts';
import { Holders } from './holders.ts';
import { Queued } from './queued.ts';
import { requireCapacity, Station } from './station.ts';
import type { WaitQueue } from './wait-queue.ts';

export interface ResourceOptions {
  /** Units; an integer > 0, default 1. */
  readonly capacity?: number;
  /** Who is served next, default 'fifo'. */
  readonly discipline?: Discipline<Request>;
}

export interface RequestOptions {
  /** For disciplines that look at it; lower is served first. Default 0. */
  readonly priority?: number;
  /** Units wanted at once; default 1. */
  readonly amount?: number;
}

/** A wait for units of a resource; its value is itself, to be handed back with `release`. */
export class Request extends Queued<Request> {
  readonly priority: number;
  readonly amount: number;
  held = false;

  constructor(
    readonly resource: Resource,
    priority = 0,
    amount = 1,
  ) {
    super(resource.sim);
    this.priority = priority;
    this.amount = amount;
  }

  /** Gives the units back. */
  release(): void {
    this.resource.release(this);
  }

  override undo(): void {
    this.release();
  }

  protected override start(): boolean {
    return this.resource.admit(this) && this.satisfy(this);
  }

  protected override withdraw(): void {
    this.resource.dismiss(this);
  }

  override describe(): string {
    return `resource ${this.resource.name}`;
  }

  override blockers(): readonly Waiter[] {
    return this.resource.holders();
  }
}

/** A number of equal servers, and a queue before them. */
export class Resource extends Station {
  private units: number;
  private used = 0;
  private readonly line: WaitQueue<Request>;
  /** Those who hold units. */
  protected readonly users = new Holders<Request>();

  constructor(sim: Scheduler, name: string, { capacity = 1, discipline = 'fifo' }: ResourceOptions = {}) {
    super(sim, name);
    requireCapacity('resource', name, capacity);
    this.units = capacity;
    this.line = queueOf(discipline);
  }

  get capacity(): number {
    return this.units;
  }

  get inUse(): number {
    return this.used;
  }

  /** Requests in line. */
  get waiting(): number {
    return this.line.size;
  }

  /** A wait for units: `const till = yield* tills.request()`, later `till.release()`. */
  request(options?: RequestOptions): Request {
    return options === undefined ? new Request(this) : new Request(this, options.priority, options.amount);
  }

  /** Gives the units of a request back; throws if they are not held. */
  release(request: Request): void {
    if (!request.held || request.resource !== this) this.refuseRelease();
    request.held = false;
    this.used -= request.amount;
    this.users.remove(request);
    if (this.measured !== null) this.measured.content.set(this.used);
    if (this.line.size > 0) this.askForGrant();
  }

  private refuseRelease(): never {
    throw new Error(`resource ${this.name}: release of what is not held`);
  }

  /** Changes the number of units, 0 included; units in use stay in use until they are released. */
  setCapacity(capacity: number): void {
    if (!(capacity >= 0))
      throw new RangeError(`resource ${this.name}: capacity must be >= 0, got ${capacity}`);
    this.units = capacity;
    if (this.line.size > 0) this.askForGrant();
  }

  /** Request: true if it is served at once; else it stands in line. */
  admit(request: Request): boolean {
    if (this.line.size === 0 && this.used + request.amount <= this.units) {
      this.take(request);
      this.noteServedAtOnce();
      return true;
    }
    this.enqueue(this.line, request);
    return false;
  }

  /** Request: it leaves the line; those behind a big one may now fit. */
  dismiss(request: Request): void {
    this.dequeue(this.line, request);
    if (this.line.size > 0) this.askForGrant();
  }

  /** Those who hold units, the earliest first. */
  holders(): readonly Waiter[] {
    return this.users.list().map(ownerOf);
  }

  protected override serve(): void {
    const request = this.line.head();
    if (request === null || this.used + request.amount > this.units) return;
    this.dequeue(this.line, request);
    this.take(request);
    this.noteServed(request);
    if (this.line.size > 0 && this.used < this.units) this.askForGrant();
    request.complete(request);
  }

  protected take(request: Request): void {
    request.held = true;
    this.used += request.amount;
    this.users.add(request);
  }

  protected override content(): number {
    return this.used;
  }

  protected override queueLength(): number {
    return this.line.size;
  }
}
