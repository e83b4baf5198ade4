export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;
export interface Column {
    readonly name: string;
    readonly type: 'STRING' | 'DOUBLE' | 'BOOLEAN';
    readonly cells: readonly Cell[];
}
/** Columns of equal length; units are in their names. Plain data, crosses threads. */
export interface Table {
    readonly name: string;
    readonly columns: readonly Column[];
    /** Number of rows. */
    readonly length: number;
}
export {};
