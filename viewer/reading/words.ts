import type { Damage } from '../../scenarios/record/reader.ts';
import { english } from '../language.ts';

/** A recording that cannot be played, in words for the page: what is wrong and what cures it. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';
  readonly cure: string;
  constructor(readonly damage: Damage) {
    super(`${damage.what}.`);
    this.cure = `${damage.cure}.`;
  }
}

/** Says so when the SHA-256 of a recording is not the expected one; null when it is, or when there is nothing to compare. */
export function alteredWords(hash: string, expected: string): string | null {
  return expected === '' || hash === expected ? null : `${english('heard.altered')}.`;
}
