import type { Process } from './process.js';
/** A process that waits for something other than time; plain data. */
export interface WaitNode {
    /** Name and number of the process, `customer#17`. */
    readonly process: string;
    readonly waitsFor: string;
    /** Those who could end the wait, as far as known: holders of the resource, the process joined. */
    readonly blockedBy: readonly string[];
}
/** Who waits for whom, in the order in which the processes were made: `waitGraph(sim.processes)`, at any time. */
export declare function waitGraph(processes: readonly Process[]): readonly WaitNode[];
/** A circle of processes that wait for each other, or null: a deadlock. */
export declare function findCircle(graph: readonly WaitNode[]): readonly string[] | null;
/** The graph for people: one line a process, the first 20, and the circle if there is one. */
export declare function describeWaits(graph: readonly WaitNode[]): string;
export {};
