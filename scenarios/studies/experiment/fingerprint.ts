import { canonicalJson, sha256Hex } from '../../../sim/record/canonical.ts';
import type { JsonValue } from '../../../sim/record/json.ts';
import type { Interval } from '../../stats/interval.ts';
import type { DoneCell } from './cell.ts';
import type { Difference, PointEstimate } from './compare.ts';
import type { Estimates } from './quantities.ts';
import type { StudyHead } from './study.ts';

/** What the fingerprint of an experiment covers. */
interface Found {
  /** The days that count, by point, in their order. */
  readonly cells: readonly (readonly DoneCell[] | undefined)[];
  readonly points: readonly PointEstimate[];
  readonly differences: readonly Difference[];
  readonly boundEur: Interval;
}

const hashesOf = (cells: readonly DoneCell[] = []) =>
  cells.map(({ days }) => days.map(({ eventHash }) => eventHash));

/** Estimates as they are hashed: a quantity that came later is left out, as the hashes of the days cover it. */
function hashedOf({ shelfPurity: _, ...estimates }: Estimates): object {
  return estimates;
}

/** What was hashed since the first golden result was written, in its shape: golden results stay good. */
function hashed({ kind }: StudyHead, { cells, points, differences: compared, boundEur }: Found): object {
  const differences = compared.map(({ better, than, estimates }) => ({
    better,
    than,
    estimates: hashedOf(estimates),
  }));
  if (kind === 'perceptions') {
    const variants = points.map(({ perception, maintenance, estimates }) => {
      return { perception, maintenance, estimates: hashedOf(estimates) };
    });
    const days = cells.length > 1 ? cells.map(hashesOf) : hashesOf(cells[0]);
    return { days, variants, paired: differences, boundEur };
  }
  if (kind === 'plan') {
    const whole = points.map((point) => ({ ...point, estimates: hashedOf(point.estimates) }));
    return { hashes: cells.map(hashesOf), points: whole, differences };
  }
  const arms = points.map(({ name, perception, maintenance, estimates }, index) => {
    const minus = index === 0 ? undefined : differences[index - 1];
    const difference = minus?.estimates ?? null;
    return { name, perception, maintenance, estimates: hashedOf(estimates), difference };
  });
  return { hashes: cells.map(hashesOf), arms };
}

/** Fingerprint of what was found: from the days themselves, in their order, never from who played them or when. */
export function fingerprintOf(head: StudyHead, found: Found): string {
  // Through JSON, where an interval without end is null.
  return sha256Hex(canonicalJson(JSON.parse(JSON.stringify(hashed(head, found))) as JsonValue));
}
