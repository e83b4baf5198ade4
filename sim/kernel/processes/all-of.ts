import type { Outcome } from './any-of.ts';
import { type AnyWait, OVER, WAITING, Wait, type Waiter } from './wait.ts';

/** The values of several waits, in their order. */
export type All<Waits extends readonly AnyWait[]> = { -readonly [I in keyof Waits]: Outcome<Waits[I]> };

/** A wait for all of several; what comes early is kept until the last comes. The first error gives the others up. */
export function allOf<const Waits extends readonly [AnyWait, ...AnyWait[]]>(
  ...waits: Waits
): Wait<All<Waits>> {
  return new AllOf<All<Waits>>(waits);
}

class AllOf<V> extends Wait<V> implements Waiter {
  private open = 0;

  constructor(private readonly waits: readonly AnyWait[]) {
    super(waits[0]!.sim);
  }

  get name(): string {
    return this.describe();
  }

  wake(): void {
    this.open -= 1;
    if (this.open === 0) this.complete(this.values());
  }

  fail(_wait: AnyWait, error: unknown): void {
    this.withdraw();
    this.completeWithError(error);
  }

  protected override start(): boolean {
    for (const wait of this.waits) if (!wait.begin(this)) this.open += 1;
    return this.open === 0 && this.satisfy(this.values());
  }

  protected override withdraw(): void {
    for (const wait of this.waits) {
      if (wait.state === OVER) wait.undo();
      else wait.abandon();
    }
  }

  /** The order of the tuple is what makes the values' types known. */
  private values(): V {
    return this.waits.map((wait) => wait.outcome) as V;
  }

  private get stillOpen(): readonly AnyWait[] {
    return this.waits.filter((wait) => wait.state === WAITING);
  }

  override describe(): string {
    return `all of: ${this.stillOpen.map((wait) => wait.describe()).join(', ')}`;
  }

  override blockers(): readonly Waiter[] {
    return this.stillOpen.flatMap((wait) => wait.blockers());
  }
}
