import type { Damage } from '../../scenarios/record/reader.ts';

/** A recording that cannot be played, in words for the page: what is wrong and what cures it. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';
  readonly cure: string;
  constructor(readonly damage: Damage) {
    super(`${damage.what}.`);
    this.cure = `${damage.cure}.`;
  }
}
