import type { Scheduler } from '../core/scheduler.ts';
import type { Wait } from '../processes/wait.ts';
import { LinkedQueue } from './linked-queue.ts';
import { Queued } from './queued.ts';
import { Station } from './station.ts';

/**
 * A value of the model that processes can wait on: `yield* tank.until((litres) => litres > 10)`.
 * Conditions are looked at when the value is set, not by polling; one that holds only between two grants of one instant may be
 * missed, as the process would have found it gone.
 */
export class Variable<T> extends Station {
  private readonly line = new LinkedQueue<Until<T>>();

  constructor(
    sim: Scheduler,
    name: string,
    private current: T,
  ) {
    super(sim, name);
  }

  get value(): T {
    return this.current;
  }

  set(value: T): void {
    this.current = value;
    this.measured?.content.set(this.content());
    if (this.line.size > 0) this.askForGrant();
  }

  /** A wait for the condition to hold; its value is the variable's value then. */
  until(condition: (value: T) => boolean): Wait<T> {
    return new Until(this, condition);
  }

  admit(wait: Until<T>): false {
    this.enqueue(this.line, wait);
    return false;
  }

  dismiss(wait: Until<T>): void {
    this.dequeue(this.line, wait);
  }

  /** Wakes the first whose condition holds; the next grant looks again, because the woken one may have changed the value. */
  protected override serve(): void {
    const next = this.line.list().find((wait) => wait.condition(this.current));
    if (next === undefined) return;
    this.dequeue(this.line, next);
    this.noteServed(next);
    if (this.line.size > 0) this.askForGrant();
    next.complete(this.current);
  }

  /** Numbers are their own content; anything else counts as 0. */
  protected override content(): number {
    return typeof this.current === 'number' ? this.current : 0;
  }

  protected override queueLength(): number {
    return this.line.size;
  }
}

class Until<T> extends Queued<T> {
  constructor(
    private readonly variable: Variable<T>,
    readonly condition: (value: T) => boolean,
  ) {
    super(variable.sim);
  }

  protected override start(): boolean {
    const { variable } = this;
    return this.condition(variable.value) ? this.satisfy(variable.value) : variable.admit(this);
  }

  protected override withdraw(): void {
    this.variable.dismiss(this);
  }

  override describe(): string {
    return `a condition on ${this.variable.name}`;
  }
}
