import { InputError, type InputProblem } from '../errors.ts';

/** Rules are tried on so many made-up situations; a rule that does not hold is told of once. */
export const TRIALS = 200;

/** Gathers what a part of the caller breaks, each rule once, in the order in which it was found. */
export class Breaches {
  private readonly found = new Map<string, InputProblem>();

  /** `where` = what is looked at, such as `policies.sorting (mine)`. */
  constructor(private readonly where: string) {}

  /** Takes note of a broken rule unless `holds`: what must be, what came instead, and how to mend it. */
  check(holds: boolean, what: string, got: unknown, cure: string): void {
    if (holds || this.found.has(what)) return;
    this.found.set(what, { what, got, where: this.where, cure });
  }

  /** Calls code of the caller; an error of it is a broken rule, and the answer is undefined. */
  tried<T>(what: string, call: () => T): T | undefined {
    try {
      return call();
    } catch (error) {
      const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      this.check(false, `${what} threw an error`, text, 'It must answer whatever it is shown');
      return undefined;
    }
  }

  get problems(): readonly InputProblem[] {
    return [...this.found.values()];
  }
}

/** Throws one InputError with all that is broken, if anything is. */
export function requireNone(problems: readonly InputProblem[]): void {
  if (problems.length > 0) throw new InputError(problems);
}

/** A view as text: whoever decides must leave it as it was. Typed arrays are told by their values. */
export function textOf(view: object): string {
  return JSON.stringify(view, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? [...(value as Uint8Array)] : value,
  );
}
