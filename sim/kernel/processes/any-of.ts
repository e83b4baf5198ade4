import { type AnyWait, Wait, type Waiter } from './wait.ts';

/** What a wait gives. */
export type Outcome<W> = W extends Wait<infer T> ? T : never;

/** Which of several waits came first, with its value; narrows by `index`. */
export type First<Waits extends readonly AnyWait[]> = {
  [I in keyof Waits]: { readonly index: NumberOf<I>; readonly value: Outcome<Waits[I]> };
}[number];

type NumberOf<I> = I extends `${infer N extends number}` ? N : number;

/**
 * A wait for the first of several; the others are given up (a customer who finds a till free leaves the other line).
 * `const first = yield* anyOf(till.request(), sim.delay(patienceUs)); if (first.index === 0) first.value.release();`
 */
export function anyOf<const Waits extends readonly [AnyWait, ...AnyWait[]]>(
  ...waits: Waits
): Wait<First<Waits>> {
  return new AnyOf<First<Waits>>(waits);
}

class AnyOf<F> extends Wait<F> implements Waiter {
  constructor(private readonly waits: readonly AnyWait[]) {
    super(waits[0]!.sim);
  }

  get name(): string {
    return this.describe();
  }

  wake(wait: AnyWait): void {
    this.giveUpOthers(wait);
    this.complete(this.resultOf(wait));
  }

  fail(wait: AnyWait, error: unknown): void {
    this.giveUpOthers(wait);
    this.completeWithError(error);
  }

  protected override start(): boolean {
    for (const wait of this.waits) {
      if (!wait.begin(this)) continue;
      this.giveUpOthers(wait);
      return this.satisfy(this.resultOf(wait));
    }
    return false;
  }

  protected override withdraw(): void {
    for (const wait of this.waits) wait.abandon();
  }

  private giveUpOthers(winner: AnyWait): void {
    for (const wait of this.waits) if (wait !== winner) wait.abandon();
  }

  /** The position in the tuple is what makes the value's type known. */
  private resultOf(wait: AnyWait): F {
    return { index: this.waits.indexOf(wait), value: wait.outcome } as F;
  }

  override describe(): string {
    return `any of: ${this.waits.map((wait) => wait.describe()).join(', ')}`;
  }

  override blockers(): readonly Waiter[] {
    return this.waits.flatMap((wait) => wait.blockers());
  }
}
