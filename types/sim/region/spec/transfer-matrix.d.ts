/** Cells by output and input name; every cell must be present, a 0 is written out. */
export type Cells = Readonly<Record<string, Readonly<Record<string, number>>>>;
export {};
