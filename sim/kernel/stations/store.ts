import type { Scheduler } from '../core/scheduler.ts';
import { type Discipline, queueOf } from './discipline.ts';
import { Fifo } from './fifo.ts';
import { Queued } from './queued.ts';
import { requireCapacity, Station } from './station.ts';
import type { WaitQueue } from './wait-queue.ts';

/** How a store keeps its items: which one goes out next. */
export interface Shelf<T> {
  readonly size: number;
  push(item: T): void;
  shift(): T;
  list(): readonly T[];
}

export interface StoreOptions<T> {
  /** Items that fit; default unlimited. */
  readonly capacity?: number;
  /** Which of those who wait for an item gets it; default 'fifo'. */
  readonly discipline?: Discipline<Get<T>>;
}

/** A wait for an item. */
export class Get<T> extends Queued<T> {
  constructor(private readonly store: Store<T>) {
    super(store.sim);
  }

  /** The item goes back, behind the others. */
  override undo(): void {
    this.store.keep(this.outcome);
  }

  protected override start(): boolean {
    return this.store.canGive() ? this.satisfy(this.store.give()) : this.store.admitGet(this);
  }

  protected override withdraw(): void {
    this.store.dismissGet(this);
  }

  override describe(): string {
    return `an item of ${this.store.name}`;
  }
}

/** A wait for room for an item. */
export class Put<T> extends Queued<void> {
  constructor(
    private readonly store: Store<T>,
    readonly item: T,
  ) {
    super(store.sim);
  }

  protected override start(): boolean {
    return this.store.offer(this.item) ? this.satisfy(undefined) : this.store.admitPut(this);
  }

  protected override withdraw(): void {
    this.store.dismissPut(this);
  }

  override describe(): string {
    return `room in ${this.store.name}`;
  }
}

/** Items in stock: processes put and get, and wait for room or for an item. */
export class Store<T> extends Station {
  readonly capacity: number;
  private readonly getters: WaitQueue<Get<T>>;
  private readonly putters: WaitQueue<Put<T>> = queueOf<Put<T>>('fifo');

  constructor(
    sim: Scheduler,
    name: string,
    { capacity = Number.POSITIVE_INFINITY, discipline = 'fifo' }: StoreOptions<T> = {},
    private readonly shelf: Shelf<T> = new Fifo<T>(),
  ) {
    super(sim, name);
    requireCapacity('store', name, capacity);
    this.capacity = capacity;
    this.getters = queueOf<Get<T>>(discipline);
  }

  get size(): number {
    return this.shelf.size;
  }

  /** The items, in the order in which they would go out. */
  get items(): readonly T[] {
    return this.shelf.list();
  }

  /** A wait for the next item. */
  get(): Get<T> {
    return new Get(this);
  }

  /** A wait for room for this item. */
  put(item: T): Put<T> {
    return new Put(this, item);
  }

  /** Puts an item without waiting; false if there is no room, or others wait for it. */
  offer(item: T): boolean {
    if (this.shelf.size >= this.capacity || this.putters.size > 0) return false;
    this.keep(item);
    return true;
  }

  /** Shelves an item. */
  keep(item: T): void {
    this.shelf.push(item);
    this.measured?.content.set(this.shelf.size);
    if (this.getters.size > 0) this.askForGrant();
  }

  /** Get: is there an item that nobody else waits for? */
  canGive(): boolean {
    return this.shelf.size > 0 && this.getters.size === 0;
  }

  /** Get: the next item, at once. */
  give(): T {
    const item = this.shelf.shift();
    this.noteServedAtOnce();
    if (this.putters.size > 0) this.askForGrant();
    return item;
  }

  admitGet(get: Get<T>): false {
    this.enqueue(this.getters, get);
    return false;
  }

  admitPut(put: Put<T>): false {
    this.enqueue(this.putters, put);
    return false;
  }

  dismissGet(get: Get<T>): void {
    this.dequeue(this.getters, get);
  }

  dismissPut(put: Put<T>): void {
    this.dequeue(this.putters, put);
    if (this.putters.size > 0) this.askForGrant();
  }

  protected override serve(): void {
    const get = this.getters.head();
    if (get !== null && this.shelf.size > 0) this.serveGet(get);
    else this.servePut();
  }

  private serveGet(get: Get<T>): void {
    this.dequeue(this.getters, get);
    const item = this.shelf.shift();
    this.noteServed(get);
    if (this.putters.size > 0 || (this.getters.size > 0 && this.shelf.size > 0)) this.askForGrant();
    get.complete(item);
  }

  private servePut(): void {
    const put = this.putters.head();
    if (put === null || this.shelf.size >= this.capacity) return;
    this.dequeue(this.putters, put);
    this.keep(put.item);
    if (this.putters.size > 0 && this.shelf.size < this.capacity) this.askForGrant();
    put.complete(undefined);
  }

  protected override content(): number {
    return this.shelf.size;
  }

  protected override queueLength(): number {
    return this.getters.size + this.putters.size;
  }
}
