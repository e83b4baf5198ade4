import { memo } from 'preact/compat';
import { clockText } from '../../clock.ts';
import { useSubject } from '../../hooks.ts';
import { say } from '../../language.ts';
import type { Loop } from '../../player.ts';
import { type Moment, type MomentKind, momentKinds } from '../../recording/moments.ts';
import { momentColour } from '../icons.tsx';
import type { Shown } from '../shown.ts';

/** Marks drawn per kind at most: more would be one grey line. */
const MARKS_SHOWN = 400;
const WIDTH = 1000;

/** Lanes from above; each kind has a shape of its own. */
function shapeOf(kind: MomentKind, x: number): string {
  if (kind === 'fault') return `M${x} 1l3.5 6h-7z`;
  if (kind === 'brown-out') return `M${x - 3} 9h6v5h-6z`;
  if (kind === 'visit') return `M${x} 8.5l3 3-3 3-3-3z`;
  return `M${x - 0.7} 16h1.4v6h-1.4z`;
}

function pathOf(moments: readonly Moment[], kind: MomentKind, endUs: number): string {
  const own = moments.filter((m) => m.kind === kind);
  const every = Math.ceil(own.length / MARKS_SHOWN);
  return own
    .filter((_, i) => i % every === 0)
    .map((m) => shapeOf(kind, (m.timeUs / endUs) * WIDTH))
    .join('');
}

const Marks = memo(({ moments, endUs }: { moments: readonly Moment[]; endUs: number; count: number }) => (
  <svg class="marks" viewBox={`0 0 ${WIDTH} 24`} preserveAspectRatio="none" aria-hidden="true">
    {momentKinds.map((kind) => (
      <path key={kind} style={{ fill: momentColour(kind) }} d={pathOf(moments, kind, endUs)} />
    ))}
  </svg>
));

type Props = Pick<Shown, 'player' | 'moments' | 'timeUs' | 'endUs' | 'startHour'> & {
  readonly loop: Loop | null;
};

/** The range that is played again and again. */
function LoopRange({ loop, endUs }: { loop: Loop; endUs: number }) {
  const at = (us: number): number => (100 * Math.min(us, endUs)) / Math.max(1, endUs);
  const left = at(loop.fromUs);
  return <i class="loop-range" style={{ left: `${left}%`, width: `${at(loop.toUs) - left}%` }} />;
}

/** The day as one line: faults, brown-outs, visits and wrong sorts marked, the instant shown dragged along it. */
export function Scrubber({ player, moments, timeUs, endUs, startHour, loop }: Props) {
  const goal = useSubject(player.goal);
  return (
    <div class="scrubber">
      <Marks moments={moments} endUs={Math.max(1, endUs)} count={moments.length} />
      {loop === null ? null : <LoopRange loop={loop} endUs={endUs} />}
      <input
        type="range"
        aria-label={say('time.day')}
        aria-valuetext={clockText(startHour, goal ?? timeUs)}
        min={0}
        max={Math.max(1, endUs / 1e6)}
        step={0.1}
        value={(goal ?? timeUs) / 1e6}
        onInput={(event) => player.seek(Number(event.currentTarget.value) * 1e6)}
      />
    </div>
  );
}
