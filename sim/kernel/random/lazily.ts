/**
 * A value that is made when it is first asked for, and kept: for tables that would delay every command and that few look into.
 * Inner loops take it into a local first.
 */
export function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
