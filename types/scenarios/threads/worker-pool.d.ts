import type { Report } from './progress.js';
/** Worker threads on one built entry; stopping one stops its thread, so nothing can outlast the signal. */
export declare class WorkerPool {
    private readonly cacheDir;
    readonly workers: number;
    private readonly signal;
    private readonly piscina;
    /** The user's signal, or a thread that died between two pieces of work: what waits would wait for ever. */
    private readonly end;
    private constructor();
    /** Opens `workers` threads (default: all cores) on the worker entry of that source path. */
    static open(source: string, cacheDir: string, signal: AbortSignal, workers?: number): Promise<WorkerPool>;
    /** Hands `work` to a thread; rejects with the signal's reason when stopped, with the work's own error otherwise. */
    run<Answer>(work: object, report: Report): Promise<Answer>;
    close(): Promise<void>;
}
export {};
