import type { ProtocolRun } from '../studies/protocol/protocol.js';
import type { StudyOptions } from './options.js';
/** What `trainProtocol` may be told, as on the command line. */
export interface ProtocolOptions extends Omit<StudyOptions, 'seed' | 'cache'> {
    /** The short form of the file: the same path in minutes; its results are not kept. */
    readonly quick?: boolean;
    /** Begins no further training after so many hours, and reports what there is; 0 = report only. */
    readonly hours?: number;
    /** Folder of the report; default `runs/<protocol>-<short hash>`. */
    readonly out?: string;
    /** True: the folder is used even if it holds other files; those are left alone. */
    readonly force?: boolean;
}
/**
 * Carries out a training protocol from wherever its results file stands, and writes the report. Throws InputError for what
 * cannot be used and the signal's reason when stopped; finished trainings stay.
 */
export declare function trainProtocol(nameOrPath?: string, options?: ProtocolOptions): Promise<ProtocolRun>;
export {};
