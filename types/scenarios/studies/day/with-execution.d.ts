import type { BackendName } from '../../../models/engine/found.js';
import type { OwnParts } from '../../own/parts.js';
import type { FolderOptions } from '../../record/run-folder.js';
import type { Report } from '../../threads/progress.js';
export interface RunOptions extends FolderOptions {
    /** Moves the world only; default: the scenario's own. */
    readonly seed?: number;
    /** Which of many possible days; default 0. */
    readonly replication?: number;
    /** `path=value` texts. */
    readonly set?: readonly string[];
    /** The run folder itself; default `runs/<scenario>-<short hash>` in the working folder. */
    readonly out?: string;
    /** False: nothing is read from the cache and nothing is left in it. */
    readonly cache?: boolean;
    readonly cacheDir?: string;
    /** True: what days are held against is worked out again, even where it is kept. */
    readonly afresh?: boolean;
    readonly cwd?: string;
    /** What networks are computed on; default `wasm`. Throws InputError where this machine lacks it. */
    readonly backend?: BackendName;
    readonly workers?: number;
    readonly signal?: AbortSignal;
    readonly progress?: Report;
    /** Functions of the caller: days are then played in the calling thread. */
    readonly own?: OwnParts;
}
export {};
