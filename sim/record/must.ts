/** A value that the code around it has made sure of. Throws, naming it, where it is missing: then looptwin is at fault. */
export function must<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`${what} is missing`);
  return value;
}

/** The number at a place of a list; NaN outside of it, as in arithmetic with what is not there. */
export function at(values: ArrayLike<number>, place: number): number {
  return values[place] ?? Number.NaN;
}
