/** Keys that mean something to JavaScript itself: laid over another object they would change what all objects have. */
const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** True for a key that no file and no path may have. */
export function isForbiddenKey(key: string): boolean {
  return forbidden.has(key);
}

/** Levels of lists and maps inside one another: ours have six. */
export const DEEPEST = 100;
/** Values in one document, those that aliases repeat counted each time. */
const MOST_VALUES = 500_000;

interface Visit {
  readonly value: unknown;
  readonly depth: number;
  readonly key: string | number;
  readonly owner: Visit | undefined;
}

function pathOf(visit: Visit): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = visit; at.owner !== undefined; at = at.owner) path.unshift(at.key);
  return path;
}

/**
 * The first thing in a document that no setting can be: a forbidden key, nesting without end, a flood of values. Walks without
 * recursion, so that a deep document cannot break it. Undefined for sound ones.
 */
export function keyProblem(
  document: unknown,
): { readonly what: string; readonly path: readonly (string | number)[] } | undefined {
  const open: Visit[] = [];
  let visit: Visit | undefined = { value: document, depth: 0, key: '', owner: undefined };
  for (let count = 1; visit !== undefined; count++, visit = open.pop()) {
    const { value, depth, key } = visit;
    if (typeof key === 'string' && forbidden.has(key))
      return { what: `the key ${key} is not allowed`, path: pathOf(visit) };
    if (count + open.length > MOST_VALUES)
      return { what: `more than ${MOST_VALUES} values, aliases counted`, path: [] };
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= DEEPEST) return { what: tooDeep, path: pathOf(visit).slice(0, 6) };
    const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
    for (const [name, inner] of entries)
      open.push({ value: inner, depth: depth + 1, key: name, owner: visit });
  }
  return undefined;
}

export const tooDeep = `lists or maps are nested more than ${DEEPEST} deep`;
