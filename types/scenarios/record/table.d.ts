export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;
export {};
