import { Process } from './process.ts';
import type { Waiter } from './wait.ts';

/** A process that waits for something other than time; plain data. */
export interface WaitNode {
  /** Name and number of the process, `customer#17`. */
  readonly process: string;
  readonly waitsFor: string;
  /** Those who could end the wait, as far as known: holders of the resource, the process joined. */
  readonly blockedBy: readonly string[];
}

/** Who waits for whom, in the order in which the processes were made: `waitGraph(sim.processes)`, at any time. */
export function waitGraph(processes: readonly Process[]): readonly WaitNode[] {
  return processes
    .filter((process) => process.blocked)
    .map((process) => ({
      process: labelOf(process),
      waitsFor: process.describeWait(),
      blockedBy: process.wait?.blockers().map(labelOf) ?? [],
    }));
}

function labelOf(waiter: Waiter): string {
  return waiter instanceof Process ? `${waiter.name}#${waiter.id}` : waiter.name;
}

/** A circle of processes that wait for each other, or null: a deadlock. */
export function findCircle(graph: readonly WaitNode[]): readonly string[] | null {
  const blockedBy = new Map(graph.map((node) => [node.process, node.blockedBy]));
  const cleared = new Set<string>();
  const search = (name: string, path: readonly string[]): readonly string[] | null => {
    const seenAt = path.indexOf(name);
    if (seenAt >= 0) return path.slice(seenAt);
    if (cleared.has(name)) return null;
    for (const next of blockedBy.get(name) ?? []) {
      const circle = search(next, [...path, name]);
      if (circle !== null) return circle;
    }
    cleared.add(name);
    return null;
  };
  for (const { process } of graph) {
    const circle = search(process, []);
    if (circle !== null) return circle;
  }
  return null;
}

/** The graph for people: one line a process, the first 20, and the circle if there is one. */
export function describeWaits(graph: readonly WaitNode[]): string {
  const lines = graph.slice(0, 20).map(({ process, waitsFor, blockedBy }) => {
    const by = blockedBy.length > 0 ? ` (held by ${blockedBy.join(', ')})` : '';
    return `  ${process} waits for ${waitsFor}${by}`;
  });
  if (graph.length > 20) lines.push(`  and ${graph.length - 20} more`);
  const circle = findCircle(graph);
  if (circle !== null) lines.push(`  in a circle: ${[...circle, circle[0]].join(' -> ')}`);
  return lines.join('\n');
}
