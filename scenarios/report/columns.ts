/** Columns of a table of words: the head of each, and its cell in a row. */
export type Columns<Row> = readonly (readonly [head: string, cell: (row: Row) => string])[];

/** A text in which no zero has a sign: what is below zero by a rounding error is zero. */
const withoutSignedZeros = (text: string) => text.replace(/(?<=^|\s)-(?=0(?:\.0+)?(?:\s|$))/g, '');

/** Head and rows as texts, in the order in which a table is drawn. */
export function textsOf<Row>(columns: Columns<Row>, rows: readonly Row[]): readonly [string[], string[][]] {
  return [
    columns.map(([head]) => head),
    rows.map((row) => columns.map(([, cell]) => withoutSignedZeros(cell(row)))),
  ];
}
