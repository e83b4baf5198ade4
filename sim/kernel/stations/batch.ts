import type { Scheduler } from '../core/scheduler.ts';
import { type All, allOf } from '../processes/all-of.ts';
import type { AnyWait, Wait } from '../processes/wait.ts';
import { Fifo } from './fifo.ts';
import { LinkedQueue } from './linked-queue.ts';
import { Queued } from './queued.ts';
import { Station } from './station.ts';

/** Gathers single items into batches: a taker waits until `size` items are there and gets them together, in the order put. */
export class Batch<T> extends Station {
  private readonly items = new Fifo<T>();
  private readonly takers = new LinkedQueue<BatchGet<T>>();

  constructor(
    sim: Scheduler,
    name: string,
    readonly size: number,
  ) {
    super(sim, name);
    if (!(Number.isInteger(size) && size > 0)) {
      throw new RangeError(`batch ${name}: size must be an integer > 0, got ${size}`);
    }
  }

  put(item: T): void {
    this.items.push(item);
    this.measured?.content.set(this.items.size);
    if (this.takers.size > 0) this.askForGrant();
  }

  /** A wait for the next full batch. */
  get(): Wait<readonly T[]> {
    return new BatchGet(this);
  }

  /** Takes what is there, at once, full or not: the last train of the day. */
  flush(): readonly T[] {
    return this.collect(this.items.size);
  }

  /** BatchGet: is there a full batch that nobody else waits for? */
  get ready(): boolean {
    return this.items.size >= this.size && this.takers.size === 0;
  }

  /** BatchGet: a full batch that nobody had to wait for. */
  takeAtOnce(): readonly T[] {
    const batch = this.collect(this.size);
    this.noteServedAtOnce();
    return batch;
  }

  private collect(count: number): readonly T[] {
    const batch = Array.from({ length: count }, () => this.items.shift());
    this.measured?.content.set(this.items.size);
    return batch;
  }

  admit(get: BatchGet<T>): false {
    this.enqueue(this.takers, get);
    return false;
  }

  dismiss(get: BatchGet<T>): void {
    this.dequeue(this.takers, get);
  }

  protected override serve(): void {
    const get = this.takers.head();
    if (get === null || this.items.size < this.size) return;
    this.dequeue(this.takers, get);
    const batch = this.collect(this.size);
    this.noteServed(get);
    if (this.takers.size > 0) this.askForGrant();
    get.complete(batch);
  }

  protected override content(): number {
    return this.items.size;
  }

  protected override queueLength(): number {
    return this.takers.size;
  }
}

class BatchGet<T> extends Queued<readonly T[]> {
  constructor(private readonly batch: Batch<T>) {
    super(batch.sim);
  }

  protected override start(): boolean {
    const { batch } = this;
    return batch.ready ? this.satisfy(batch.takeAtOnce()) : batch.admit(this);
  }

  protected override withdraw(): void {
    this.batch.dismiss(this);
  }

  override describe(): string {
    return `a batch of ${this.batch.size} from ${this.batch.name}`;
  }
}

/** Assembly: a wait for one of each, `yield* assemble(frames.get(), wheels.get(), wheels.get())`. Parts taken early are kept aside. */
export function assemble<const Parts extends readonly [AnyWait, ...AnyWait[]]>(
  ...parts: Parts
): Wait<All<Parts>> {
  return allOf(...parts);
}
