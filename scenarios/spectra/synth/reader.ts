import type { Household } from './household.ts';

/** An option that belongs to some instruments only. */
export interface ReaderOption {
  /** As values are asked for it: `step` of `--step <nm>`. */
  readonly name: string;
  readonly flags: string;
  readonly about: string;
  readonly usual?: string;
}

/** What a set of readings is asked for with. */
export interface Asked {
  readonly household: Household;
  /** Rows per class. */
  readonly count: number;
  readonly options: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/** Readings, one row a piece. */
export interface Readings {
  /** What decides them: equal specs give equal bytes. */
  readonly spec: Pick<Asked, 'household' | 'count'> & { readonly instrument: string };
  readonly header: string;
  readonly rowAt: (row: number) => string;
  /** What is doubtful in them, beside what is so in every set. */
  readonly limits: readonly string[];
}

/** An instrument whose readings `synth spectra` writes. */
export interface Reader {
  readonly about: string;
  readonly options: readonly ReaderOption[];
  /** Throws InputError where the options make no instrument. */
  read(asked: Asked): Readings;
}
