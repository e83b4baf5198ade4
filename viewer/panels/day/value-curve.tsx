import { memo } from 'preact/compat';
import { say } from '../../language.ts';
import type { Curve } from '../../recording/curve.ts';
import { euros } from '../../words.ts';
import type { Shown } from '../shown.ts';

const WIDTH = 360;
const HEIGHT = 72;
/** Points drawn at most. */
const POINTS = 300;

interface Range {
  readonly low: number;
  readonly span: number;
}

function rangeOf({ values }: Curve): Range {
  const low = Math.min(0, ...values);
  return { low, span: Math.max(1e-9, Math.max(0, ...values) - low) };
}

const yOf = ({ low, span }: Range, eur: number): number => HEIGHT - 3 - ((eur - low) / span) * (HEIGHT - 6);

function lineOf(curve: Curve, range: Range, endUs: number): string {
  const every = Math.ceil(curve.values.length / POINTS);
  return curve.values
    .map((eur, i) => [curve.timesUs[i] ?? 0, eur] as const)
    .filter((_, i) => i % every === 0 || i === curve.values.length - 1)
    .map(([timeUs, eur]) => `${((timeUs / endUs) * WIDTH).toFixed(1)},${yOf(range, eur).toFixed(1)}`)
    .join(' ');
}

const Line = memo(({ curve, endUs }: { curve: Curve; endUs: number; count: number }) => {
  const range = rangeOf(curve);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <line class="zero" x1={0} x2={WIDTH} y1={yOf(range, 0)} y2={yOf(range, 0)} />
      <polyline points={lineOf(curve, range, endUs)} />
    </svg>
  );
});

type Props = Pick<Shown, 'timeline' | 'timeUs' | 'endUs'> & { readonly nowEur: number };

/** The value of the day over the day, and where it stands. */
export function ValueCurve({ timeline, timeUs, endUs, nowEur }: Props) {
  const { value } = timeline;
  if (value.values.length === 0) return null;
  const low = euros(
    value.values.reduce((least, eur) => Math.min(least, eur), Infinity),
    2,
  );
  const last = euros(value.values.at(-1) ?? 0, 2);
  return (
    <div class="value-curve" role="img" aria-label={say('day.curve', { now: euros(nowEur, 2), low, last })}>
      <Line curve={value} endUs={Math.max(1, endUs)} count={value.values.length} />
      <i class="now" style={{ left: `${(100 * timeUs) / Math.max(1, endUs)}%` }} />
    </div>
  );
}
