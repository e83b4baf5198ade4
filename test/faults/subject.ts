import type { Draw } from './mutate.ts';

/** One kind of input: makes its mutant in a folder and reads it as the program would. */
export interface Subject {
  readonly name: string;
  /** Mutants of it, as a share of a number that the suite gives. */
  readonly share: number;
  /** A refusal must say this. */
  readonly says: RegExp;
  /** Returns false for a mutant that is damaged and was taken without a word. */
  read(draw: Draw, folder: string): Promise<boolean> | boolean;
}
