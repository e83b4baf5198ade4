/** One file of a run folder as the manifest names it. */
export interface OutputFile {
    readonly path: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly rows?: number;
}
export interface FolderOptions {
    /** True: a folder that holds other files too is used, and they are left alone. */
    readonly force?: boolean;
    /** Hears what the user should know, in one line. */
    readonly note?: (text: string) => void;
    /** Hash of what an experiment compares: its folder is written only by the same one, or under `force`. */
    readonly subject?: string;
}
export {};
