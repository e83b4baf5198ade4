import { Numbers } from './numbers.ts';

type Value = string | number | boolean;

/** What a column holds: numbers, or words of which there are few and many are the same. */
export type KindsOf<R> = { readonly [K in keyof R]: R[K] extends number ? 'number' : 'word' };

interface Column {
  push(value: Value): void;
  at(row: number): Value | undefined;
  set(row: number, value: Value): void;
}

class NumberColumn implements Column {
  private readonly numbers = new Numbers();

  push(value: Value): void {
    this.numbers.push(Number(value));
  }

  at(row: number): number {
    return this.numbers.at(row);
  }

  set(row: number, value: Value): void {
    this.numbers.set(row, Number(value));
  }
}

/** Each word is held once, and its number in every row. */
class WordColumn implements Column {
  private readonly words: Value[] = [];
  private readonly codes = new Map<Value, number>();
  private readonly rows = new Numbers();

  push(value: Value): void {
    this.rows.push(this.codeOf(value));
  }

  at(row: number): Value | undefined {
    return this.words[this.rows.at(row)];
  }

  set(row: number, value: Value): void {
    this.rows.set(row, this.codeOf(value));
  }

  private codeOf(value: Value): number {
    const known = this.codes.get(value);
    if (known !== undefined) return known;
    this.codes.set(value, this.words.length);
    return this.words.push(value) - 1;
  }
}

/** Records of one kind by the thousand, held by columns: a record takes the bytes of its values and no object of its own. */
export class Table<R extends Readonly<Record<string, Value>>> {
  length = 0;
  private readonly columns: readonly (readonly [name: string, column: Column])[];
  private readonly byName: ReadonlyMap<keyof R, Column>;

  constructor(kinds: KindsOf<R>) {
    this.columns = Object.entries<'number' | 'word'>(kinds).map(([name, kind]) => [
      name,
      kind === 'number' ? new NumberColumn() : new WordColumn(),
    ]);
    this.byName = new Map(this.columns);
  }

  /** Adds a record at the end; gives its row. */
  push(record: R): number {
    for (const [name, column] of this.columns) column.push(record[name] as Value);
    this.length += 1;
    return this.length - 1;
  }

  /** The record of a row that there is, made anew. */
  get(row: number): R {
    const record: Record<string, Value | undefined> = {};
    for (const [name, column] of this.columns) record[name] = column.at(row);
    return record as R;
  }

  /** One value of a row that there is. */
  at<K extends keyof R>(row: number, name: K): R[K] {
    return this.byName.get(name)?.at(row) as R[K];
  }

  set<K extends keyof R>(row: number, name: K, value: R[K]): void {
    this.byName.get(name)?.set(row, value);
  }
}
