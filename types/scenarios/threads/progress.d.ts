/** How far one piece of long work has come; plain data, crosses threads. */
export interface ProgressRecord {
    /** What is being done, in words for a person: `training the teacher`. */
    readonly task: string;
    readonly done: number;
    readonly total: number;
    /** Something worth showing beside it: `validation 81.2 %`. */
    readonly note?: string;
}
/** Hears how far a piece of work has come. */
export type Report = (record: ProgressRecord) => void;
export {};
